import { Button } from "@shopify/polaris";
import type { ReturnCard } from "./return-card.ts";
import type { Act } from "./return-desk.tsx";
import { deedProblem } from "./words.ts";

type Shown = Extract<ReturnCard, { state: "return" }>;

/** What takes something of a return back, as far as Shopify allows it. What it does not allow is said, not hidden. */
export function UndoForms({ card, act, busy }: { card: Shown; act: Act; busy: boolean }) {
  const { allowed } = card;
  const cancelProblem = allowed["return-cancel"];
  const removable = [
    ...card.lines.map((line) => ({ ...line, aloud: `Take one ${line.label} out of the return`, label: `Take out 1 × ${line.label}` })),
    ...card.exchange.map((line) => ({
      ...line,
      aloud: `Do not send one ${line.label} in exchange`,
      label: `Do not send 1 × ${line.label}`,
    })),
  ].filter((line) => line.mayRemove);
  return (
    <div className="ot-return-form">
      {removable.map(({ id, label, aloud }) => (
        <Button
          key={id}
          textAlign="left"
          loading={busy}
          onClick={() => act("return-remove", { lineId: id, quantity: "1" })}
          accessibilityLabel={aloud}
        >
          {label}
        </Button>
      ))}
      <Button textAlign="left" loading={busy} onClick={() => act("return-close")}>
        Close without more
      </Button>
      {cancelProblem ? (
        <p className="ot-muted">It cannot be cancelled. {deedProblem(cancelProblem)}</p>
      ) : (
        <Button textAlign="left" tone="critical" loading={busy} onClick={() => act("return-cancel")}>
          Cancel return
        </Button>
      )}
    </div>
  );
}
