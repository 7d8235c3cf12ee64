import { useFetcher } from "@remix-run/react";
import { Badge, Button, SkeletonBodyText } from "@shopify/polaris";
import { useEffect, useId, useState } from "react";
import { useCard } from "#app/ui/inbox/use-card.ts";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { BookForm } from "./book-form.tsx";
import { DeclineForm } from "./decline-form.tsx";
import { Deeds, type DeedView } from "./deeds.tsx";
import type { ReturnCard } from "./return-card.ts";
import { UndoForms } from "./undo-forms.tsx";

type Shown = Extract<ReturnCard, { state: "return" }>;
type Answer = { ok: true; did: string } | { ok: false; problem: string };

const notReached: ReturnCard = { state: "none", words: "The return could not be loaded." };

/** Presses a button of the desk: its fields, with who pressed it and what they saw. */
export type Act = (intent: string, fields?: Record<string, string>) => void;

/** The return of a case as Shopify has it now, and everything staff may do to it. */
export function ReturnDesk({
  caseId,
  changed,
  deeds,
  defaultName,
}: {
  caseId: string;
  changed: string;
  deeds: DeedView[];
  defaultName: string;
}) {
  const fetcher = useFetcher<Answer>();
  const [name] = useStaffName(defaultName);
  const version = [changed, ...deeds.map((one) => `${one.id}${one.state}`)].join();
  const { card, busy, load } = useCard(`/app/cases/${caseId}/return?changed=${encodeURIComponent(version)}`, notReached);
  const problem = fetcher.data && !fetcher.data.ok ? fetcher.data.problem : null;
  // What was refused may have been decided on an old sight of the return.
  useEffect(() => {
    if (problem) void load();
  }, [problem, load]);
  const act: Act = (intent, fields = {}) => {
    const seen = card?.state === "return" ? card.hash : "";
    fetcher.submit({ caseId, seen, name, ...fields, intent }, { method: "post" });
  };
  const isWaiting = deeds.some((one) => one.isOpen);
  // What is under way can be stopped whether or not Shopify answers.
  return (
    <section className="ot-order ot-return" aria-label={card?.state === "return" ? `Return ${card.name}` : "Return"}>
      {!card && <SkeletonBodyText lines={3} />}
      {card?.state === "none" && (
        <>
          <p className="ot-muted">{card.words}</p>
          <Button variant="plain" onClick={load} loading={busy}>
            Try again
          </Button>
        </>
      )}
      {card?.state === "return" && <Lines card={card} />}
      <Deeds deeds={deeds} onStop={(effectId) => act("stop-effect", { effectId })} />
      {problem && (
        <p className="ot-problem" role="alert">
          {problem}
        </p>
      )}
      {card?.state === "return" && !isWaiting && (
        <Actions key={card.hash} caseId={caseId} card={card} act={act} busy={fetcher.state !== "idle"} />
      )}
    </section>
  );
}

function Lines({ card }: { card: Shown }) {
  return (
    <>
      <p className="ot-order-top">
        <strong>Return {card.name}</strong>
        <Badge tone={card.requested ? "attention" : undefined}>{card.status}</Badge>
      </p>
      <ul className="ot-return-lines">
        {card.lines.map((line) => (
          <li key={line.id} className="ot-return-line">
            {line.quantity} × {line.label}
            {line.reason && <small> {line.reason}</small>}
            {line.open < line.quantity && <small> {line.quantity - line.open} received</small>}
            {line.note && <q>{line.note}</q>}
          </li>
        ))}
        {card.exchange.map((line) => (
          <li key={line.id} className="ot-return-line">
            New: {line.quantity} × {line.label}
            {line.price && <small> {line.price}</small>}
            {line.stock && <small> {line.stock}</small>}
            {line.open < line.quantity && <small> {line.quantity - line.open} on the order</small>}
          </li>
        ))}
        {card.balance && <li>{card.balance}</li>}
        {card.payment && <li>{card.payment}</li>}
        {card.refunds.map((amount, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two refunds may be of one sum, and they never change places.
          <li key={place}>Paid back {amount}</li>
        ))}
      </ul>
      {card.declined && <p className="ot-muted">Declined with: {card.declined}</p>}
    </>
  );
}

type Open = "decline" | "book" | "undo" | null;

function Actions({ caseId, card, act, busy }: { caseId: string; card: Shown; act: Act; busy: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const id = useId();
  const toggle = (wanted: Exclude<Open, null>, label: string) => (
    <Button
      onClick={() => setOpen(open === wanted ? null : wanted)}
      ariaExpanded={open === wanted}
      ariaControls={id}
      disclosure={open === wanted ? "up" : "down"}
    >
      {label}
    </Button>
  );
  const may = (deed: keyof Shown["allowed"]) => card.allowed[deed] === null;
  const isOpen = may("return-close");
  const isExchange = card.exchange.some((line) => line.open > 0);
  return (
    <>
      <div className="ot-decide">
        {may("return-approve") && (
          <Button variant="primary" loading={busy} onClick={() => act("return-approve")}>
            Approve return
          </Button>
        )}
        {may("return-decline") && toggle("decline", "Decline")}
        {may("return-process") &&
          toggle("book", isExchange ? "Receive and exchange" : card.isGift ? "Receive and make a card" : "Receive and pay back")}
        {isOpen && toggle("undo", "More")}
        {may("return-reopen") && (
          <Button loading={busy} onClick={() => act("return-reopen")}>
            Open again
          </Button>
        )}
      </div>
      <div id={id} hidden={open === null}>
        {open === "decline" && <DeclineForm act={act} busy={busy} />}
        {open === "book" && <BookForm caseId={caseId} card={card} act={act} busy={busy} />}
        {open === "undo" && <UndoForms card={card} act={act} busy={busy} />}
      </div>
    </>
  );
}
