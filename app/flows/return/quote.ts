import type { Block, Choice, Money } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import type { Quote } from "#app/domain/orders/facts.ts";
import { inOrderCurrency, inShopCurrency } from "#app/domain/orders/rate.ts";
import { feesFor } from "#app/domain/returns/policy.ts";
import type { ReviewReason } from "#app/domain/returns/policy-types.ts";
import { reviewsFor } from "#app/domain/returns/review.ts";
import { choiceId, type PlannedEffect, type QuoteRequest } from "../engine.ts";
import { addMoney, isPositive, negated, sameMoney, sayMoney, timesMoney } from "../money.ts";
import { checkOf, checksOf, lineById, type Scene } from "./lines.ts";
import { definitionFor } from "./reasons.ts";
import { type ReturnTextKey, text } from "./texts/index.ts";

/** Enough of the quote's hash to bind a yes to it; ids of choices must stay short. */
export const hashLength = 12;

/** What Shopify is asked to calculate; null until items and reason are known, since the reason decides the fees. */
export function quoteRequest(scene: Scene): QuoteRequest | null {
  const { state, order, context } = scene;
  const { reason } = state;
  if (!state.orderId || !order || !reason || state.picks.length === 0 || state.picks.some((pick) => pick.quantity < 1)) return null;
  const fees = state.picks.map((pick) => {
    const line = lineById(scene, pick.fulfillmentLineItemId);
    return line ? feesFor({ ...checkOf(line.item, scene), reason }, context.policy) : {};
  });
  const shippingFee = fees.map((one) => one.returnShippingFee ?? "0").reduce((one, other) => (Number(other) > Number(one) ? other : one));
  // Where nothing was paid there is no rate, and nothing that a fee could be taken from.
  const returnShippingFee = Number(shippingFee) > 0 ? inOrderCurrency(shippingFee, order) : null;
  return {
    orderId: state.orderId,
    items: state.picks.map(({ fulfillmentLineItemId, quantity }, index) => {
      const restockingFeePercentage = fees[index]?.restockingFeePercentage;
      return { fulfillmentLineItemId, quantity, ...(restockingFeePercentage !== undefined && { restockingFeePercentage }) };
    }),
    ...(returnShippingFee && { returnShippingFee }),
  };
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
  return [request.orderId, ...items.sort(), fee ? `${fee.amount} ${fee.currencyCode}` : ""].join("|");
}

/** The receipt: each item, tax, fees, and the sum on the button that accepts it. */
export function quoteBlock(scene: Scene, quote: Quote): Block {
  const { language, caseId } = scene.context;
  const lines = quote.items.map((item) => {
    const pick = scene.state.picks.find((one) => one.fulfillmentLineItemId === item.fulfillmentLineItemId);
    return { label: `${item.quantity} × ${pick ? itemLabel(pick) : ""}`, amount: sayMoney(item.subtotal, language) };
  });
  const { tax, taxIsExtra, restockingFee, returnShippingFee } = sumUp(quote);
  const add = (key: ReturnTextKey, money: Money) => lines.push({ label: text(language, key), amount: sayMoney(money, language) });
  if (isPositive(tax) && taxIsExtra) add("quoteTax", tax);
  if (isPositive(restockingFee)) add("quoteRestocking", negated(restockingFee));
  if (isPositive(returnShippingFee)) add("quoteShipping", negated(returnShippingFee));
  if (isPositive(tax) && !taxIsExtra) add("quoteTaxIncluded", tax);
  const total = sayMoney(quote.total, language);
  const others: Choice[] = [
    { id: choiceId(caseId, "outcome", "exchange"), title: text(language, "exchangeInstead") },
    { id: choiceId(caseId, "change", "menu"), title: text(language, "changeSomething") },
  ];
  return {
    kind: "quote",
    title: text(language, "quoteTitle", { order: scene.state.orderName ?? "" }),
    lines,
    total: { label: text(language, "quoteTotal"), amount: total },
    confirm: { id: choiceId(caseId, "confirm", quote.hash.slice(0, hashLength)), title: text(language, "quoteConfirm", { amount: total }) },
    others,
  };
}

/** The quote's sums. Where prices include tax, subtotals hold it already: it is shown, but the total does not add it. */
function sumUp(quote: Quote) {
  const nothing: Money = { amount: "0", currencyCode: quote.total.currencyCode };
  const sum = (amounts: (Money | undefined)[]) => amounts.filter((one) => one !== undefined).reduce(addMoney, nothing);
  const tax = sum(quote.items.map((item) => item.tax));
  const restockingFee = sum(quote.items.map((item) => item.restockingFee));
  const returnShippingFee = sum([quote.returnShippingFee]);
  const beforeTax = sum([...quote.items.map((item) => item.subtotal), negated(restockingFee), negated(returnShippingFee)]);
  return { tax, taxIsExtra: !sameMoney(beforeTax, quote.total), restockingFee, returnShippingFee };
}

/** Damage is looked at by a person, whatever the shop's mode. */
export function opensAtOnce(scene: Scene): boolean {
  return scene.context.policy.mode === "open" && scene.state.reason !== "damaged" && reviewsOf(scene).length === 0;
}

/** Why the merchant wants to see this return first. */
function reviewsOf(scene: Scene): ReviewReason[] {
  const { state, order, facts, context } = scene;
  if (!state.reason) return [];
  const prices = state.picks.flatMap(({ fulfillmentLineItemId, quantity }) => {
    const price = lineById(scene, fulfillmentLineItemId)?.item.unitPrice;
    return price ? [timesMoney(price, quantity)] : [];
  });
  const value = order && prices.length > 0 ? inShopCurrency(prices.reduce(addMoney), order) : null;
  const { policy, now, shopCountry } = context;
  const known = { checks: checksOf(scene), reason: state.reason, value, shopCountry, order, orders: facts.orders, now };
  return reviewsFor({ ...known, isBeforeReceipt: false }, policy);
}

/** The one change this case asks for; null when an item has no reason that Shopify would accept. */
export function plannedReturn(scene: Scene, quote: Quote): PlannedEffect | null {
  const { state } = scene;
  const request = quoteRequest(scene);
  if (!request || !state.reason || !state.orderName) return null;
  const items = [];
  for (const item of request.items) {
    const line = lineById(scene, item.fulfillmentLineItemId);
    const definition = line && definitionFor(line.item, state.reason);
    if (!definition) return null;
    items.push({ ...item, reasonDefinitionId: definition.id, ...(state.note && { note: state.note }) });
  }
  const owner = scene.order?.customerId ?? scene.order?.email ?? scene.order?.phone;
  const input = {
    orderId: request.orderId,
    orderName: state.orderName,
    items,
    ...(request.returnShippingFee && { returnShippingFee: request.returnShippingFee }),
    quoteHash: quote.hash,
    ...(owner && { customer: owner }),
  };
  if (opensAtOnce(scene)) return { kind: "return-create", input };
  const reviews = reviewsOf(scene);
  return { kind: "return-request", input: { ...input, ...(reviews.length > 0 && { reviews }) } };
}
