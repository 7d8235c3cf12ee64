import type { Money } from "#app/channels/message.ts";
import { inShopCurrency } from "#app/domain/orders/rate.ts";
import { outcomesFor } from "#app/domain/returns/policy.ts";
import type { ReturnOutcome } from "#app/domain/returns/policy-types.ts";
import type { ReturnReasonKey } from "#app/domain/returns/reasons.ts";
import { isAtMost } from "#app/domain/returns/review.ts";
import { addMoney, timesMoney } from "../../money.ts";
import { giftEndings } from "../gift/endings.ts";
import { checksOf, isClaim, lineById, type ReturnLine, type Scene } from "../lines.ts";
import { type Ending, isExchange, isQuoteDue, type ReturnState } from "../state.ts";

/** The ends that are open to all that goes back, the merchant's favourite first; none until items and reason are known. */
export function offeredOutcomes(scene: Scene): Ending[] {
  const { state } = scene;
  if (!state.reason || !scene.lines || state.picks.length === 0) return [];
  const open = allowedOutcomes(scene, state.reason);
  return state.gift ? giftEndings(scene, open) : open;
}

function allowedOutcomes(scene: Scene, reason: ReturnReasonKey): ReturnOutcome[] {
  // A person has let it through, whom the rules do not help: the plainest end, which they decide on once more.
  if (isClaim(scene)) return ["refund"];
  const [first = [], ...others] = checksOf(scene).map((check) => outcomesFor({ ...check, reason }, scene.context.policy));
  return first.filter((outcome) => others.every((one) => one.includes(outcome)) && isPossible(scene, outcome));
}

/** What the rules allow may still not be had: for several things at once, for guests, for what is worth more. */
function isPossible(scene: Scene, outcome: ReturnOutcome): boolean {
  switch (outcome) {
    case "exchange-variant":
      return exchangedLine(scene)?.item.productId !== undefined;
    case "exchange-product":
      return exchangedLine(scene) !== undefined;
    case "store-credit":
      return scene.ruled?.customerId !== undefined;
    case "keep-item":
      return isAtMost(returnedValue(scene), scene.context.policy.keepItemUpTo);
    case "refund":
      return true;
  }
}

/** The one line that goes back: an exchange is of one thing. */
export function exchangedLine(scene: Scene): ReturnLine | undefined {
  const [pick, ...more] = scene.state.picks;
  return pick && more.length === 0 ? lineById(scene, pick.fulfillmentLineItemId) : undefined;
}

/** What goes back at the price that was paid, in the shop's currency; null where nobody can tell. */
export function returnedValue(scene: Scene): Money | null {
  const { state, ruled: order } = scene;
  const prices = state.picks.flatMap(({ fulfillmentLineItemId, quantity }) => {
    const price = lineById(scene, fulfillmentLineItemId)?.item.unitPrice;
    return price ? [timesMoney(price, quantity)] : [];
  });
  return order && prices.length === state.picks.length && prices.length > 0 ? inShopCurrency(prices.reduce(addMoney), order) : null;
}

/** How it ends, when nothing about that is left to ask. Where money back is offered first nobody is asked: whoever wants something else says so. */
export function settledOutcome(scene: Scene): Ending | undefined {
  const { state } = scene;
  if (state.outcome) return isSettled(state) ? state.outcome : undefined;
  return isQuoteDue(state) && offeredOutcomes(scene)[0] === "refund" ? "refund" : undefined;
}

export function isSettled({ outcome, exchange }: ReturnState): boolean {
  return outcome !== undefined && (!isExchange(outcome) || exchange?.variantId !== undefined);
}
