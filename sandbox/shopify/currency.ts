import type { OrderRecord } from "./model.ts";
import { type Cents, formatAmount, parseAmount, scale } from "./money.ts";
import type { ShopifyStore } from "./store.ts";

/**
 * An order may have been bought in another currency than the shop's. All that its record holds is in the smallest coin of the currency
 * that the buyer saw, since Shopify rounds there; what the shop sees is that at the rate of the order's day.
 */
export const currencyOf = ({ shop }: ShopifyStore, order: OrderRecord): string => order.presentment?.currency ?? shop.currency;

export function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Digits of the rate that count. */
const exact = 1_000_000;

/** What the shop asks for something, in the currency of this order. */
export function inOrder({ shop }: ShopifyStore, { presentment }: Pick<OrderRecord, "presentment">, cents: Cents): Cents {
  if (!presentment) return cents;
  const { currency, rate } = presentment;
  return scale(cents, Math.round(rate * exact) * 10 ** digitsOf(currency), exact * 10 ** digitsOf(shop.currency));
}

/** A sum of this order, in the shop's currency. */
export function inShop({ shop }: ShopifyStore, { presentment }: Pick<OrderRecord, "presentment">, cents: Cents): Cents {
  if (!presentment) return cents;
  const { currency, rate } = presentment;
  return scale(cents, exact * 10 ** digitsOf(shop.currency), Math.round(rate * exact) * 10 ** digitsOf(currency));
}

export function parseIn(store: ShopifyStore, order: OrderRecord, amount: unknown): Cents | undefined {
  return parseAmount(amount, digitsOf(currencyOf(store, order)));
}

/** As the buyer sees it, without the currency. */
export function formatIn(store: ShopifyStore, order: OrderRecord, cents: Cents): string {
  return formatAmount(cents, digitsOf(currencyOf(store, order)));
}

export function formatInShop(store: ShopifyStore, order: OrderRecord, cents: Cents): string {
  return formatAmount(inShop(store, order, cents), digitsOf(store.shop.currency));
}
