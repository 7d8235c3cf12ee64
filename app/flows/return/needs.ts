import type { FactRequest, FlowInput } from "../engine.ts";
import type { Scene } from "./lines.ts";
import { exchangeNeeds } from "./outcome/exchange.ts";
import { isForPerson } from "./photos.ts";
import { presentQuote, quoteRequest } from "./quote.ts";
import { type Framing, isQuoteDue, type ReturnState } from "./state.ts";

/** The facts that this state cannot be read or continued without, and that are not at hand. */
export function missingFacts({ state, order, ruled, lines, facts, context }: Scene): FactRequest[] {
  if (state.phase !== "collecting" || !state.orderId || !order) return [];
  if (!lines) return [{ fact: "returnable", orderId: state.orderId }];
  const scene = { state, order, ruled, lines, facts, context };
  if (isForPerson(scene)) return [];
  const goods = exchangeNeeds(scene);
  if (goods.length > 0) return goods;
  const request = isQuoteDue(state) ? quoteRequest(scene) : null;
  return request && !presentQuote(scene) ? [{ fact: "quote", request }] : [];
}

/** Puts the work aside until the facts are there. Null when the same facts were just asked for and did not come. */
export function awaitFacts(
  state: ReturnState,
  needs: FactRequest[],
  rest: { input?: FlowInput; notices: string[]; framing: Framing },
  askedBefore: string | undefined,
): ReturnState | null {
  const asked = JSON.stringify(needs);
  return asked === askedBefore ? null : { ...state, pending: { ...rest, asked } };
}
