import type { CustomerRecord } from "./model.ts";
import { numericId, type ShopifyStore } from "./store.ts";
import { ids, time } from "./webhook-parts.ts";

/** Bodies of the webhooks that are about the shop, the app or about privacy, not about an order. The shop itself: app/uninstalled, shop/update. */
export function shopPayload({ shop, now }: { shop: ShopifyStore["shop"]; now: Date }) {
  return {
    id: numericId(shop.id),
    name: shop.name,
    email: shop.email,
    domain: shop.primaryHost,
    myshopify_domain: shop.domain,
    country_code: shop.address.countryCode ?? null,
    currency: shop.currency,
    iana_timezone: shop.timezone,
    updated_at: time(now),
  };
}

export function scopesPayload(shop: ShopifyStore["shop"], previous: string[], current: string[], now: Date) {
  return { id: 1, shop_id: shop.id, previous, current, updated_at: time(now) };
}

const orderNumbers = (store: ShopifyStore, customer: CustomerRecord): number[] =>
  [...store.orders.values()].filter((order) => order.customerId === customer.id).map((order) => numericId(order.id));

/** customers/data_request, customers/redact or shop/redact. */
export function compliancePayload(store: ShopifyStore, topic: string, customer: CustomerRecord | undefined): Record<string, unknown> {
  const head = { shop_id: numericId(store.shop.id), shop_domain: store.shop.domain };
  if (topic === "shop/redact" || !customer) return head;
  const person = { id: ids(customer.id).id, email: customer.email ?? null, phone: customer.phone ?? null };
  const orders = orderNumbers(store, customer);
  return topic === "customers/data_request"
    ? { ...head, customer: person, orders_requested: orders, data_request: { id: numericId(store.nextId("DataRequest")) } }
    : { ...head, customer: person, orders_to_redact: orders };
}
