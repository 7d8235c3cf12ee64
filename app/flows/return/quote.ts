import type { Quote } from "#app/domain/orders/facts.ts";
import { atMostLeftOf, inOrderCurrency, inShopCurrency } from "#app/domain/orders/rate.ts";
import { isWithinInstant } from "#app/domain/returns/instant.ts";
import { feesFor } from "#app/domain/returns/policy.ts";
import type { ReviewReason } from "#app/domain/returns/policy-types.ts";
import { reviewsFor } from "#app/domain/returns/review.ts";
import type { PlannedEffect, QuoteRequest } from "../engine.ts";
import { openReturns } from "./existing.ts";
import { checkOf, checksOf, isClaim, lineById, type Scene } from "./lines.ts";
import { creditExpiry } from "./outcome/credit.ts";
import { quantityOf } from "./outcome/exchange.ts";
import { returnedValue, settledOutcome } from "./outcome/offer.ts";
import { definitionFor } from "./reasons.ts";
import { isExchange } from "./state.ts";

/** Enough of the quote's hash to bind a yes to it; ids of choices must stay short. */
export const hashLength = 12;

/** What Shopify is asked to calculate; null until items and reason are known, since the reason decides the fees. */
export function quoteRequest(scene: Scene): QuoteRequest | null {
  const { state, order, context } = scene;
  const { reason } = state;
  if (!state.orderId || !order || !reason || state.picks.length === 0 || state.picks.some((pick) => pick.quantity < 1)) return null;
  const outcome = settledOutcome(scene);
  if (!outcome) return null;
  const lines = state.picks.map((pick) => lineById(scene, pick.fulfillmentLineItemId));
  // What cannot be shown is not taken: of a gift there are no fees.
  const fees = lines.map((line) =>
    line && outcome !== "gift-card" && !state.gift ? feesFor({ ...checkOf(line.item, scene), reason, outcome }, context.policy) : {},
  );
  const shippingFee = fees.map((one) => one.returnShippingFee ?? "0").reduce((one, other) => (Number(other) > Number(one) ? other : one));
  // Where nothing was paid there is no rate, and nothing that a fee could be taken from.
  const wholeFee = Number(shippingFee) > 0 ? inOrderCurrency(shippingFee, order) : null;
  // A fee is taken off what comes back, and never more than that is: nobody pays for returning.
  const goods = state.picks.flatMap(({ lineItemId, quantity }, index) => {
    const unitPrice = lines[index]?.item.unitPrice;
    const bought = order.items.find((item) => item.lineItemId === lineItemId)?.quantity ?? lines[index]?.item.quantity;
    return unitPrice ? [{ unitPrice, quantity, bought, restockingFeePercentage: fees[index]?.restockingFeePercentage }] : [];
  });
  const returnShippingFee = wholeFee && atMostLeftOf(wholeFee, goods);
  return {
    orderId: state.orderId,
    items: state.picks.map(({ fulfillmentLineItemId, quantity }, index) => {
      const restockingFeePercentage = fees[index]?.restockingFeePercentage;
      return { fulfillmentLineItemId, quantity, ...(restockingFeePercentage !== undefined && { restockingFeePercentage }) };
    }),
    ...(returnShippingFee && { returnShippingFee }),
    ...(outcome !== "gift-card" && { outcome }),
    ...(isExchange(outcome) &&
      state.exchange?.variantId && { exchange: { variantId: state.exchange.variantId, quantity: quantityOf(state) } }),
    ...(outcome === "store-credit" && { credit: creditTerms(scene) }),
    ...(state.round && { round: state.round }),
  };
}

function creditTerms({ context }: Scene): NonNullable<QuoteRequest["credit"]> {
  const expiresOn = creditExpiry(context);
  return { bonusPercentage: context.policy.creditBonusPercentage ?? 0, ...(expiresOn && { expiresOn }) };
}

/** The quote at hand, when it answers exactly what would be asked now. */
export function presentQuote(scene: Scene): Quote | { error: string } | undefined {
  const request = quoteRequest(scene);
  const given = scene.facts.quote;
  return request && given && sameRequest(request, given.request) ? given.result : undefined;
}

export function isQuote(result: Quote | { error: string } | undefined): result is Quote {
  return result !== undefined && "hash" in result;
}

function sameRequest(one: QuoteRequest, other: QuoteRequest): boolean {
  return requestKey(one) === requestKey(other);
}

function requestKey(request: QuoteRequest): string {
  const fee = request.returnShippingFee;
  const items = request.items.map((item) => `${item.fulfillmentLineItemId}×${item.quantity}−${item.restockingFeePercentage ?? 0}`);
  const { outcome, exchange, credit, round } = request;
  const rest = JSON.stringify([outcome, exchange?.variantId, exchange?.quantity, credit?.bonusPercentage, credit?.expiresOn, round]);
  return [request.orderId, ...items.sort(), fee ? `${fee.amount} ${fee.currencyCode}` : "", rest].join("|");
}

/** Damage is looked at by a person, whatever the shop's mode; so is what the rules no longer cover. */
export function opensAtOnce(scene: Scene): boolean {
  return scene.context.policy.mode === "open" && scene.state.reason !== "damaged" && !isClaim(scene) && reviewsOf(scene).length === 0;
}

/** Whether the money goes back as soon as the return is open: only to the payment it came from, and only within the merchant's limits. */
export const paysAtOnce = (scene: Scene): boolean => isWithinLimits(scene) && opensAtOnce(scene);

function isWithinLimits(scene: Scene): boolean {
  const { state, order, facts, context } = scene;
  if (!state.reason || settledOutcome(scene) !== "refund") return false;
  const quote = presentQuote(scene);
  const money = order && isQuote(quote) ? [inShopCurrency(quote.total, order)] : [];
  const isWhole = state.picks.every(({ fulfillmentLineItemId, quantity }) => {
    const lineItemId = lineById(scene, fulfillmentLineItemId)?.item.lineItemId;
    return order?.items.find((item) => item.lineItemId === lineItemId)?.quantity === quantity;
  });
  const hasOther = facts.orders.some((one) => openReturns(one).length > 0);
  const known = { values: [returnedValue(scene), ...money], isWhole, hasOther, reason: state.reason, orders: facts.orders };
  return isWithinInstant(known, context.policy);
}

/** Why the merchant wants to see this return first. */
function reviewsOf(scene: Scene): ReviewReason[] {
  const { state, ruled: order, facts, context } = scene;
  if (!state.reason) return [];
  const { policy, now, shopCountry } = context;
  const settled = settledOutcome(scene);
  const outcome = settled === "gift-card" ? undefined : settled;
  const checks = checksOf(scene).map((check) => ({ ...check, outcome }));
  const known = {
    checks,
    reason: state.reason,
    value: returnedValue(scene),
    shopCountry,
    order,
    orders: facts.ruled ? [facts.ruled] : facts.orders,
    now,
  };
  // What is kept never comes back: its money always goes before.
  return reviewsFor({ ...known, isBeforeReceipt: outcome === "keep-item" || isWithinLimits(scene) }, policy);
}

/**
 * The one change this case asks for, and whether a person allows it first: Shopify's requests carry no exchange and no money, so these
 * wait in the case. Null when an item has no reason that Shopify would accept.
 */
export function plannedReturn(scene: Scene, quote: Quote): { effect: PlannedEffect; isHeld: boolean } | null {
  const { state } = scene;
  const quoted = quoteRequest(scene);
  if (!quoted || !state.reason || !state.orderName) return null;
  // Of a gift nothing is kept that names its buyer: it counts for the order.
  const owner = scene.order?.customerId ?? scene.order?.email ?? scene.order?.phone;
  const about = { orderId: quoted.orderId, orderName: state.orderName, quoteHash: quote.hash, ...(owner && { customer: owner }) };
  const isOpen = opensAtOnce(scene);
  if (quoted.outcome === "keep-item") {
    const items = state.picks.map(({ lineItemId, quantity }) => ({ lineItemId, quantity }));
    return { effect: { kind: "return-keep", input: { ...about, items, total: quote.total, quoted } }, isHeld: !isOpen };
  }
  const items = [];
  for (const item of quoted.items) {
    const line = lineById(scene, item.fulfillmentLineItemId);
    const definition = line && definitionFor(line.item, state.reason);
    if (!definition) return null;
    items.push({ ...item, reasonDefinitionId: definition.id, ...(state.note && !state.gift && { note: state.note }) });
  }
  const input = { ...about, items, ...(quoted.returnShippingFee && { returnShippingFee: quoted.returnShippingFee }) };
  const { exchange } = quoted;
  const productId = scene.facts.product?.productId;
  if (exchange) {
    if (!productId) return null;
    return { effect: { kind: "return-create", input: { ...input, exchange: { ...exchange, productId }, quoted } }, isHeld: !isOpen };
  }
  if (isOpen) return { effect: { kind: "return-create", input }, isHeld: false };
  const reviews = reviewsOf(scene);
  return { effect: { kind: "return-request", input: { ...input, ...(reviews.length > 0 && { reviews }) } }, isHeld: false };
}
