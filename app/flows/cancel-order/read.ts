import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext, FlowFacts, FlowInput } from "../engine.ts";
import { fold } from "../item-words.ts";
import { sayPlace } from "../places.ts";
import { readWith } from "../reading.ts";
import { orderInWords } from "../track-order/slots.ts";
import { hashLength } from "./ask.ts";
import { type CancelState, type Said, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";

/** What an input has changed and said; `kept`: the shopper keeps the order. */
export type Read = Said & { state: CancelState; kept?: true };

/** Reads one input of somebody who cancels an order; null when it is not about that. */
export const readInput = readWith<CancelState, Read>({ choice: readChoice, text: readText, resume: readResume }, (state) => ({
  state,
  notices: [],
}));

function readChoice(
  state: CancelState,
  { slot, value }: Extract<FlowInput, { kind: "choice" }>,
  facts: FlowFacts,
  context: FlowContext,
): Read {
  if (slot === "keep") return { state, notices: [], kept: true };
  const order = slot === "order" && facts.orders.find((one) => one.id === value);
  if (order) return { state: withOrder(state, order), notices: [] };
  if (slot === "confirm" && state.shownQuote?.hash.slice(0, hashLength) === value) return { state, notices: [], yes: true };
  return { state, notices: [text(context.language, "oldButton")] };
}

function readText(
  state: CancelState,
  { text: words, understanding }: Extract<FlowInput, { kind: "text" }>,
  facts: FlowFacts,
  { language }: FlowContext,
): Read | null {
  const { command, yesNo, orderName } = understanding.slots;
  // "Cancel" may mean the order or this talk about it: neither is done on a guess.
  if (command === "stop" && saysCancel(words)) return { state, notices: [] };
  if (command === "stop") return { state, notices: [], kept: true };
  if (command) return { state: withOrder(state, undefined), notices: [] };
  const named = namedOrder(state, words, facts, understanding);
  if (named && named.id !== state.orderId) return { state: withOrder(state, named), notices: [] };
  if (!named && orderName) return unknownOrder(state, orderName, language);
  if (state.shownQuote && yesNo === "yes") return { state, notices: [], yes: true };
  if (yesNo === "no") return { state, notices: [], kept: true };
  return understanding.intents[0]?.intent === "cancel_order" || named ? { state, notices: [] } : null;
}

const saysCancel = (words: string): boolean => /cancel|stornier|annul/.test(fold(words));

function readResume(state: CancelState, input: Extract<FlowInput, { kind: "resume" }>, facts: FlowFacts, { language }: FlowContext): Read {
  const wish = input.text?.split("\n").filter(Boolean).at(-1) ?? "";
  const isNew = state.orderId === undefined && state.offered === undefined;
  const place = sayPlace(language, input.movedFrom);
  const again = isNew ? [] : [place ? text(language, "resumeFrom", { place }) : text(language, "resume")];
  const named = facts.orders.find((one) => one.name === input.orderName) ?? namedOrder(state, wish, facts, input.understanding);
  if (named) return { state: withOrder(state, named), notices: again };
  const orderName = input.understanding?.slots.orderName;
  return orderName ? unknownOrder(state, orderName, language) : { state, notices: again };
}

function namedOrder(
  state: CancelState,
  words: string,
  facts: FlowFacts,
  understanding: Parameters<typeof orderInWords>[3],
): OrderFacts | undefined {
  return orderInWords(facts.orders, state, words, understanding);
}

/** A number that none of the shopper's orders has, whether or not it exists. */
function unknownOrder(state: CancelState, order: string, language: FlowContext["language"]): Read {
  return { state: withOrder(state, undefined), notices: [text(language, "orderUnknown", { order })] };
}
