import { currencyOf, formatIn, formatInShop } from "./currency.ts";
import type { AddressRecord, LineRecord, OrderRecord } from "./model.ts";
import type { Cents } from "./money.ts";
import { numericId, type ShopifyStore } from "./store.ts";
import { lineTotal, taxOf } from "./totals.ts";
import { countryName, fullName } from "./views/parts.ts";

/** Pieces that several webhook payloads share: numbers for ids, snake_case, the global id beside them. */
export const ids = (globalId: string) => ({ id: numericId(globalId), admin_graphql_api_id: globalId });

export const time = (date: Date | undefined): string | null => (date ? date.toISOString().replace(/\.\d{3}Z$/, "Z") : null);

export function priceSet(store: ShopifyStore, order: OrderRecord, cents: Cents) {
  return {
    shop_money: { amount: formatInShop(store, order, cents), currency_code: store.shop.currency },
    presentment_money: { amount: formatIn(store, order, cents), currency_code: currencyOf(store, order) },
  };
}

export function addressPayload(address: AddressRecord | undefined) {
  if (!address) return null;
  return {
    first_name: address.firstName ?? null,
    last_name: address.lastName ?? null,
    name: fullName(address),
    company: address.company ?? null,
    address1: address.address1 ?? null,
    address2: address.address2 ?? null,
    city: address.city ?? null,
    zip: address.zip ?? null,
    province: address.province ?? null,
    province_code: address.provinceCode ?? null,
    country: countryName(address.countryCode),
    country_code: address.countryCode ?? null,
    phone: address.phone ?? null,
    latitude: null,
    longitude: null,
  };
}

export function linePayload(store: ShopifyStore, order: OrderRecord, line: LineRecord, quantity = line.quantity) {
  const tax = taxOf(order, lineTotal(line));
  return {
    ...ids(line.id),
    product_id: numericId(line.productId),
    variant_id: numericId(line.variantId),
    title: line.title,
    variant_title: line.variantTitle || null,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    sku: line.sku,
    vendor: store.products.get(line.productId)?.vendor ?? null,
    quantity,
    price: formatInShop(store, order, line.unitPrice),
    price_set: priceSet(store, order, line.unitPrice),
    total_discount: formatInShop(store, order, line.lineDiscount),
    total_discount_set: priceSet(store, order, line.lineDiscount),
    discount_allocations:
      line.orderDiscount > 0 ? [{ amount: formatInShop(store, order, line.orderDiscount), discount_application_index: 0 }] : [],
    tax_lines: [
      { title: "VAT", rate: order.taxPercent / 100, price: formatInShop(store, order, tax), price_set: priceSet(store, order, tax) },
    ],
    requires_shipping: true,
    taxable: true,
    gift_card: false,
    product_exists: store.products.has(line.productId),
    properties: [],
  };
}
