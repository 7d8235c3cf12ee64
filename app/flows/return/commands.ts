import { wordsOf } from "../item-words.ts";
import type { Scene } from "./lines.ts";
import type { Answer, Words } from "./slot.ts";
import { nextMissing } from "./slots.ts";
import { isExchange, type ReturnState, startReturn, withoutItems, withoutOrder, withoutOutcome, withoutQuote } from "./state.ts";
import { text } from "./texts/index.ts";

export type Command = "back" | "start-over" | "stop";

/** Does what the shopper may say at any step. */
export function runCommand({ state, context }: Scene, command: Command): Answer {
  switch (command) {
    case "stop":
      return { state: { ...state, phase: "finished" }, notices: [text(context.language, "stopped")] };
    case "start-over":
      return {
        state: { ...startReturn(), proposalRefused: true, ...(state.gift && { gift: { misses: state.gift.misses } }) },
        notices: [text(context.language, "startedOver")],
      };
    case "back":
      return { state: stepBack(state), notices: [], framing: { kind: "change" } };
  }
}

/** Opens one saved step again and keeps the others. */
export function reopen(state: ReturnState, step: string): ReturnState | null {
  switch (step) {
    case "order":
      return { ...withoutOrder(state), proposalRefused: true };
    case "items":
      return { ...withoutItems(state), itemsAsked: true };
    case "reason":
      return withoutQuote({ ...state, reason: undefined, note: undefined, photosMissing: undefined, photosShown: undefined });
    case "outcome":
      return withoutOutcome(state);
    case "menu":
      return state.shownQuote ? { ...state, choosingChange: true } : null;
    default:
      return null;
  }
}

function stepBack(state: ReturnState): ReturnState {
  if (state.choosingChange) return { ...state, choosingChange: undefined };
  const before: Record<string, string> = { items: "order", reason: "items", outcome: "reason", confirm: "reason" };
  const undone = state.itemsDone && !state.photosMissing && state.reason ? outcomeBack(state) : null;
  if (undone) return undone;
  const halfPicked = !state.itemsDone && state.picks.length > 0;
  const step = halfPicked ? "items" : state.photosMissing ? "reason" : before[nextMissing(state)?.name ?? ""];
  return (step && reopen(state, step)) || { ...state, proposal: undefined, proposalRefused: true };
}

/** One step back within how it ends: the kind, the product, the choice of an exchange or of credit. */
function outcomeBack(state: ReturnState): ReturnState | null {
  const { outcome, exchange } = state;
  if (!outcome || outcome === "refund") return null;
  if (isExchange(outcome) && exchange?.variantId)
    return withoutQuote({ ...state, exchange: { ...exchange, variantId: undefined, label: undefined } });
  if (isExchange(outcome) && exchange?.productId) return withoutQuote({ ...state, exchange: {} });
  return withoutOutcome(state);
}

const stepWords: [string, RegExp][] = [
  ["reason", /\b(reason|grund|raison|motif|motivo|razon|reden)\b/],
  ["items", /\b(items?|articles?|artikel|artikels|articulos?|itens|articol[oi]|product(s|en|os)?|produits?|produkte?|prodott[oi])\b/],
  ["order", /\b(order|bestellung|commande|pedido|ordine|bestelling)\b/],
];
const otherWord = /\b(other|another|different|change|ander\w*|autre|changer|otr[oa]|cambiar|outr[oa]|mudar|altr[oa]|cambiare|wijzig\w*)\b/;
const shortAnswer = 6;

/** "other reason", "change the items": the step that shall be opened again, named in words. */
export function stepToChange(state: ReturnState, words: Words): string | undefined {
  const isShort = wordsOf(words.folded).length <= shortAnswer;
  const corrects = state.choosingChange || words.understanding.slots.correction === true;
  const { reason, orderName } = words.understanding.slots;
  if (!isShort || !(corrects || otherWord.test(words.folded)) || (reason && reason !== "other") || orderName) return undefined;
  const named = stepWords.find(([, pattern]) => pattern.test(words.folded))?.[0];
  // While the reason is asked, "a different product" describes it; only another order is surely a change.
  const isMeant = corrects || state.reason !== undefined || named === "order";
  return named && isMeant && isSaved(state, named) ? named : undefined;
}

function isSaved(state: ReturnState, step: string): boolean {
  if (step === "order") return state.orderId !== undefined;
  return step === "items" ? state.picks.length > 0 : state.reason !== undefined;
}
