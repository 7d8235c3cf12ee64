import { heldOf, longestReason } from "#app/domain/staff/held-exchange.ts";
import { isPositive, negated, sayMoney } from "#app/flows/money.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import type { HeldView } from "./held-decision.tsx";

/** What waits for staff in a case, in words; null where nothing does. */
export function heldView(row: { id: string; flow: string; state: unknown }, defaultName: string): HeldView | null {
  const held = heldOf(row.flow, row.state);
  if (!held) return null;
  const { exchange, money, picks } = row.state as ReturnState;
  const kept = picks.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ");
  const what =
    held.kind === "return-keep" ? `Money back for ${kept}, which stays with the shopper` : `Exchange for ${exchange?.label ?? ""}`;
  return { caseId: row.id, what, money: money ? sayWhoPays(money.amount) : "", longestReason, defaultName };
}

function sayWhoPays(amount: ReturnStateMoney): string {
  if (isPositive(amount)) return `The shopper gets ${sayMoney(amount, "en")}.`;
  return isPositive(negated(amount)) ? `The shopper pays ${sayMoney(negated(amount), "en")}.` : "Nothing is to be paid.";
}

type ReturnStateMoney = NonNullable<ReturnState["money"]>["amount"];
