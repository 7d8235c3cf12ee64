import type { Language } from "#app/channels/message.ts";
import { crosses, hashChange, namesState, type PostalAddress, sameAddress } from "#app/domain/orders/address.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { barrierOf, checkAddressChange } from "#app/domain/orders/order-policy.ts";
import type { Flow, FlowContext, FlowFacts, FlowInput, PlannedEffect, StepView } from "../engine.ts";
import { fold } from "../item-words.ts";
import { obviousOrder } from "../open-orders.ts";
import { isGivenBack } from "../reading.ts";
import { says } from "../texts.ts";
import { afterwards, settleEffect } from "./after.ts";
import { addressLines, askPart, askToConfirm, askWhich, canChange, tellBarrier } from "./ask.ts";
import type { Draft } from "./parse.ts";
import { readInput } from "./read.ts";
import { type AddressResult, type AddressState, handOver, missingPart, result, type Said, startChanging, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";

/** A yes counts so long after the address was read back; milliseconds. */
const readBackHolds = 30 * 60_000;

/** Sends an order that has not left to another address of the same country: which one, where to, and the yes to the whole of it. */
export const changeAddressFlow: Flow<AddressState> = {
  name: "change-address",
  start: startChanging,
  // Whoever sends a parcel elsewhere has it: the proof is of this half hour. What is told afterwards needs no new one.
  requires: ({ phase }) => (phase === "collecting" ? "fresh" : "verified"),
  advance,
  steps,
};

function advance(saved: AddressState, input: FlowInput, facts: FlowFacts, context: FlowContext): AddressResult {
  const { pending, ...kept } = saved;
  const state = handedBack(kept, input);
  if (input.kind === "effect-settled") {
    const settled = settleEffect(state, facts, context);
    return "status" in settled ? settled : goOn(settled.state, settled, facts, context);
  }
  if (state.phase !== "collecting") return afterwards(state, input, facts, context);
  if (input.kind === "store-event") return tellNews(state, facts, context);
  if (input.kind === "continue") return pending ? goOn(state, pending, facts, context) : result(state, []);
  const read = readInput(state, input, facts, context);
  if (!read) return { ...result(state, []), understood: false };
  if (read.kept) return result({ ...read.state, phase: "finished" }, says([text(context.language, "kept")]));
  return goOn(read.state, read, facts, context);
}

function handedBack(state: AddressState, input: FlowInput): AddressState {
  return isGivenBack(state, input) ? { ...state, phase: "collecting", shown: undefined, asked: undefined } : state;
}

/** Finds out the order and whether its address can be changed, and asks or does what comes next. */
function goOn(state: AddressState, said: Said, facts: FlowFacts, context: FlowContext): AddressResult {
  const { language } = context;
  const known = facts.orders.find((one) => one.id === state.orderId);
  const order =
    known ?? (said.notices.length === 0 || state.orderId ? obviousOrder(facts.orders, (one) => canChange(one, context)) : undefined);
  if (!order) return askWhich(withOrder(state, undefined), said.notices, facts, context);
  const chosen = withOrder(state, order);
  const barrier = checkAddressChange(order, context.orderPolicy);
  if (barrier) return tellBarrier(chosen, order, barrier, said.notices, context);
  const present = facts.address?.orderId === order.id ? facts.address.result : undefined;
  if (present === undefined) {
    const { yes, notices } = said;
    return {
      ...result({ ...chosen, pending: { ...(yes && { yes }), notices } }, [], "waiting"),
      needs: [{ fact: "address", orderId: order.id }],
    };
  }
  const since = present && barrierOf(present);
  if (since) return tellBarrier(chosen, { ...order, cancelledAt: present.cancelledAt }, since, said.notices, context);
  if (!present?.address)
    return handOver(chosen, [...said.notices, text(language, "leftToTeam", { order: order.name })], "policy-exception");
  return withPresent(chosen, order, present.address, said, context);
}

/** The next missing part, a person where the place changes more than the way, or the whole address and the yes to it. */
function withPresent(state: AddressState, order: OrderFacts, from: PostalAddress, said: Said, context: FlowContext): AddressResult {
  const { language } = context;
  const part = missingPart(state.draft, from.zip !== undefined);
  if (part) return askPart(state, part, said.notices, context);
  const to = target(state.draft, from);
  const border = crosses(from, to);
  const allowed = border === "zone" && context.orderPolicy.changeAddressAcross && namesState(from, to);
  if (border && !allowed)
    return handOver(state, [...said.notices, text(language, border === "country" ? "otherCountry" : "otherZone")], "policy-exception");
  if (sameAddress(from, to))
    return result({ ...state, phase: "finished" }, says([...said.notices, text(language, "sameAlready", { order: order.name })]));
  const hash = hashChange(order.id, from, to);
  if (state.refused?.includes(hash)) return handOver(state, [text(language, "failed")], "tool-failure");
  const { shown } = state;
  const inTime = shown !== undefined && context.now.getTime() - Date.parse(shown.at) <= readBackHolds;
  if (said.yes && shown?.hash === hash && inTime) return change(state, order, to, hash, context);
  const why = !said.yes ? [] : [text(language, shown?.hash === hash ? "expired" : "changedMeanwhile")];
  return askToConfirm(state, to, hash, [...said.notices, ...why], context);
}

/** The typed place for the person the order is for. The state is only known to stay where the town or the postcode does. */
function target(draft: Draft, from: PostalAddress): PostalAddress {
  const sameTown = fold(draft.city ?? "") === fold(from.city ?? "") || draft.zip === from.zip;
  const { firstName, lastName, company, phone } = from;
  return withoutGaps({
    firstName,
    lastName,
    company,
    phone,
    address1: draft.address1,
    address2: draft.address2,
    zip: draft.zip,
    city: draft.city,
    provinceCode: draft.provinceCode ?? (sameTown ? from.provinceCode : undefined),
    countryCode: draft.countryCode ?? from.countryCode,
  });
}

/** State is kept as JSON, where nothing is undefined. */
function withoutGaps(address: PostalAddress): PostalAddress {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined));
}

/** The one change of this case. */
function change(
  state: AddressState,
  order: OrderFacts,
  address: PostalAddress,
  quoteHash: string,
  { language }: FlowContext,
): AddressResult {
  const customer = order.customerId ?? order.email ?? order.phone;
  const effect: PlannedEffect = {
    kind: "address-change",
    input: { orderId: order.id, orderName: order.name, quoteHash, address, ...(customer && { customer }) },
  };
  const changing: AddressState = { ...state, phase: "changing", confirmedHash: quoteHash };
  return { ...result(changing, says([text(language, "changing", { order: order.name })])), effects: [effect] };
}

/** Something happened to the order whose address was read back: told when it can no longer be changed. */
function tellNews(state: AddressState, facts: FlowFacts, context: FlowContext): AddressResult {
  const order = facts.orders.find((one) => one.id === state.orderId);
  const barrier = order && state.shown ? barrierOf(order) : null;
  if (!order || !barrier) return result(state, []);
  return tellBarrier(state, order, barrier, barrier === "cancelled" ? [] : [text(context.language, "overtaken")], context);
}

function steps(state: AddressState, language: Language): StepView[] {
  const { orderName, shown, draft } = state;
  const typed = shown?.to ?? draft;
  const lines = addressLines(typed, language).join(", ");
  const isWhole = missingPart(draft, false) === null;
  return [
    { slot: "order", label: text(language, "stepOrder"), ...(orderName && { value: orderName }), done: orderName !== undefined },
    { slot: "address", label: text(language, "stepAddress"), ...(isWhole && lines && { value: lines }), done: isWhole },
    { slot: "confirm", label: text(language, "stepConfirm"), done: state.confirmedHash !== undefined },
  ];
}
