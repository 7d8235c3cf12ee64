import { isEvent, isRule } from "#app/domain/orders/order-policy.ts";
import type { FlowContext, FlowFacts, FlowInput } from "../engine.ts";
import { isPositive, sayMoney } from "../money.ts";
import { says } from "../texts.ts";
import { orderInWords } from "../track-order/slots.ts";
import { sayCancelled, tellBarrier } from "./barrier.ts";
import { type CancelResult, type CancelState, handOver, result } from "./state.ts";
import { text } from "./texts/index.ts";

/** The cancellation has ended. What is told is what was seen at Shopify. Null: the sum is another one now, and is to be shown anew. */
export function settleEffect(state: CancelState, facts: FlowFacts, context: FlowContext): CancelResult | null {
  const { effect } = facts;
  const { language } = context;
  if (!effect || state.phase !== "cancelling") return result(state, []);
  if (effect.state === "planned" || effect.state === "running") return result(state, []);
  if (effect.state === "unknown") return result(state, says([text(language, "takesLonger")]));
  if (effect.state === "done") return tellDone(state, effect.result?.refund === "open", context);
  const { error = "" } = effect;
  const order = facts.orders.find((one) => one.id === state.orderId);
  if (order && isEvent(error)) return tellBarrier(state, order, error, [text(language, "overtaken")], context);
  if (order && isRule(error)) return tellBarrier(state, order, error, [text(language, "overtaken")], context);
  if (order && error === "changed") return null;
  if (error === "daily-cap") return handOver(state, [text(language, "handedOver")], "daily-cap");
  return handOver(state, [text(language, error === "outcome-unknown" ? "outcomeUnknown" : "failed")], "tool-failure");
}

function tellDone(state: CancelState, refundIsOpen: boolean, { language }: FlowContext): CancelResult {
  const order = state.orderName ?? "";
  const done: CancelState = { ...state, phase: "cancelled" };
  const total = state.shownQuote?.total;
  if (refundIsOpen) return { ...result(done, says([text(language, "doneRefundOpen", { order })]), "escalate"), escalation: "tool-failure" };
  if (!total || !isPositive(total)) return result(done, says([text(language, "doneUncharged", { order })]));
  return result(done, says([text(language, "done", { order, amount: sayMoney(total, language) })]));
}

/** Everything that comes after the yes, or after the end. */
export function afterwards(state: CancelState, input: FlowInput, facts: FlowFacts, context: FlowContext): CancelResult {
  if (input.kind === "store-event") return result(state, []);
  if (input.kind === "choice" && input.slot === "next" && input.value === "return") {
    return { ...result(state, []), next: { flow: "return", orderName: state.orderName } };
  }
  if (input.kind === "text") {
    const { intents, slots } = input.understanding;
    if (intents[0]?.intent !== "cancel_order" && slots.command !== "stop") return { ...result(state, []), understood: false };
    const other = orderInWords(facts.orders, state, input.text, input.understanding);
    if (other && other.id !== state.orderId)
      return { ...result(state, []), next: { flow: "cancel-order", orderName: other.name, anew: true } };
  }
  return result(state, says(sayWhereItIs(state, facts, context)));
}

function sayWhereItIs(state: CancelState, facts: FlowFacts, context: FlowContext): string[] {
  const { language } = context;
  if (state.phase === "cancelling") return [text(language, "stillCancelling")];
  if (state.phase === "handed-over") return [text(language, "handedOver")];
  const order = facts.orders.find((one) => one.id === state.orderId);
  return order?.cancelledAt ? sayCancelled(order, context) : [text(language, "nothingRunning")];
}
