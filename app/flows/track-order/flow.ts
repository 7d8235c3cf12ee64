import type { Language } from "#app/channels/message.ts";
import { atLeast } from "#app/domain/identity/levels.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { sayDay } from "../dates.ts";
import type { Flow, FlowContext, FlowFacts, FlowInput, StepView } from "../engine.ts";
import { answerOrder } from "./answer.ts";
import { saysNotReceived } from "./not-received.ts";
import { deliveredAt } from "./sentences.ts";
import { partsOf } from "./situation.ts";
import { askOrder, obviousOrder, offeredOrders, orderInWords } from "./slots.ts";
import { startTracking, type TrackResult, type TrackState, trackResult } from "./state.ts";
import { text } from "./texts/index.ts";
import { tellNews } from "./updates.ts";

/** Where is my order? One slot, the order; everything else is facts. */
export const trackOrderFlow: Flow<TrackState> = {
  name: "track-order",
  start: startTracking,
  requires: (state) => (state.hiddenOrder ? "verified" : "channel"),
  advance,
  steps,
};

function advance(state: TrackState, input: FlowInput, facts: FlowFacts, context: FlowContext): TrackResult {
  const order = facts.orders.find((one) => one.id === state.orderId);
  switch (input.kind) {
    case "store-event":
      return tellNews(state, order, context, facts.toldElsewhere);
    case "choice":
      return choose(state, input, order, facts, context);
    case "text":
      return readText(state, input, order, facts, context);
    case "resume":
      return opening(state, input, order, facts, context);
    case "items":
      return show(state, order, facts, context);
    case "continue":
    case "photos":
    case "effect-settled":
      return trackResult(state, [], "done");
  }
}

function choose(
  state: TrackState,
  { slot, value }: Extract<FlowInput, { kind: "choice" }>,
  order: OrderFacts | undefined,
  facts: FlowFacts,
  context: FlowContext,
): TrackResult {
  if (slot === "order") return show(state, facts.orders.find((one) => one.id === value) ?? order, facts, context);
  if (order && slot === "next" && value === "return") {
    return { ...trackResult(state, [], "done"), next: { flow: "return", orderName: order.name } };
  }
  if (order && slot === "trouble" && value === "team") return askTeam(state, order, context);
  if (order && slot === "trouble" && value === "not-received" && deliveredParcel(order, context)) return notReceived(state, order, context);
  return show(state, order, facts, context);
}

function readText(
  state: TrackState,
  { text: words, understanding }: Extract<FlowInput, { kind: "text" }>,
  order: OrderFacts | undefined,
  facts: FlowFacts,
  context: FlowContext,
): TrackResult {
  const { slots, intents } = understanding;
  const wish = intents[0]?.intent;
  if (slots.command === "stop") return trackResult({ ...state, asksForTeam: undefined }, says(context, "allRight"), "done");
  const asksStatus = wish === "order_status";
  const isElsewhere = wish !== undefined && !asksStatus && wish !== "complaint" && (intents[0]?.confidence ?? 0) >= sureEnough;
  const choosing = !state.orderId;
  const named = asksStatus || choosing ? orderInWords(facts.orders, state, words, understanding) : undefined;
  const meant = named ?? order;
  if (meant && saysNotReceived(words) && !isElsewhere && deliveredParcel(meant, context)) return notReceived(state, meant, context);
  if (order && state.asksForTeam && slots.yesNo === "yes") return askTeam(state, order, context);
  if (state.asksForTeam && slots.yesNo === "no")
    return trackResult({ ...state, asksForTeam: undefined }, says(context, "allRight"), "done");
  if (asksStatus || (choosing && named && !isElsewhere)) return unknownOr(state, meant, slots.orderName, facts, context);
  if (slots.orderName && !isElsewhere)
    return unknownOr(state, orderInWords(facts.orders, state, words, understanding), slots.orderName, facts, context);
  return { ...trackResult(state, [], choosing || state.asksForTeam ? "waiting" : "done"), understood: false };
}

const sureEnough = 0.6;

function opening(
  state: TrackState,
  input: Extract<FlowInput, { kind: "resume" }>,
  order: OrderFacts | undefined,
  facts: FlowFacts,
  context: FlowContext,
): TrackResult {
  const wish = input.text?.split("\n").filter(Boolean).at(-1) ?? "";
  const orderName = input.understanding?.slots.orderName ?? state.hiddenOrder;
  const given = facts.orders.find((one) => one.name === (input.orderName ?? state.hiddenOrder));
  const named = given ?? orderInWords(facts.orders, state, wish, input.understanding);
  const meant = named ?? order;
  const claimed = meant ?? obviousOrder(facts.orders, context.now);
  if (claimed && saysNotReceived(wish) && deliveredParcel(claimed, context)) return notReceived(state, claimed, context);
  return unknownOr(state, meant, orderName, facts, context);
}

/**
 * Shows the order. A number that none of the shopper's orders has, whether or not it exists: proof is asked for where more of it
 * may show it, and else it is said.
 */
function unknownOr(
  state: TrackState,
  order: OrderFacts | undefined,
  orderName: string | undefined,
  facts: FlowFacts,
  context: FlowContext,
): TrackResult {
  const { hiddenOrder, ...plain } = state;
  const isUnknown = orderName !== undefined && order?.name !== orderName;
  if (!isUnknown) return show(plain, order, facts, context);
  const mayBeHidden = facts.mayProveMore && facts.level !== undefined && !atLeast(facts.level, "verified");
  if (mayBeHidden) return trackResult({ ...plain, orderId: undefined, orderName: undefined, hiddenOrder: orderName }, [], "waiting");
  const notice = text(context.language, "orderUnknown", { order: orderName });
  return ask({ ...plain, orderId: undefined, orderName: undefined }, facts, context, notice);
}

function show(state: TrackState, order: OrderFacts | undefined, facts: FlowFacts, context: FlowContext): TrackResult {
  const meant = order ?? obviousOrder(facts.orders, context.now);
  return meant ? answerOrder(state, meant, context) : ask(state, facts, context);
}

function ask(state: TrackState, facts: FlowFacts, context: FlowContext, notice?: string): TrackResult {
  const offered = offeredOrders(facts.orders).map((order) => order.id);
  const lead = notice ? [{ kind: "text" as const, text: notice }] : [];
  const blocks = notice && offered.length === 0 ? lead : [...lead, ...askOrder(facts.orders, context)];
  return { ...trackResult({ ...state, offered }, blocks, "waiting"), expecting: "order" };
}

function askTeam(state: TrackState, order: OrderFacts, context: FlowContext): TrackResult {
  const words = says(context, "teamLooks", { order: order.name });
  return { ...trackResult({ ...state, asksForTeam: undefined }, words, "escalate"), escalation: "policy-exception" };
}

/** Reported as delivered, and the shopper has nothing: money or goods may be lost, so a person decides. */
function notReceived(state: TrackState, order: OrderFacts, context: FlowContext): TrackResult {
  const at = deliveredParcel(order, context)?.at;
  const advice = at ? says(context, "searchFirst", { date: sayDay(at, context) }) : says(context, "searchFirstSomeDay");
  const known = { ...state, orderId: order.id, orderName: order.name, asksForTeam: undefined };
  return { ...trackResult(known, advice, "escalate"), escalation: "high-risk" };
}

function deliveredParcel(order: OrderFacts, context: FlowContext): { at?: Date } | undefined {
  const parcel = partsOf(order, context.now).parcels.findLast((one) => one.situation === "delivered");
  return parcel && { at: deliveredAt(parcel.facts) };
}

function says(context: FlowContext, key: Parameters<typeof text>[1], params?: Parameters<typeof text>[2]) {
  return [{ kind: "text" as const, text: text(context.language, key, params) }];
}

function steps(state: TrackState, language: Language): StepView[] {
  const done = state.orderId !== undefined;
  return [{ slot: "order", label: text(language, "stepOrder"), ...(state.orderName && { value: state.orderName }), done }];
}
