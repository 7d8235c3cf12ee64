import { isPositive, negated } from "../../money.ts";
import type { Scene } from "../lines.ts";
import { isQuote, presentQuote } from "../quote.ts";
import type { Answer } from "../slot.ts";
import { isExchange, withoutOutcome } from "../state.ts";
import { giftText } from "./texts/index.ts";

/** The store has the last word on what an exchange costs; what is not even is not made. Null where nothing stands against it. */
export function checkEven(scene: Scene): Answer | null {
  const { state, context } = scene;
  const quote = presentQuote(scene);
  if (!state.gift || !isExchange(state.outcome) || !state.exchange?.variantId || !isQuote(quote)) return null;
  if (!isPositive(quote.total) && !isPositive(negated(quote.total))) return null;
  return { state: { ...withoutOutcome(state), exchange: { gone: true } }, notices: [giftText(context.language, "notEven")] };
}
