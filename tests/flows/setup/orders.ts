import type { FulfillmentFacts, OrderFacts, OrderItem, ReturnableItem } from "#app/domain/orders/facts.ts";

/** Wednesday noon. Every test's "now" unless it says otherwise. */
export const noon = new Date("2026-05-20T10:00:00Z");

export function daysAgo(days: number, from = noon): Date {
  return new Date(from.getTime() - days * 86_400_000);
}

const euro = (amount: string) => ({ amount, currencyCode: "EUR" });

export const dress: OrderItem = {
  lineItemId: "gid://shopify/LineItem/11",
  title: "Linen dress",
  variantTitle: "Sage / M",
  imageUrl: "https://cdn.example.com/dress.jpg",
  quantity: 1,
  unitPrice: euro("89.00"),
};
export const scarf: OrderItem = {
  lineItemId: "gid://shopify/LineItem/12",
  title: "Wool scarf",
  variantTitle: "Rust",
  quantity: 2,
  unitPrice: euro("24.50"),
};
export const mug: OrderItem = { lineItemId: "gid://shopify/LineItem/13", title: "Stoneware mug", quantity: 1, unitPrice: euro("18.00") };

export function fulfilled(items: OrderItem[], changes: Partial<FulfillmentFacts> = {}): FulfillmentFacts {
  return {
    id: "gid://shopify/Fulfillment/1",
    displayStatus: "DELIVERED",
    createdAt: daysAgo(9),
    inTransitAt: daysAgo(8),
    deliveredAt: daysAgo(5),
    tracking: [{ company: "Parcel Line", number: "PL100200300", url: "https://track.example.com/PL100200300" }],
    events: [],
    items: items.map(({ lineItemId, quantity }) => ({ lineItemId, quantity })),
    ...changes,
  };
}

export function order(changes: Partial<OrderFacts> = {}): OrderFacts {
  const items = changes.items ?? [dress, scarf];
  return {
    id: "gid://shopify/Order/4471",
    name: "#4471",
    processedAt: daysAgo(10),
    financialStatus: "PAID",
    fulfillmentStatus: "FULFILLED",
    returnStatus: "NO_RETURN",
    email: "ada@example.com",
    total: euro("138.00"),
    countryCode: "DE",
    items,
    fulfillments: [fulfilled(items)],
    returns: [],
    refunds: [],
    ...changes,
  };
}

export const reasonDefinitions = [
  "changed-mind",
  "size-too-small",
  "size-too-large",
  "damaged",
  "wrong-item",
  "not-as-described",
  "other",
].map((handle, index) => ({ id: `gid://shopify/ReturnReasonDefinition/${index + 1}`, handle, name: handle }));

/** The fulfilment line of an order's item, as Shopify lists it. */
export function returnable(item: OrderItem, changes: Partial<ReturnableItem> = {}): ReturnableItem {
  const number = item.lineItemId.split("/").at(-1);
  return {
    fulfillmentLineItemId: `gid://shopify/FulfillmentLineItem/${number}`,
    lineItemId: item.lineItemId,
    title: item.title,
    variantTitle: item.variantTitle,
    imageUrl: item.imageUrl,
    quantity: item.quantity,
    unitPrice: item.unitPrice,
    deliveredAt: daysAgo(5),
    fulfilledAt: daysAgo(9),
    productTags: [],
    productType: "",
    reasons: reasonDefinitions,
    ...changes,
  };
}

export function lineId(item: OrderItem): string {
  return returnable(item).fulfillmentLineItemId;
}
