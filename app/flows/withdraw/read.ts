import { canonicalOrder, longest, oneLine, readAddress } from "#app/domain/withdrawals/statement.ts";
import type { Understanding } from "#app/pipeline/assistant/model.ts";
import type { FlowContext, FlowFacts, FlowInput } from "../engine.ts";
import { orderByNumber } from "../order-mention.ts";
import { sayPlace } from "../places.ts";
import { orderInWords } from "../track-order/slots.ts";
import { type Said, type WithdrawState, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";
import { asksWithdrawal } from "./wish.ts";

/** What an input has changed and said; `kept`: nothing is to be stated after all. */
export type Read = Said & { state: WithdrawState; kept?: true };

/** Reads one input of somebody who withdraws; null when it is not about that. */
export function readInput(state: WithdrawState, input: FlowInput, facts: FlowFacts, context: FlowContext): Read | null {
  if (input.kind === "choice") return readChoice(state, input, facts, context);
  if (input.kind === "resume") return readResume(state, input, facts, context);
  if (input.kind === "text") return readText(state, input.text, input.understanding, facts, context);
  return { state, notices: [] };
}

function readChoice(
  state: WithdrawState,
  { slot, value }: Extract<FlowInput, { kind: "choice" }>,
  facts: FlowFacts,
  context: FlowContext,
): Read {
  if (slot === "keep") return { state, notices: [], kept: true };
  const order = slot === "order" && facts.orders.find((one) => one.id === value);
  if (order) return { state: withOrder(state, order), notices: [] };
  if (slot === "confirm" && state.shown && value === canonicalOrder(state.shown.orderName)) return { state, notices: [], yes: true };
  return { state, notices: [text(context.language, "oldButton")] };
}

function readText(state: WithdrawState, words: string, understanding: Understanding, facts: FlowFacts, context: FlowContext): Read | null {
  const { command, yesNo, email } = understanding.slots;
  if (command === "stop") return { state, notices: [], kept: true };
  if (command) return { state: withOrder(state, undefined), notices: [] };
  const given = taken(state, words, understanding, facts);
  if (given !== state) return { state: given, notices: [] };
  if (state.shown && yesNo) return yesNo === "yes" ? { state, notices: [], yes: true } : { state, notices: [], kept: true };
  if (state.shown && (email || asksWithdrawal(words) || confirms(words))) return { state, notices: [], yes: confirms(words) };
  if (asksWithdrawal(words)) return { state, notices: [] };
  const isOther = understanding.intents.length > 0 && understanding.intents[0]?.intent !== "cancel_order";
  if (state.shown || isOther) return null;
  return unclear(state, words, context);
}

/** The words on the button, typed. */
function confirms(words: string): boolean {
  return /^\W*(?:(?:i |ich )?(?:confirm|bestatige|confirme|confermo|confirmo|bevestig)|widerruf bestatigen|confirm withdrawal)/i.test(
    words.normalize("NFD").replace(/\p{M}/gu, ""),
  );
}

/** Order and address that the words give. */
function taken(state: WithdrawState, words: string, understanding: Understanding, facts: FlowFacts): WithdrawState {
  const { email, orderName } = understanding.slots;
  const rest = email ? words.replace(/\S+@\S+/g, " ") : words;
  const own = orderInWords(facts.orders, state, rest, understanding);
  const named = own ?? (orderName ? { name: orderName } : undefined);
  const next = named && differs(state, named) ? withOrder(state, named) : state;
  const address = email && readAddress(email);
  if (!address || address === next.contact) return next;
  return { ...next, contact: address, contactIsOrders: undefined, shown: undefined, doubts: undefined };
}

function differs(state: WithdrawState, order: { id?: string; name: string }): boolean {
  if (order.id) return state.orderId !== order.id;
  return state.orderName === undefined || canonicalOrder(state.orderName) !== canonicalOrder(order.name);
}

/** What was written in answer to our question and is neither a number nor an address as we know them. The second time it is taken as it stands. */
function unclear(state: WithdrawState, words: string, { language }: FlowContext): Read {
  const slot = state.orderName === undefined ? "order" : "contact";
  const times = state.doubts?.slot === slot ? state.doubts.times + 1 : 1;
  const plain = oneLine(words).slice(0, longest.orderName);
  // Nobody is kept from withdrawing for want of a number: a person reads what stands there.
  if (slot === "order" && plain !== "" && (times > 1 || /\d{2,}/.test(plain)))
    return { state: withOrder(state, { name: plain }), notices: [] };
  return { state: { ...state, doubts: { slot, times } }, notices: [text(language, slot === "order" ? "orderUnclear" : "contactUnclear")] };
}

function readResume(
  state: WithdrawState,
  input: Extract<FlowInput, { kind: "resume" }>,
  facts: FlowFacts,
  { language }: FlowContext,
): Read {
  const isNew = state.orderName === undefined && state.offered === undefined && state.contact === undefined;
  const place = sayPlace(language, input.movedFrom);
  const again = isNew ? [] : [place ? text(language, "resumeFrom", { place }) : text(language, "resume")];
  const wish = input.text?.split("\n").filter(Boolean).at(-1) ?? "";
  const named = input.orderName ? orderByNumber(facts.orders, "", input.orderName) : undefined;
  if (named) return { state: withOrder(state, named), notices: again };
  return { state: input.understanding ? taken(state, wish, input.understanding, facts) : state, notices: again };
}
