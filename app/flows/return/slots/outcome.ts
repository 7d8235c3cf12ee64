import { returnOutcomes } from "#app/domain/returns/policy-types.ts";
import { askQuote } from "../ask-quote.ts";
import { checkEven } from "../gift/even.ts";
import type { Scene } from "../lines.ts";
import { askOutcome } from "../outcome/ask.ts";
import { checkExchange, exchangeProduct, takeVariant, withProduct } from "../outcome/exchange.ts";
import { isSettled, offeredOutcomes, settledOutcome } from "../outcome/offer.ts";
import { outcomeText } from "../outcome/texts/index.ts";
import { takeOutcome, wishOf } from "../outcome/words.ts";
import { showOutcome } from "../show.ts";
import type { Answer, Slot } from "../slot.ts";
import { areItemsKnown, type Ending, isExchange, isQuoteDue, isReasonGiven, withoutOutcome } from "../state.ts";

const endings: Ending[] = [...returnOutcomes, "gift-card"];

/**
 * How it ends: money back, credit, another item, or money for what is kept. Where money back is offered first its sum asks for it, and its
 * button answers this and the last step in one tap.
 */
export const outcomeSlot: Slot = {
  name: "outcome",
  label: "stepOutcome",
  isFilled: isSettled,
  isBegun: (state) => state.outcome !== undefined,
  show: showOutcome,
  ask: (scene) => (settledOutcome(scene) ? askQuote(scene) : askOutcome(scene)),
  choose(scene, part, value) {
    if (!isQuoteDue(scene.state)) return null;
    if (part === "outcome") {
      // "exchange": the button of an older version.
      const outcome = value === "exchange" ? "exchange-variant" : endings.find((one) => one === value);
      return outcome ? takeOutcome(scene, outcome) : null;
    }
    if (part === "variant") return exchangeProduct(scene) ? takeVariant(scene, value) : null;
    const product = part === "product" ? scene.state.exchange?.found?.find((one) => one.productId === value) : undefined;
    return product ? { state: withProduct(scene.state, product), notices: [] } : null;
  },
  parse(scene, words) {
    const { state } = scene;
    // Said along with the wish: kept until the rules can say whether it is open.
    if (words.understanding.intents[0]?.intent !== "exchange" || state.outcome || isQuoteDue(state)) return null;
    return { state: { ...state, outcome: "exchange-variant", exchange: { wish: wishOf(words) } }, notices: [] };
  },
  check: checkOutcome,
};

/** What was chosen against what is open today, and the goods against the store's stock. */
function checkOutcome(scene: Scene): Answer | null {
  const { state, lines, context } = scene;
  if (!state.outcome || !lines || !areItemsKnown(state) || !isReasonGiven(state)) return null;
  const offered = offeredOutcomes(scene);
  if (offered.includes(state.outcome)) return checkExchange(scene) ?? checkEven(scene);
  const other: Ending | undefined = isExchange(state.outcome) ? offered.find(isExchange) : undefined;
  if (other && !state.exchange?.variantId) return { state: { ...state, outcome: other }, notices: [] };
  const isOneOfMany = isExchange(state.outcome) && state.picks.length > 1;
  return { state: withoutOutcome(state), notices: [outcomeText(context.language, isOneOfMany ? "oneItemPerExchange" : "notOffered")] };
}

/** Takes the only end there is, where it is not the one that needs no word; a kind that cannot be had is not tried again. */
export function takeOnlyOutcome(scene: Scene): Answer | null {
  const { state } = scene;
  if (state.outcome || state.exchange?.gone || !isQuoteDue(state)) return null;
  const [only, ...more] = offeredOutcomes(scene);
  return only && more.length === 0 && only !== "refund" ? { state: { ...state, outcome: only }, notices: [] } : null;
}
