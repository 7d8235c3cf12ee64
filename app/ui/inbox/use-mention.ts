import { useState } from "react";
import { flushSync } from "react-dom";
import type { Mentionable } from "#app/domain/staff/mentions.ts";
import { textBox } from "./use-slash.ts";

/** "@ki" at the cursor: what is looked for, and where it stands. */
export type At = { query: string; from: number; to: number };

export function atSign(text: string, cursor: number): At | null {
  const found = /(?:^|[\s(])@((?:[\p{L}\d][\p{L}\p{M}\d .'’-]{0,40})?)$/u.exec(text.slice(0, cursor));
  const query = found?.[1] ?? "";
  return found ? { query, from: cursor - query.length - 1, to: cursor } : null;
}

/** Those one of whose words begins as typed, whoever's first word does before the others. */
export function namesFor(query: string, people: Mentionable[]): Mentionable[] {
  const typed = query.toLowerCase();
  const place = ({ name }: Mentionable) => ` ${name.toLowerCase()}`.indexOf(` ${typed}`);
  return people
    .filter((one) => place(one) >= 0)
    .sort((one, other) => Number(place(one) > 0) - Number(place(other) > 0))
    .slice(0, mostShown);
}
const mostShown = 8;

export const mentionListId = "mention-names";
export const mentionOptionId = (place: number) => `mention-${place}`;

export type Mention = ReturnType<typeof useMention>;

/** Names of colleagues in a note: "@" looks for them, the keys choose one. `own` names nobody to themselves. */
export function useMention(mentionable: Mentionable[], own: string, text: string, change: (text: string) => void) {
  const [at, setAt] = useState<At | null>(null);
  const [active, setActive] = useState(0);
  // Where Escape has closed the list it stays closed for this "@".
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const people = mentionable.filter((one) => one.kind === "team" || one.name !== own);
  const found = at ? namesFor(at.query, people) : [];
  const shown = at !== null && at.from !== closedAt && (found.length > 0 || at.query === "");
  const pick = (one: Mentionable) => {
    if (!at) return;
    const before = `${text.slice(0, at.from)}@${one.name} `;
    // At once: the next key may be pressed already, and belongs behind the name.
    flushSync(() => {
      change(before + text.slice(at.to).replace(/^ /, ""));
      setAt(null);
    });
    textBox()?.focus();
    textBox()?.setSelectionRange(before.length, before.length);
  };
  const move = (by: number) => setActive((active + by + found.length) % Math.max(1, found.length));
  return {
    shown,
    found,
    active,
    nobody: people.length === 0,
    listId: mentionListId,
    activeId: found.length > 0 ? mentionOptionId(active) : undefined,
    pick,
    look(words: string) {
      const next = atSign(words, textBox()?.selectionStart ?? words.length);
      if (next?.from !== closedAt) setClosedAt(null);
      setAt(next);
      setActive(0);
    },
    close: () => setAt(null),
    /** True where the key was for the list and not for the text. */
    key(key: string): boolean {
      if (!shown) return false;
      if (key === "Escape") setClosedAt(at.from);
      else if (key === "ArrowDown") move(1);
      else if (key === "ArrowUp") move(-1);
      else if ((key === "Enter" || key === "Tab") && found[active]) pick(found[active]);
      else return false;
      return true;
    },
  };
}
