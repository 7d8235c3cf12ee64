import { Button, Select } from "@shopify/polaris";
import { useState } from "react";
import type { MoneyWay } from "#app/domain/returns/back-office.ts";
import { useCard } from "#app/ui/inbox/use-card.ts";
import type { ReturnCard } from "./return-card.ts";
import type { Act } from "./return-desk.tsx";
import { dispositionWords } from "./words.ts";

type Shown = Extract<ReturnCard, { state: "return" }>;
type Choice = { quantity: number; disposition: string };
type Line = { id: string; open: number };

const later = "LATER";
const options = [...Object.entries(dispositionWords).map(([value, label]) => ({ value, label })), { value: later, label: "Not yet" }];
const notReached: ReturnCard = { state: "none", words: "The sum could not be loaded." };

/** What came back, what becomes of it, and the exact sum that goes out: nothing is paid that was not shown here. */
export function BookForm({ caseId, card, act, busy }: { caseId: string; card: Shown; act: Act; busy: boolean }) {
  const open = card.lines.filter((line) => line.open > 0);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [money, setMoney] = useState<MoneyWay>(card.isGift ? "gift-card" : card.wantsCredit ? "store-credit" : "original");
  const choiceOf = (line: Line): Choice => choices[line.id] ?? { quantity: line.open, disposition: "RESTOCKED" };
  const lines = open
    .filter((line) => choiceOf(line).disposition !== later)
    .map((line) => `${line.id}*${choiceOf(line).quantity}*${choiceOf(line).disposition}`)
    .join(",");
  const sent = card.exchange
    .filter((line) => line.open > 0 && choiceOf(line).disposition !== later)
    .map((line) => `${line.id}*${choiceOf(line).quantity}`)
    .join(",");
  const asked = `lines=${encodeURIComponent(lines)}&sent=${encodeURIComponent(sent)}`;
  const quote = useCard(`/app/cases/${caseId}/return?${asked}&seen=${card.hash}`, notReached);
  const booking = quote.card?.state === "return" ? quote.card.booking : null;
  const way: MoneyWay = booking?.amount ? money : "none";
  const amount = (way === "store-credit" ? booking?.credit : booking?.amount) ?? null;
  const seen = quote.busy ? null : (booking?.seen[way] ?? null);
  const set = (lineId: string, change: Partial<Choice>, before: Choice) => setChoices({ ...choices, [lineId]: { ...before, ...change } });
  return (
    <form
      className="ot-return-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (seen) act("return-process", { lines, sent, money: way, seen });
      }}
    >
      {open.map((line) => (
        <fieldset key={line.id}>
          <legend>{line.label}</legend>
          {line.open > 1 && (
            <Select
              label="How many came back"
              options={Array.from({ length: line.open }, (_, place) => String(line.open - place))}
              value={String(choiceOf(line).quantity)}
              onChange={(value) => set(line.id, { quantity: Number(value) }, choiceOf(line))}
            />
          )}
          <Select
            label="What becomes of it"
            options={options}
            value={choiceOf(line).disposition}
            onChange={(disposition) => set(line.id, { disposition }, choiceOf(line))}
          />
        </fieldset>
      ))}
      {card.exchange
        .filter((line) => line.open > 0)
        .map((line) => (
          <SentChoice key={line.id} line={line} choice={choiceOf(line)} set={(change) => set(line.id, change, choiceOf(line))} />
        ))}
      {(lines || sent) && (
        <div className="ot-return-money" aria-live="polite">
          <p>
            <span>{booking?.owed ? "The shopper pays" : card.isGift ? "On the gift card" : "To pay back"}</span>
            <strong>{quote.busy ? "…" : booking?.unclear ? "not known" : (booking?.owed ?? amount ?? "nothing")}</strong>
          </p>
          {booking?.unclear && <p className="ot-problem">Shopify does not say what is to be paid. Book this return in Shopify.</p>}
          {quote.card?.state === "none" && <p className="ot-problem">{quote.card.words}</p>}
        </div>
      )}
      {amount && (
        <Select
          label="Where the money goes"
          options={[
            ...(card.isGift
              ? [{ value: "gift-card", label: "A gift card for whoever was given it" }]
              : [
                  { value: "original", label: "The way they paid" },
                  { value: "store-credit", label: card.wantsCredit ? "Store credit, as they chose" : "Store credit" },
                ]),
            { value: "none", label: "Nowhere: book it without money" },
          ]}
          helpText={
            card.isGift
              ? "The buyer is not paid and not told. The code goes to the recipient in this conversation and is not shown here."
              : undefined
          }
          value={money}
          onChange={(value) => setMoney(value as MoneyWay)}
        />
      )}
      <Button submit variant="primary" loading={busy} disabled={!(lines || sent) || !seen || booking?.unclear}>
        {bookWords(way === "none" ? null : amount, { sent, isGift: card.isGift })}
      </Button>
    </form>
  );
}

/** What is pressed; `amount`: what is paid with it, null for nothing. */
function bookWords(amount: string | null | undefined, { sent, isGift }: { sent: string; isGift: boolean }): string {
  if (!amount) return sent ? "Book the exchange" : "Book as received";
  return isGift ? `Book and make a card of ${amount}` : `Book and pay back ${amount}`;
}

type SentProps = { line: Shown["exchange"][number]; choice: Choice; set: (change: Partial<Choice>) => void };

/** A new item goes onto the order with the booking, or stays where it is. */
function SentChoice({ line, choice, set }: SentProps) {
  return (
    <fieldset>
      <legend>New: {line.label}</legend>
      {line.open > 1 && (
        <Select
          label="How many are sent"
          options={Array.from({ length: line.open }, (_, place) => String(line.open - place))}
          value={String(choice.quantity)}
          onChange={(value) => set({ quantity: Number(value) })}
        />
      )}
      <Select
        label="In exchange"
        options={[
          { value: "RESTOCKED", label: `Put it on the order (${[line.price, line.stock].filter(Boolean).join(", ")})` },
          { value: later, label: "Not yet" },
        ]}
        value={choice.disposition === later ? later : "RESTOCKED"}
        onChange={(disposition) => set({ disposition })}
      />
    </fieldset>
  );
}
