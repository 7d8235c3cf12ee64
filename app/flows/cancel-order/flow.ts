import type { Language } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { type Barrier, barrierOf, checkCancel } from "#app/domain/orders/order-policy.ts";
import type { Flow, FlowContext, FlowFacts, FlowInput, PlannedEffect, StepView } from "../engine.ts";
import { sayMoney } from "../money.ts";
import { obviousOrder } from "../open-orders.ts";
import { isGivenBack } from "../reading.ts";
import { says } from "../texts.ts";
import { afterwards, settleEffect } from "./after.ts";
import { askToConfirm, askWhich, canCancel, isBound } from "./ask.ts";
import { tellBarrier } from "./barrier.ts";
import { readInput } from "./read.ts";
import { type CancelResult, type CancelState, handOver, result, type Said, startCancelling, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";

/** Cancels a whole order that nobody has begun to prepare: which one, what goes back, and the yes to it. */
export const cancelOrderFlow: Flow<CancelState> = {
  name: "cancel-order",
  start: startCancelling,
  requires: () => "verified",
  advance,
  steps,
};

function advance(saved: CancelState, input: FlowInput, facts: FlowFacts, context: FlowContext): CancelResult {
  const { pending, ...kept } = saved;
  const state = handedBack(kept, input);
  if (input.kind === "effect-settled") return settleEffect(state, facts, context) ?? askAnew(state, facts, context);
  if (state.phase !== "collecting") return afterwards(state, input, facts, context);
  if (input.kind === "store-event") return tellNews(state, facts, context);
  if (input.kind === "continue") return pending ? goOn(state, pending, facts, context) : result(state, []);
  const read = readInput(state, input, facts, context);
  if (!read) return { ...result(state, []), understood: false };
  if (read.kept) return result({ ...read.state, phase: "finished" }, says([text(context.language, "kept")]));
  return goOn(read.state, read, facts, context);
}

function handedBack(state: CancelState, input: FlowInput): CancelState {
  return isGivenBack(state, input) ? { ...state, phase: "collecting", shownQuote: undefined } : state;
}

/** Finds out the order, whether it can be cancelled and for what, and asks or does what comes next. */
function goOn(state: CancelState, said: Said, facts: FlowFacts, context: FlowContext): CancelResult {
  const known = facts.orders.find((one) => one.id === state.orderId);
  const order =
    known ?? (said.notices.length === 0 || state.orderId ? obviousOrder(facts.orders, (one) => canCancel(one, context)) : undefined);
  if (!order) return askWhich(withOrder(state, undefined), said.notices, facts, context);
  const chosen = withOrder(state, order);
  const barrier = check(order, context);
  if (barrier) return tellBarrier(chosen, order, barrier, said.notices, context);
  const cancelling = facts.cancelling?.orderId === order.id ? facts.cancelling.result : undefined;
  if (cancelling === undefined) {
    const { yes, notices } = said;
    return {
      ...result({ ...chosen, pending: { ...(yes && { yes }), notices } }, [], "waiting"),
      needs: [{ fact: "cancelling", orderId: order.id }],
    };
  }
  const since = cancelling && barrierOf(cancelling);
  if (since) return tellBarrier(chosen, { ...order, cancelledAt: cancelling.cancelledAt }, since, said.notices, context);
  if (!cancelling || "error" in cancelling.money)
    return handOver(chosen, [...said.notices, text(context.language, "quoteFailed")], "tool-failure");
  const { money } = cancelling;
  if (chosen.confirmedHash === money.hash) return handOver(chosen, [text(context.language, "failed")], "tool-failure");
  if (said.yes && isBound(chosen, money, context)) return cancel(chosen, order, money.hash, context);
  const expired = said.yes && chosen.shownQuote?.hash === money.hash ? [text(context.language, "quoteExpired")] : [];
  return askToConfirm(chosen, money, [...said.notices, ...expired], context);
}

function check(order: OrderFacts, { now, currencyCode, orderPolicy: policy }: FlowContext): Barrier | null {
  return checkCancel(order, { now, currencyCode, policy });
}

/** The one change of this case. */
function cancel(state: CancelState, order: OrderFacts, quoteHash: string, { language }: FlowContext): CancelResult {
  const customer = order.customerId ?? order.email ?? order.phone;
  const effect: PlannedEffect = {
    kind: "order-cancel",
    input: { orderId: order.id, orderName: order.name, quoteHash, ...(customer && { customer }) },
  };
  const cancelling: CancelState = { ...state, phase: "cancelling", confirmedHash: quoteHash };
  return { ...result(cancelling, says([text(language, "cancelling", { order: order.name })])), effects: [effect] };
}

/** The sum moved between the yes and the cancellation: nothing was done, and the new sum needs a new yes. */
function askAnew(state: CancelState, facts: FlowFacts, context: FlowContext): CancelResult {
  return goOn({ ...state, phase: "collecting" }, { notices: [] }, facts, context);
}

/** Something happened to an order whose cancellation is being talked about: told when it can no longer be cancelled. */
function tellNews(state: CancelState, facts: FlowFacts, context: FlowContext): CancelResult {
  const order = facts.orders.find((one) => one.id === state.orderId);
  const barrier = order && state.shownQuote ? barrierOf(order) : null;
  if (!order || !barrier) return result(state, []);
  return tellBarrier(state, order, barrier, barrier === "cancelled" ? [] : [text(context.language, "overtaken")], context);
}

function steps(state: CancelState, language: Language): StepView[] {
  const { orderName, shownQuote, confirmedHash } = state;
  const isConfirmed = confirmedHash !== undefined;
  return [
    { slot: "order", label: text(language, "stepOrder"), ...(orderName && { value: orderName }), done: orderName !== undefined },
    {
      slot: "confirm",
      label: text(language, "stepConfirm"),
      ...(isConfirmed && shownQuote && { value: sayMoney(shownQuote.total, language) }),
      done: isConfirmed,
    },
  ];
}
