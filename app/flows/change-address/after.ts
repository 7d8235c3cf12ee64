import { isEvent, isRule } from "#app/domain/orders/order-policy.ts";
import type { FlowContext, FlowFacts, FlowInput } from "../engine.ts";
import { says } from "../texts.ts";
import { orderInWords } from "../track-order/slots.ts";
import { addressLines, tellBarrier } from "./ask.ts";
import type { Draft, Part } from "./parse.ts";
import { type AddressResult, type AddressState, handOver, result } from "./state.ts";
import { type AddressTextKey, text } from "./texts/index.ts";

/** Parts that Shopify may refuse and the shopper can say anew; any other is for a person. */
const refusable: Record<Part, AddressTextKey> = { address1: "badStreet", zip: "badZip", city: "badCity" };

/** What is to be asked anew after a change that was not made. */
export type Again = { state: AddressState; notices: string[] };

/** The change has ended: what is told is what was seen at Shopify, or what is asked once more. */
export function settleEffect(state: AddressState, facts: FlowFacts, context: FlowContext): AddressResult | Again {
  const { effect } = facts;
  const { language } = context;
  if (!effect || state.phase !== "changing") return result(state, []);
  if (effect.state === "planned" || effect.state === "running") return result(state, []);
  if (effect.state === "unknown") return result(state, says([text(language, "takesLonger")]));
  const order = facts.orders.find((one) => one.id === state.orderId);
  if (effect.state === "done") {
    const lines = state.shown ? addressLines(state.shown.to, language) : [];
    const words = [text(language, "done", { order: state.orderName ?? "" }), ...lines].join("\n");
    return result({ ...state, phase: "changed" }, says([words]));
  }
  const { error = "" } = effect;
  if (order && (isEvent(error) || isRule(error))) return tellBarrier(state, order, error, [text(language, "overtaken")], context);
  if (order && error === "changed")
    return { state: { ...state, phase: "collecting", shown: undefined }, notices: [text(language, "changedMeanwhile")] };
  if (error.startsWith("invalid:")) return askRefused(state, error.slice("invalid:".length).split(","), context);
  if (error === "daily-cap") return handOver(state, [text(language, "handedOver")], "daily-cap");
  const key = error === "outcome-unknown" ? "outcomeUnknown" : error === "stored-otherwise" ? "storedOtherwise" : "failed";
  return handOver(state, [text(language, key)], "tool-failure");
}

/** Shopify does not take a part of it: that part is said anew. */
function askRefused(state: AddressState, fields: string[], { language }: FlowContext): AddressResult | Again {
  const parts = fields.filter((field): field is Part => field in refusable);
  if (parts.length < fields.length) return handOver(state, [text(language, "failed")], "tool-failure");
  const draft: Draft = { ...state.draft };
  for (const part of parts) delete draft[part];
  const refused = [...(state.refused ?? []), state.confirmedHash ?? ""];
  const notices = parts.map((part) => text(language, refusable[part], { value: state.shown?.to[part] ?? "" }));
  return { state: { ...state, phase: "collecting", draft, asked: parts[0], shown: undefined, confirmedHash: undefined, refused }, notices };
}

/** Everything that comes after the yes, or after the end. */
export function afterwards(state: AddressState, input: FlowInput, facts: FlowFacts, { language }: FlowContext): AddressResult {
  if (input.kind === "store-event") return result(state, []);
  if (input.kind === "text") {
    const { intents, slots } = input.understanding;
    if (intents[0]?.intent !== "change_address" && slots.command !== "stop") return { ...result(state, []), understood: false };
    const other = orderInWords(facts.orders, state, input.text, input.understanding);
    if (other && other.id !== state.orderId)
      return { ...result(state, []), next: { flow: "change-address", orderName: other.name, anew: true } };
  }
  const lines = state.phase === "changed" && state.shown ? addressLines(state.shown.to, language) : [];
  return result(state, says([[text(language, whereItIs[state.phase], { order: state.orderName ?? "" }), ...lines].join("\n")]));
}

const whereItIs: Record<AddressState["phase"], AddressTextKey> = {
  collecting: "nothingRunning",
  changing: "stillChanging",
  changed: "done",
  finished: "nothingRunning",
  "handed-over": "handedOver",
};
