import type { ExchangeVariant } from "#app/domain/orders/exchange.ts";
import type { ReturnOutcome } from "#app/domain/returns/policy-types.ts";
import { sameMoney } from "../../money.ts";
import { lineById, type Scene } from "../lines.ts";
import type { Ending } from "../state.ts";

/**
 * How a thing that was given may end: in another kind of it, where the rules offer that, or in a gift card. Never in money, which is the
 * buyer's, and never without the thing coming back.
 */
export function giftEndings({ state }: Scene, allowed: ReturnOutcome[]): Ending[] {
  if (allowed.length === 0) return [];
  const isSwapped = allowed.includes("exchange-variant") && !state.exchange?.gone;
  return isSwapped ? ["exchange-variant", "gift-card"] : ["gift-card"];
}

/** Kinds that cost what was paid: nobody pays and nobody is paid. Of a thing that the shopper has bought, any. */
export function isEven(scene: Scene, { price }: ExchangeVariant): boolean {
  const [pick] = scene.state.picks;
  const paid = pick && lineById(scene, pick.fulfillmentLineItemId)?.item.unitPrice;
  return !scene.state.gift || (paid !== undefined && sameMoney(price, paid));
}
