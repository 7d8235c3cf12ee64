import { Button, TextField } from "@shopify/polaris";
import { useId, useState } from "react";
import { caseOutcomes, wasWorkedOn } from "#app/domain/cases/outcome.ts";
import { caseOutcome } from "#app/ui/words.ts";
import { Dialog } from "./dialog.tsx";

export type SnoozeOption = { choice: string; label: string; when: string };
type SnoozeProps = { whom: string; options: SnoozeOption[]; timeZone: string; onChoose: (until: string) => void; onClose: () => void };

/** Until when a conversation is put aside. */
export function SnoozeDialog({ whom, options, timeZone, onChoose, onClose }: SnoozeProps) {
  const [typed, setTyped] = useState("");
  return (
    <Dialog title={`Snooze ${whom}`} onClose={onClose}>
      <ul className="ot-options">
        {options.map(({ choice, label, when }) => (
          <li key={choice}>
            <button type="button" onClick={() => onChoose(choice)}>
              {label} <small>{when}</small>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="ot-dialog-line"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(typed);
        }}
      >
        <TextField
          label="Or until"
          type="datetime-local"
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          helpText={`By the shop's clock (${timeZone}). It is back at once when the shopper writes.`}
        />
        <Button submit disabled={typed === ""}>
          Snooze
        </Button>
      </form>
    </Dialog>
  );
}

type CloseProps = { whom: string; onChoose: (outcome: string) => void; onClose: () => void };

/** How they ended, asked once for all. First what the key does: nothing is said, and no shopper is asked how it went. */
export function CloseDialog({ whom, onChoose, onClose }: CloseProps) {
  return (
    <Dialog title={`Close ${whom}`} leave="Cancel" onClose={onClose}>
      <p className="ot-muted">How did it end?</p>
      <ul className="ot-options">
        <li>
          <button type="button" data-first onClick={() => onChoose("")}>
            Just close <small>says nothing, as the key e does</small>
          </button>
        </li>
        {caseOutcomes.map((outcome) => (
          <li key={outcome}>
            <button type="button" onClick={() => onChoose(outcome)}>
              {caseOutcome(outcome)} {wasWorkedOn(outcome) && <small>the shopper may be asked how it went</small>}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type AssignProps = {
  whom: string;
  /** To whom it can be given; `named`: nobody besides. */
  people: { name: string; away: boolean }[];
  named: boolean;
  onChoose: (to: string) => void;
  onClose: () => void;
};

/** Who takes it: of those whom the shop has named, or where it has named nobody a colleague who has a case, or any other name. */
export function AssignDialog({ whom, people, named, onChoose, onClose }: AssignProps) {
  const [typed, setTyped] = useState("");
  const list = useId();
  return (
    <Dialog title={`Assign ${whom}`} onClose={onClose}>
      {people.length > 0 && (
        <ul className="ot-options" id={list}>
          {people.map(({ name, away }) => (
            <li key={name}>
              <button type="button" onClick={() => onChoose(name)}>
                {away ? `${name} (away)` : name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {named && people.length === 0 && <p>There is nobody else. People are added under Routing.</p>}
      {!named && (
        <form
          className="ot-dialog-line"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim()) onChoose(typed);
          }}
        >
          <TextField
            label={people.length > 0 ? "Or to" : "To"}
            autoComplete="off"
            maxLength={60}
            value={typed}
            onChange={setTyped}
            helpText="The name they sign with."
          />
          <Button submit disabled={typed.trim() === ""}>
            Assign
          </Button>
        </form>
      )}
    </Dialog>
  );
}
