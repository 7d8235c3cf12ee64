import type { FlowContext, FlowFacts, FlowInput } from "../engine.ts";
import { fold } from "../item-words.ts";
import { sayPlace } from "../places.ts";
import { readWith } from "../reading.ts";
import { orderInWords } from "../track-order/slots.ts";
import { hashLength } from "./ask.ts";
import { type EditState, type Said, withOrder, withWish } from "./state.ts";
import { text } from "./texts/index.ts";
import { itemWish } from "./wish.ts";

/** What an input has changed and said; `kept`: the order stays as it is; `cancels`: the whole of it shall go. */
export type Read = Said & { state: EditState; kept?: true; cancels?: true };

/** Reads one input of somebody who changes what an order holds; null when it is not about that. */
export const readInput = readWith<EditState, Read>({ choice: readChoice, text: readText, resume: readResume }, (state) => ({
  state,
  notices: [],
}));

function readChoice(
  state: EditState,
  { slot, value }: Extract<FlowInput, { kind: "choice" }>,
  facts: FlowFacts,
  { language }: FlowContext,
): Read {
  if (slot === "keep") return { state, notices: [], kept: true };
  if (slot === "change") return { state: anew(state), notices: [] };
  if (slot === "more" && state.shown) return { state: andMore(state), notices: [] };
  if (slot === "next" && value === "cancel" && state.asked === "last") return { state, notices: [], cancels: true };
  const order = slot === "order" && facts.orders.find((one) => one.id === value);
  if (order) return { state: withOrder(state, order), notices: [] };
  if (slot === "item") return { state: { ...state, item: { lineItemId: value, label: "" }, shown: undefined }, notices: [] };
  if (slot === "what" && (value === "variant" || value === "quantity" || value === "remove"))
    return { state: withWish(state, { kind: value, words: "" }), notices: [] };
  if (slot === "variant") return { state: withWish(state, { ...state.wish, words: "", kind: "variant", variantId: value }), notices: [] };
  if (slot === "confirm" && state.shown?.hash.slice(0, hashLength) === value) return { state, notices: [], yes: true };
  return { state, notices: [text(language, "oldButton")] };
}

const sureEnough = 0.6;
const alsoSaid = /\b(?:also|too|as well|auch|ausserdem|aussi|egalement|tambien|ademas|tambem|anche|inoltre|ook)\b/;

function readText(
  state: EditState,
  { text: words, understanding }: Extract<FlowInput, { kind: "text" }>,
  facts: FlowFacts,
  { language }: FlowContext,
): Read | null {
  const { slots, intents } = understanding;
  const { command, yesNo, orderName } = slots;
  if (command === "stop") return { state, notices: [], kept: true };
  if (command) return { state: anew(state), notices: [] };
  const [best] = intents;
  const isElsewhere = best !== undefined && best.intent !== "change_order" && best.intent !== "exchange" && best.confidence >= sureEnough;
  if (isElsewhere && words.includes("?")) return null;
  if (state.asked === "last" && yesNo === "yes") return { state, notices: [], cancels: true };
  if (state.asked === "last" && yesNo === "no") return { state, notices: [], kept: true };
  const wish = itemWish(words, slots, state.shown ? undefined : state.asked);
  if (state.shown && yesNo === "yes" && !wish?.kind) return { state, notices: [], yes: true };
  if (state.shown && yesNo === "no" && !wish?.kind) return { state: anew(state), notices: [] };
  const named = namedOrder(state, words, facts, understanding);
  if (named && named.id !== state.orderId) return { state: withWish(withOrder(state, named), wish ?? state.wish), notices: [] };
  if (!named && orderName) return { state: withOrder(state, undefined), notices: [text(language, "orderUnknown", { order: orderName })] };
  if (state.orderId === undefined)
    return best?.intent === "change_order" || wish?.kind ? { state: withWish(state, wish), notices: [] } : null;
  if (state.asked === "item" && !wish?.kind)
    return isElsewhere ? null : { state: { ...state, wish: { ...state.wish, words } }, notices: [] };
  if (wish && (wish.kind || state.asked === "variant")) {
    if (isElsewhere && !wish.kind) return null;
    const kind = wish.kind ?? "variant";
    const before = !state.shown ? state : alsoSaid.test(fold(words)) ? andMore(state) : anew(state);
    return { state: withWish(before, { ...wish, kind }), notices: [] };
  }
  if (best?.intent === "change_order") return { state: withWish(anew(state), wish), notices: [] };
  return state.asked && !isElsewhere ? { state, notices: [text(language, "notRead")] } : null;
}

function readResume(state: EditState, input: Extract<FlowInput, { kind: "resume" }>, facts: FlowFacts, { language }: FlowContext): Read {
  const words = input.text?.split("\n").filter(Boolean).at(-1) ?? "";
  const isNew = state.orderId === undefined && state.offered === undefined;
  const place = sayPlace(language, input.movedFrom);
  const notices = isNew ? [] : [place ? text(language, "resumeFrom", { place }) : text(language, "resume")];
  if (!isNew) return { state: { ...state, asked: undefined }, notices };
  const slots = input.understanding?.slots ?? {};
  const begun = withWish(state, words ? itemWish(words, slots) : undefined);
  const named = facts.orders.find((one) => one.name === input.orderName) ?? namedOrder(state, words, facts, input.understanding);
  if (named) return { state: withOrder(begun, named), notices };
  if (!slots.orderName) return { state: begun, notices };
  return { state: withOrder(begun, undefined), notices: [text(language, "orderUnknown", { order: slots.orderName })] };
}

function namedOrder(state: EditState, words: string, facts: FlowFacts, understanding: Parameters<typeof orderInWords>[3]) {
  // Once it is clear which order, things are named to change them.
  if (state.orderId === undefined) return orderInWords(facts.orders, state, words, understanding);
  return facts.orders.find((one) => one.name === understanding?.slots.orderName);
}

function anew(state: EditState): EditState {
  return { ...state, item: undefined, wish: undefined, earlier: undefined, asked: undefined, shown: undefined };
}

/** What is shown stays, and something else of the order is changed with it. */
function andMore(state: EditState): EditState {
  const { change, summary } = state.shown ?? {};
  return { ...anew(state), ...(change && summary && { earlier: { change, summary } }) };
}
