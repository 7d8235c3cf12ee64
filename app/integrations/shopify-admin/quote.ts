import { createHash } from "node:crypto";
import type { Money } from "#app/channels/message.ts";
import type { Quote } from "#app/domain/orders/facts.ts";
import type { QuoteRequest } from "#app/flows/engine.ts";
import { addDecimals, inCurrency, negateDecimal } from "./decimal.ts";
import type { CalculatedReturnNode } from "./responses.ts";

/**
 * The exact money of a return from Shopify's calculation; an error when Shopify calculated something else than was asked.
 * Where prices include tax, Shopify's subtotals include it too, so it is shown but not added once more.
 */
export function toQuote(request: QuoteRequest, node: CalculatedReturnNode, taxesIncluded: boolean): Quote | { error: string } {
  const items = node.returnLineItems.map((line) => ({
    fulfillmentLineItemId: line.fulfillmentLineItem.id,
    quantity: line.quantity,
    subtotal: tidy(line.subtotalSet.presentmentMoney),
    tax: tidy(line.totalTaxSet.presentmentMoney),
    restockingFee: line.restockingFee ? feeOf(line.restockingFee.amountSet.presentmentMoney) : undefined,
  }));
  const currencyCode = items[0]?.subtotal.currencyCode;
  const returnShippingFee = node.returnShippingFee ? feeOf(node.returnShippingFee.amountSet.presentmentMoney) : undefined;
  if (!currencyCode || quantities(items) !== quantities(request.items))
    return { error: "Shopify calculated other items than were asked for." };

  const fees = [...items.map((item) => item.restockingFee), returnShippingFee].filter((fee) => fee !== undefined);
  const credits = items.flatMap((item) => (taxesIncluded ? [item.subtotal] : [item.subtotal, item.tax]));
  if ([...fees, ...credits].some((money) => money.currencyCode !== currencyCode))
    return { error: "Shopify mixed currencies in one calculation." };

  const total = addDecimals(...credits.map((money) => money.amount), ...fees.map((fee) => negateDecimal(fee.amount)));
  const quote = { items, returnShippingFee, total: { amount: inCurrency(total, currencyCode), currencyCode } };
  return { ...quote, hash: hashQuote(request.orderId, quote) };
}

/** The same items at the same money give the same hash, in whatever order Shopify listed them. */
export function hashQuote(orderId: string, quote: Omit<Quote, "hash">): string {
  const lines = quote.items
    .map((item) => [item.fulfillmentLineItemId, item.quantity, text(item.subtotal), text(item.tax), text(item.restockingFee)])
    .sort((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1));
  const canonical = JSON.stringify([orderId, lines, text(quote.returnShippingFee), text(quote.total)]);
  return createHash("sha256").update(canonical).digest("hex");
}

/** Items and quantities as one comparable text; a line named twice counts as one of both quantities. */
export function quantities(items: { fulfillmentLineItemId: string; quantity: number }[]): string {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(item.fulfillmentLineItemId, (sums.get(item.fulfillmentLineItemId) ?? 0) + item.quantity);
  return JSON.stringify([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function tidy(money: Money): Money {
  return { amount: inCurrency(money.amount, money.currencyCode), currencyCode: money.currencyCode };
}

/** A fee of nothing is no fee. */
function feeOf(money: Money): Money | undefined {
  return /[1-9]/.test(money.amount) ? tidy(money) : undefined;
}

function text(money: Money | undefined): string | null {
  return money ? `${money.amount} ${money.currencyCode}` : null;
}
