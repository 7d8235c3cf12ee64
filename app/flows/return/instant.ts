import type { FlowContext, FlowFacts, FlowResult, PlannedEffect } from "../engine.ts";
import { sayMoney } from "../money.ts";
import { says } from "../texts.ts";
import { handOver, result, statusOf } from "./conclude.ts";
import type { ReturnState } from "./state.ts";
import { text } from "./texts/index.ts";

/** The refund that follows a return that has opened, where the yes was to money at once; none where it waits for somebody after all. */
export function instantEffect(state: ReturnState, isOpen: boolean, facts: FlowFacts): PlannedEffect | undefined {
  const { orderId, orderName, returnId, confirmedHash: quoteHash, money, picks } = state;
  if (!money?.instant || !isOpen || !orderId || !orderName || !returnId || !quoteHash) return undefined;
  const order = facts.orders.find((one) => one.id === orderId);
  const customer = order?.customerId ?? order?.email ?? order?.phone;
  const items = picks.map(({ lineItemId, quantity }) => ({ lineItemId, quantity }));
  const about = { orderId, orderName, quoteHash, ...(customer && { customer }) };
  return { kind: "instant-refund", input: { ...about, returnId, items, total: money.amount } };
}

/** How that refund ended: told once it was seen, and once only; where it could not be, the money comes with the item. */
export function settleInstant(state: ReturnState, { effect }: FlowFacts, { language }: FlowContext): FlowResult<ReturnState> {
  if (effect?.state === "done") {
    const key = `refund:${effect.result?.id ?? ""}`;
    if (state.told.includes(key)) return result(state, [], statusOf(state));
    const amount = state.money ? sayMoney(state.money.amount, language) : "";
    return result({ ...state, told: [...state.told, key] }, says([text(language, "instantDone", { amount })]), statusOf(state));
  }
  if (effect?.state !== "failed") return result(state, [], statusOf(state));
  if (effect.error === "outcome-unknown") return handOver(state, [text(language, "outcomeUnknown")], "tool-failure");
  const { instant, ...money } = state.money ?? {};
  return result({ ...state, money: money as ReturnState["money"] }, says([text(language, "instantFailed")]), statusOf(state));
}
