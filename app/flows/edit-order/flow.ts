import type { Language } from "#app/channels/message.ts";
import { contents, contentsAfter } from "#app/domain/orders/edit.ts";
import type { EditFacts, OrderChange, OrderFacts } from "#app/domain/orders/facts.ts";
import { barrierOf, checkEdit, checkExtra } from "#app/domain/orders/order-policy.ts";
import type { Flow, FlowContext, FlowFacts, FlowInput, PlannedEffect, StepView } from "../engine.ts";
import { obviousOrder } from "../open-orders.ts";
import { isGivenBack } from "../reading.ts";
import { says } from "../texts.ts";
import { afterwards, settleEffect } from "./after.ts";
import { askToConfirm, askWhich, canEdit, quoteHolds, tellBarrier } from "./ask.ts";
import { pickChange } from "./pick.ts";
import { readInput } from "./read.ts";
import { type EditResult, type EditState, handOver, result, type Said, startEditing, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";

/** Changes what an order that has not left holds: which thing, how it shall be, what that costs to the cent, and the yes to it. */
export const editOrderFlow: Flow<EditState> = {
  name: "edit-order",
  start: startEditing,
  requires: () => "verified",
  advance,
  steps,
};

function advance(saved: EditState, input: FlowInput, facts: FlowFacts, context: FlowContext): EditResult {
  const { pending, ...kept } = saved;
  const state = handedBack(kept, input);
  if (input.kind === "effect-settled" || (input.kind === "continue" && pending?.settled)) {
    const settled = settleEffect(state, facts, context);
    return "status" in settled ? settled : goOn(settled.state, settled, facts, context);
  }
  if (state.phase !== "collecting") return afterwards(state, input, facts, context);
  if (input.kind === "store-event") return tellNews(state, facts, context);
  if (input.kind === "continue") return pending ? goOn(state, pending, facts, context) : result(state, []);
  const read = readInput(state, input, facts, context);
  if (!read) return { ...result(state, []), understood: false };
  if (read.kept) return result({ ...read.state, phase: "finished" }, says([text(context.language, "kept")]));
  if (read.cancels)
    return { ...result({ ...read.state, phase: "finished" }, []), next: { flow: "cancel-order", orderName: state.orderName } };
  return goOn(read.state, read, facts, context);
}

function handedBack(state: EditState, input: FlowInput): EditState {
  return isGivenBack(state, input) ? { ...state, phase: "collecting", shown: undefined, asked: undefined } : state;
}

/** Finds out the order, whether it can be changed, and what is to be changed, and asks or does what comes next. */
function goOn(state: EditState, said: Said, facts: FlowFacts, context: FlowContext): EditResult {
  const known = facts.orders.find((one) => one.id === state.orderId);
  const order =
    known ?? (said.notices.length === 0 || state.orderId ? obviousOrder(facts.orders, (one) => canEdit(one, context)) : undefined);
  if (!order) return askWhich(withOrder(state, undefined), said.notices, facts, context);
  const chosen = withOrder(state, order);
  const barrier = checkEdit(order, context.orderPolicy);
  if (barrier) return tellBarrier(chosen, order, barrier, said.notices, context);
  const present = facts.contents?.orderId === order.id ? facts.contents.result : undefined;
  if (present === undefined) return needs(chosen, said, { fact: "contents", orderId: order.id });
  if (!present) return handOver(chosen, [...said.notices, text(context.language, "leftToTeam", { order: order.name })], "policy-exception");
  const since = standsAgainst(present);
  if (since) return tellBarrier(chosen, { ...order, cancelledAt: present.cancelledAt }, since, said.notices, context);
  // Where money is open already, what is shown would not be what is paid.
  if (!present.editable || /[1-9]/.test(present.outstanding.amount))
    return handOver(chosen, [...said.notices, text(context.language, "leftToTeam", { order: order.name })], "policy-exception");
  const picked = pickChange(chosen, present, said, facts, context);
  if ("status" in picked) return picked;
  if ("fact" in picked) return needs(picked.state, said, { fact: "variants", orderId: order.id, productId: picked.productId });
  return withChange(picked.state, order, present, picked, said, facts, context);
}

const standsAgainst = (facts: EditFacts) => barrierOf(facts) ?? (facts.hasParcel ? ("partly-shipped" as const) : null);

function needs(state: EditState, { yes, notices }: Said, need: NonNullable<EditResult["needs"]>[number]): EditResult {
  return { ...result({ ...state, pending: { ...(yes && { yes }), notices } }, [], "waiting"), needs: [need] };
}

type Picked = { change: OrderChange; summary: string };

/** What it costs, a person where that is beyond the merchant's limit, or the yes to it. */
function withChange(
  state: EditState,
  order: OrderFacts,
  present: EditFacts,
  { change, summary }: Picked,
  said: Said,
  facts: FlowFacts,
  context: FlowContext,
): EditResult {
  const { language } = context;
  const { edit, contents: read } = facts;
  const isThis = edit?.orderId === order.id && JSON.stringify(edit.change) === JSON.stringify(change) && read !== undefined;
  if (!edit || !isThis) return needs(state, said, { fact: "edit", orderId: order.id, change });
  const quote = edit.result;
  if ("error" in quote)
    return handOver(
      state,
      [...said.notices, text(language, "quoteFailed")],
      quote.error === "not-allowed" ? "policy-exception" : "tool-failure",
    );
  const tooMuch = checkExtra(quote.inShopCurrency, context.orderPolicy);
  if (tooMuch) return tellBarrier(state, order, tooMuch, said.notices, context);
  if (state.confirmedHash === quote.hash) return handOver(state, [text(language, "failed")], "tool-failure");
  const { shown } = state;
  const inTime = shown !== undefined && context.now.getTime() - Date.parse(shown.at) <= quoteHolds;
  if (said.yes && shown?.hash === quote.hash && inTime) {
    const customer = order.customerId ?? order.email ?? order.phone;
    const effect: PlannedEffect = {
      kind: "order-edit",
      input: {
        orderId: order.id,
        orderName: order.name,
        quoteHash: quote.hash,
        change,
        before: contents(present.lines),
        after: contentsAfter(present.lines, change),
        ...(customer && { customer }),
      },
    };
    const changing: EditState = { ...state, phase: "changing", confirmedHash: quote.hash };
    return { ...result(changing, says([text(language, "changing", { order: order.name })])), effects: [effect] };
  }
  const why = !said.yes ? [] : [text(language, shown?.hash === quote.hash ? "expired" : "changedMeanwhile")];
  const others = present.lines.some((line) => line.quantity > 0 && !change.set.some((one) => one.lineItemId === line.lineItemId));
  return askToConfirm(state, { summary, change, quote, others }, [...said.notices, ...why], context);
}

/** Something happened to the order whose change was shown: told when it can no longer be changed. */
function tellNews(state: EditState, facts: FlowFacts, context: FlowContext): EditResult {
  const order = facts.orders.find((one) => one.id === state.orderId);
  const barrier = order && state.shown ? barrierOf(order) : null;
  if (!order || !barrier) return result(state, []);
  return tellBarrier(state, order, barrier, barrier === "cancelled" ? [] : [text(context.language, "overtaken")], context);
}

function steps(state: EditState, language: Language): StepView[] {
  const { orderName, item, shown, confirmedHash } = state;
  return [
    { slot: "order", label: text(language, "stepOrder"), ...(orderName && { value: orderName }), done: orderName !== undefined },
    { slot: "item", label: text(language, "stepItem"), ...(item?.label && { value: item.label }), done: item !== undefined },
    { slot: "change", label: text(language, "stepChange"), ...(shown && { value: shown.summary }), done: shown !== undefined },
    { slot: "confirm", label: text(language, "stepConfirm"), done: confirmedHash !== undefined },
  ];
}
