import { Link } from "@remix-run/react";
import { type Mention, mentionListId, mentionOptionId } from "./use-mention.ts";

/** Above a note: whom it can name. Keys are the composer's. */
export function MentionPicker({ names }: { names: Mention }) {
  return (
    <div className="ot-picker">
      <div role="listbox" id={mentionListId} aria-label="Colleagues and teams" tabIndex={-1}>
        {names.found.map((one, place) => (
          <button
            key={`${one.kind} ${one.name}`}
            id={mentionOptionId(place)}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={place === names.active}
            // The text keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => names.pick(one)}
          >
            <strong>{one.name}</strong>
            {one.kind === "team" && <small>Team</small>}
            {one.kind === "team" && <span>{one.people.join(", ")}</span>}
          </button>
        ))}
      </div>
      {names.nobody && <p className="ot-muted">Nobody else is named under Routing yet.</p>}
      <p className="ot-picker-foot">
        <span aria-hidden="true">Arrow keys choose · Enter puts in · Esc closes</span>
        <Link to="/app/routing">People and teams</Link>
      </p>
    </div>
  );
}
