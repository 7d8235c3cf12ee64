import type { FlowContext, FlowFacts, FlowInput } from "../engine.ts";
import { sayPlace } from "../places.ts";
import { readWith } from "../reading.ts";
import { orderInWords } from "../track-order/slots.ts";
import { hashLength } from "./ask.ts";
import { holdsAddress, parseAddress } from "./parse.ts";
import { type AddressState, type Said, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";

/** What an input has changed and said; `kept`: the address stays as it is. */
export type Read = Said & { state: AddressState; kept?: true };

/** Reads one input of somebody who changes where an order goes; null when it is not about that. */
export const readInput = readWith<AddressState, Read>({ choice: readChoice, text: readText, resume: readResume }, (state) => ({
  state,
  notices: [],
}));

function readChoice(
  state: AddressState,
  { slot, value }: Extract<FlowInput, { kind: "choice" }>,
  facts: FlowFacts,
  context: FlowContext,
): Read {
  if (slot === "keep") return { state, notices: [], kept: true };
  if (slot === "change") return { state: anew(state), notices: [] };
  const order = slot === "order" && facts.orders.find((one) => one.id === value);
  if (order) return { state: withOrder(state, order), notices: [] };
  if (slot === "confirm" && state.shown?.hash.slice(0, hashLength) === value) return { state, notices: [], yes: true };
  return { state, notices: [text(context.language, "oldButton")] };
}

const sureEnough = 0.6;

function readText(
  state: AddressState,
  { text: words, understanding }: Extract<FlowInput, { kind: "text" }>,
  facts: FlowFacts,
  { language }: FlowContext,
): Read | null {
  const { command, yesNo, orderName } = understanding.slots;
  if (command === "stop") return { state, notices: [], kept: true };
  if (command) return { state: anew(state), notices: [] };
  const [best] = understanding.intents;
  const isElsewhere = best !== undefined && best.intent !== "change_address" && best.confidence >= sureEnough;
  if (isElsewhere && words.includes("?")) return null;
  if (state.shown && yesNo === "yes") return { state, notices: [], yes: true };
  if (state.shown && yesNo === "no" && !holdsAddress(words)) return { state: anew(state), notices: [] };
  // Once it is clear which order, numbers belong to the address.
  if (state.orderId === undefined) {
    const named = orderInWords(facts.orders, state, words, understanding);
    if (named) return { state: withAddress(withOrder(state, named), words), notices: [] };
    if (orderName) return unknownOrder(state, orderName, language);
  }
  const draft = parseAddress(words, state.shown ? {} : state.draft, state.asked);
  const isNew = JSON.stringify(draft) !== JSON.stringify(state.shown ? {} : state.draft);
  if (isNew) return { state: { ...state, draft, shown: undefined }, notices: [] };
  if (best?.intent === "change_address") return { state, notices: [] };
  return state.asked && !isElsewhere ? { state, notices: [text(language, "notRead")] } : null;
}

function readResume(state: AddressState, input: Extract<FlowInput, { kind: "resume" }>, facts: FlowFacts, { language }: FlowContext): Read {
  const wish = input.text?.split("\n").filter(Boolean) ?? [];
  const isNew = state.orderId === undefined && state.offered === undefined;
  const place = sayPlace(language, input.movedFrom);
  const notices = isNew ? [] : [place ? text(language, "resumeFrom", { place }) : text(language, "resume")];
  if (state.orderId !== undefined) return { state: { ...state, asked: undefined }, notices };
  const last = wish.at(-1) ?? "";
  const named = facts.orders.find((one) => one.name === input.orderName) ?? orderInWords(facts.orders, state, last, input.understanding);
  const begun = withAddress(state, last);
  if (named) return { state: withOrder(begun, named), notices };
  const orderName = input.understanding?.slots.orderName;
  return orderName && !holdsAddress(last) ? unknownOrder(begun, orderName, language) : { state: begun, notices };
}

/** The wish itself may hold the whole address; a part of one is not guessed at. */
function withAddress(state: AddressState, words: string): AddressState {
  return holdsAddress(words) ? { ...state, draft: parseAddress(words, {}, undefined), shown: undefined } : state;
}

function anew(state: AddressState): AddressState {
  return { ...state, draft: {}, asked: undefined, shown: undefined };
}

/** A number that none of the shopper's orders has, whether or not it exists. */
function unknownOrder(state: AddressState, order: string, language: FlowContext["language"]): Read {
  return { state: withOrder(state, undefined), notices: [text(language, "orderUnknown", { order })] };
}
