import { createHash } from "node:crypto";
import type { Money } from "#app/channels/message.ts";
import type { Quote } from "#app/domain/orders/facts.ts";
import type { QuoteRequest } from "#app/flows/engine.ts";
import { addDecimals, inCurrency, negateDecimal, percentOf } from "./decimal.ts";
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

  const exchange = exchangeOf(node);
  if (
    JSON.stringify(exchange && [exchange.variantId, exchange.quantity]) !==
    JSON.stringify(request.exchange && [request.exchange.variantId, request.exchange.quantity])
  )
    return { error: "Shopify calculated another exchange than was asked for." };

  const fees = [...items.map((item) => item.restockingFee), returnShippingFee].filter((fee) => fee !== undefined);
  const credits = items.flatMap((item) => (taxesIncluded ? [item.subtotal] : [item.subtotal, item.tax]));
  const costs = exchange ? (taxesIncluded ? [exchange.subtotal] : [exchange.subtotal, exchange.tax]) : [];
  if ([...fees, ...credits, ...costs].some((money) => money.currencyCode !== currencyCode))
    return { error: "Shopify mixed currencies in one calculation." };

  const taken = [...fees, ...costs].map((money) => negateDecimal(money.amount));
  const amount = inCurrency(addDecimals(...credits.map((money) => money.amount), ...taken), currencyCode);
  const credit = request.credit && creditOf(request.credit, amount, currencyCode);
  const quote = { items, returnShippingFee, ...(exchange && { exchange }), ...(credit && { credit }), total: { amount, currencyCode } };
  return { ...quote, hash: hashQuote(request, quote) };
}

/** Undefined for no exchange; several lines are never asked for. */
function exchangeOf({ exchangeLineItems: [line] }: CalculatedReturnNode): Quote["exchange"] {
  if (!line) return undefined;
  const [subtotal, tax] = [tidy(line.subtotalSet.presentmentMoney), tidy(line.totalTaxSet.presentmentMoney)];
  return { variantId: line.variant?.id ?? "", quantity: line.quantity, subtotal, tax };
}

function creditOf(
  { bonusPercentage, expiresOn }: NonNullable<QuoteRequest["credit"]>,
  amount: string,
  currencyCode: string,
): Quote["credit"] {
  const bonus = { amount: percentOf(amount.startsWith("-") ? "0" : amount, bonusPercentage, currencyCode), currencyCode };
  return { bonus, ...(expiresOn && { expiresOn }) };
}

/** The same items at the same money give the same hash, in whatever order Shopify listed them. */
export function hashQuote(request: Pick<QuoteRequest, "orderId" | "outcome" | "round">, quote: Omit<Quote, "hash">): string {
  const lines = quote.items
    .map((item) => [item.fulfillmentLineItemId, item.quantity, text(item.subtotal), text(item.tax), text(item.restockingFee)])
    .sort((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1));
  const { exchange, credit } = quote;
  const ending = [request.outcome ?? "refund", request.round ?? 0];
  const goods = exchange && [exchange.variantId, exchange.quantity, text(exchange.subtotal), text(exchange.tax)];
  const promised = credit && [text(credit.bonus), credit.expiresOn ?? null];
  const canonical = JSON.stringify([
    request.orderId,
    lines,
    text(quote.returnShippingFee),
    text(quote.total),
    ending,
    goods ?? null,
    promised ?? null,
  ]);
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
