import { Button } from "@shopify/polaris";
import type { SaidAnswer } from "./queue-answer.ts";

type Props = {
  count: number;
  snoozed: boolean;
  /** Nothing is open in them. */
  closed: boolean;
  busy: boolean;
  onAct: (act: "take" | "reopen" | "wake") => void;
  onClose: () => void;
  onAssign: () => void;
  onSnooze: () => void;
  onClear: () => void;
};

/** What can be done with the rows that are chosen. */
export function QueueBar({ count, snoozed, closed, busy, onAct, onClose, onAssign, onSnooze, onClear }: Props) {
  return (
    <section className="ot-bulk" aria-label="Chosen conversations">
      <strong>{count} chosen</strong>
      {closed ? (
        <Button size="slim" disabled={busy} onClick={() => onAct("reopen")}>
          Open again
        </Button>
      ) : (
        <>
          <Button size="slim" disabled={busy} onClick={() => onAct("take")}>
            Assign to me
          </Button>
          <Button size="slim" disabled={busy} onClick={onAssign}>
            Assign…
          </Button>
          {snoozed ? (
            <Button size="slim" disabled={busy} onClick={() => onAct("wake")}>
              Bring back
            </Button>
          ) : (
            <Button size="slim" disabled={busy} onClick={onSnooze}>
              Snooze…
            </Button>
          )}
          <Button size="slim" disabled={busy} onClick={onClose}>
            Close…
          </Button>
        </>
      )}
      <Button size="slim" variant="plain" onClick={onClear}>
        Choose none
      </Button>
    </section>
  );
}

/** What came of it, said aloud too: the region stands there before anything is said in it. */
export function QueueResult({ said, onDismiss }: { said: SaidAnswer | null; onDismiss: () => void }) {
  return (
    <div className="ot-result" data-empty={said === null}>
      <div role="status">
        {said && (
          <>
            <p>{said.text}</p>
            {said.problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </>
        )}
      </div>
      {said && (
        <button type="button" className="ot-plain" onClick={onDismiss}>
          Dismiss
        </button>
      )}
    </div>
  );
}
