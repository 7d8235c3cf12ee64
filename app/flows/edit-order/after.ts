import type { Block } from "#app/channels/message.ts";
import { isEvent, isRule } from "#app/domain/orders/order-policy.ts";
import type { FlowContext, FlowFacts, FlowInput, PlannedEffect } from "../engine.ts";
import { isPositive, negated, sayMoney } from "../money.ts";
import { says } from "../texts.ts";
import { orderInWords } from "../track-order/slots.ts";
import { tellBarrier, unsigned } from "./ask.ts";
import { type EditResult, type EditState, handOver, result } from "./state.ts";
import { type EditTextKey, text } from "./texts/index.ts";

/** What is to be asked anew after a change that was not made. */
export type Again = { state: EditState; notices: string[] };

/** The change, or the refund after it, has ended: what is told is what was seen at Shopify. */
export function settleEffect(state: EditState, facts: FlowFacts, context: FlowContext): EditResult | Again {
  const { effect } = facts;
  const { language } = context;
  if (!effect || (state.phase !== "changing" && state.phase !== "refunding")) return result(state, []);
  if (effect.state === "planned" || effect.state === "running") return result(state, []);
  if (effect.state === "unknown") return result(state, says([text(language, "takesLonger")]));
  if (effect.kind === "order-refund") return settleRefund(state, effect, context);
  if (effect.state === "done") return tellDone(state, facts, context);
  const { error = "" } = effect;
  const order = facts.orders.find((one) => one.id === state.orderId);
  if (order && (isEvent(error) || isRule(error))) return tellBarrier(state, order, error, [text(language, "overtaken")], context);
  if (order && error === "changed")
    return { state: { ...state, phase: "collecting", confirmedHash: undefined }, notices: [text(language, "changedMeanwhile")] };
  if (error === "daily-cap") return handOver(state, [text(language, "handedOver")], "daily-cap");
  const key = error === "outcome-unknown" ? "outcomeUnknown" : error === "stored-otherwise" ? "storedOtherwise" : "failed";
  return handOver(state, [text(language, key)], "tool-failure");
}

/** Seen at Shopify. Where more is to be paid, with Shopify's own link to it; where less, the difference goes back now. */
function tellDone(state: EditState, facts: FlowFacts, context: FlowContext): EditResult {
  const { language } = context;
  const order = state.orderName ?? "";
  const { shown } = state;
  if (!shown || !state.orderId) return handOver(state, [text(language, "storedOtherwise")], "tool-failure");
  const { difference } = shown;
  const done = `${text(language, "done", { order })} ${shown.summary}.`;
  if (isPositive(negated(difference))) {
    const effect: PlannedEffect = {
      kind: "order-refund",
      input: { orderId: state.orderId, orderName: order, quoteHash: shown.hash, amount: unsigned(difference) },
    };
    const words = [done, text(language, "refunding", { amount: sayMoney(unsigned(difference), language) })];
    return { ...result({ ...state, phase: "refunding" }, says([words.join(" ")])), effects: [effect] };
  }
  const changed: EditState = { ...state, phase: "changed" };
  if (!isPositive(difference)) return result(changed, says([`${done} ${text(language, "nothingToPay")}`]));
  if (facts.contents?.orderId !== state.orderId) {
    return { ...result({ ...state, pending: { notices: [], settled: true } }, []), needs: [{ fact: "contents", orderId: state.orderId }] };
  }
  return tellPayment(changed, done, facts, context);
}

function tellPayment(state: EditState, done: string, facts: FlowFacts, { language }: FlowContext): EditResult {
  const order = state.orderName ?? "";
  const { outstanding, paymentUrl } = facts.contents?.result ?? {};
  if (outstanding && !isPositive(outstanding)) return result(state, says([done, text(language, "paid")]));
  if (!outstanding || !paymentUrl) return handOver(state, [done, text(language, "noLink")], "tool-failure");
  const amount = sayMoney(outstanding, language);
  const link: Block = { kind: "link", label: text(language, "payNow", { amount }), url: paymentUrl };
  return result(state, [...says([done, text(language, "payHere", { order, amount })]), link]);
}

function settleRefund(state: EditState, { state: ended, error }: NonNullable<FlowFacts["effect"]>, { language }: FlowContext): EditResult {
  const amount = state.shown ? sayMoney(unsigned(state.shown.difference), language) : "";
  const order = state.orderName ?? "";
  if (ended === "done") return result({ ...state, phase: "changed" }, says([text(language, "refunded", { order, amount })]));
  return handOver(
    state,
    [text(language, error === "outcome-unknown" ? "refundUnknown" : "refundFailed", { order, amount })],
    "tool-failure",
  );
}

/** Everything that comes after the yes, or after the end. */
export function afterwards(state: EditState, input: FlowInput, facts: FlowFacts, context: FlowContext): EditResult {
  const { language } = context;
  if (input.kind === "store-event") return result(state, []);
  if (input.kind === "text") {
    const { intents, slots } = input.understanding;
    if (intents[0]?.intent !== "change_order" && slots.command !== "stop") return { ...result(state, []), understood: false };
    const other = orderInWords(facts.orders, state, input.text, input.understanding);
    if (other && other.id !== state.orderId)
      return { ...result(state, []), next: { flow: "edit-order", orderName: other.name, anew: true } };
  }
  const { shown, phase, orderId } = state;
  if (phase !== "changed" || !shown || !orderId)
    return result(state, says([text(language, whereItIs[phase], { order: state.orderName ?? "" })]));
  const done = `${text(language, "done", { order: state.orderName ?? "" })} ${shown.summary}.`;
  if (!isPositive(shown.difference)) return result(state, says([done]));
  if (input.kind !== "continue" && facts.contents?.orderId !== orderId)
    return { ...result({ ...state, pending: { notices: [] } }, []), needs: [{ fact: "contents", orderId }] };
  return tellPayment(state, done, facts, context);
}

const whereItIs: Record<EditState["phase"], EditTextKey> = {
  collecting: "nothingRunning",
  changing: "stillChanging",
  refunding: "stillRefunding",
  changed: "nothingRunning",
  finished: "nothingRunning",
  "handed-over": "handedOver",
};
