import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { fillIn, type VariableValues } from "#app/domain/staff/reply-variables.ts";
import { FilledText } from "./filled-text.tsx";

export type SavedAnswer = { values: VariableValues; replies: { id: string; title: string; language: string; text: string }[] };
type Saved = SavedAnswer["replies"][number];

/** "/refund" at the cursor: what is looked for, and where it stands. Null: nothing is. */
export type Slash = { query: string; from: number; to: number };

export function slashAt(text: string, cursor: number): Slash | null {
  const found = /(?:^|\s)\/((?:[\p{L}\d][\p{L}\d -]{0,29})?)$/u.exec(text.slice(0, cursor));
  return found ? { query: found[1] ?? "", from: cursor - (found[1] ?? "").length - 1, to: cursor } : null;
}

export const pickerId = "saved-replies";
export const optionId = (id: string) => `saved-${id}`;

export type Picker = {
  open: boolean;
  loading: boolean;
  found: Saved[];
  active: number;
  move(by: number): void;
  /** The text of one that was found, with what is known put in. */
  filled(place: number): string;
};

/** The saved replies that fit what is typed after the slash, read when it is typed first. */
export function usePicker(conversationId: string, slash: Slash | null, name: string): Picker {
  const [answer, setAnswer] = useState<SavedAnswer | null>(null);
  const [active, setActive] = useState(0);
  const open = slash !== null;
  const query = slash?.query.toLowerCase() ?? "";
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    fetch(`/app/inbox/${conversationId}/saved`, { signal: stop.signal })
      .then(async (response) => response.ok && setAnswer((await response.json()) as SavedAnswer))
      .catch(() => {});
    return () => stop.abort();
  }, [open, conversationId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first line again
  useEffect(() => setActive(0), [query, open]);
  const fits = (one: Saved) => `${one.title} ${one.text}`.toLowerCase().includes(query);
  const byTitle = (one: Saved) => (one.title.toLowerCase().includes(query) ? 0 : 1);
  const found = (answer?.replies ?? [])
    .filter(fits)
    .sort((one, other) => byTitle(one) - byTitle(other))
    .slice(0, 8);
  const values = { ...answer?.values, my_name: name };
  return {
    open,
    loading: answer === null,
    found,
    active: Math.min(active, Math.max(0, found.length - 1)),
    filled: (place) => fillIn(found[place]?.text ?? "", values),
    move: (by) => setActive((before) => (before + by + found.length) % Math.max(1, found.length)),
  };
}

/** Above the text: the replies found, with what would be put in. Keys are the composer's. */
export function SavedPicker({ picker, onPick }: { picker: Picker; onPick(text: string): void }) {
  return (
    <div className="ot-picker">
      <div role="listbox" id={pickerId} aria-label="Saved replies" tabIndex={-1}>
        {picker.found.map((one, place) => (
          <button
            key={one.id}
            id={optionId(one.id)}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={place === picker.active}
            // The text keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(picker.filled(place))}
          >
            <strong>{one.title}</strong>
            <small>{one.language}</small>
            <span>
              <FilledText text={picker.filled(place)} />
            </span>
          </button>
        ))}
      </div>
      {picker.found.length === 0 && <p className="ot-muted">{picker.loading ? "Looking…" : "No saved reply fits."}</p>}
      <p className="ot-picker-foot">
        <span aria-hidden="true">Arrow keys choose · Enter puts in · Esc closes</span>
        <Link to="/app/replies">All saved replies</Link>
      </p>
    </div>
  );
}
