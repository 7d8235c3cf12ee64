import { createHash } from "node:crypto";
import { inOrder } from "./currency.ts";
import type { AddressRecord, CustomerRecord, LineRecord, OrderRecord } from "./model.ts";
import { percentOf, splitByWeight } from "./money.ts";
import type { ShopifyStore } from "./store.ts";
import { lineBeforeOrderDiscounts, totalOf } from "./totals.ts";

export type NewOrder = {
  /** "#1001"; the next number when left out. */
  name?: string;
  customer?: CustomerRecord;
  email?: string;
  phone?: string;
  /** SKU, quantity, and what is taken off the whole line in the shop's cents, as all sums here. */
  items: { sku: string; quantity: number; discount?: number }[];
  discount?: { code: string; percentage: number };
  /** Cents. */
  shippingPrice?: number;
  taxesIncluded?: boolean;
  taxPercent?: number;
  payment?: "paid" | "authorized" | "pending";
  address?: AddressRecord;
  tags?: string[];
  note?: string;
  locale?: string;
  /** Bought in another currency, at so many of it for one of the shop's. */
  presentment?: OrderRecord["presentment"];
  at?: Date;
};

/** Letters and digits without those that are easily mixed up. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function confirmationNumber(seed: string): string {
  const bytes = createHash("sha256").update(seed).digest();
  return [...bytes.subarray(0, 9)].map((byte) => alphabet[byte % alphabet.length]).join("");
}

function makeLine(store: ShopifyStore, { presentment }: NewOrder, item: NewOrder["items"][number]): LineRecord {
  const variant = store.variantBySku(item.sku);
  const product = store.products.get(variant.productId);
  if (!Number.isInteger(item.quantity) || item.quantity < 1) throw new Error(`quantity of ${item.sku} must be a whole number above 0`);
  return {
    id: store.nextId("LineItem"),
    productId: variant.productId,
    variantId: variant.id,
    title: product?.title ?? "",
    variantTitle: variant.title,
    sku: variant.sku,
    quantity: item.quantity,
    unitPrice: inOrder(store, { presentment }, variant.price),
    lineDiscount: inOrder(store, { presentment }, item.discount ?? 0),
    orderDiscount: 0,
    removed: [],
  };
}

/** Someone buys something: sends orders/create. */
export function createOrder(store: ShopifyStore, wanted: NewOrder): OrderRecord {
  const at = wanted.at ?? store.now();
  const highest = Math.max(1000, ...[...store.orders.values()].map((order) => order.number));
  const number = wanted.name ? Number(wanted.name.replace(/\D/g, "")) : highest + 1;
  const id = store.nextId("Order");
  const lines = wanted.items.map((item) => makeLine(store, wanted, item));
  if (wanted.discount) {
    const weights = lines.map(lineBeforeOrderDiscounts);
    const total = percentOf(
      weights.reduce((left, right) => left + right, 0),
      wanted.discount.percentage,
    );
    for (const [index, part] of splitByWeight(total, weights).entries()) if (lines[index]) lines[index].orderDiscount = part;
  }
  const address = wanted.address ?? wanted.customer?.address;
  const order: OrderRecord = {
    id,
    name: wanted.name ?? `#${number}`,
    number,
    confirmationNumber: confirmationNumber(id),
    token: createHash("sha256").update(`token ${id}`).digest("hex").slice(0, 32),
    createdAt: at,
    updatedAt: at,
    cancelling: false,
    customerId: wanted.customer?.id,
    email: wanted.email ?? wanted.customer?.email,
    phone: wanted.phone ?? wanted.customer?.phone,
    locale: wanted.locale ?? wanted.customer?.locale ?? "en",
    note: wanted.note,
    tags: wanted.tags ?? [],
    attributes: [],
    discountCode: wanted.discount?.code,
    taxesIncluded: wanted.taxesIncluded ?? true,
    taxPercent: wanted.taxPercent ?? 19,
    shippingPrice: inOrder(store, wanted, wanted.shippingPrice ?? 490),
    presentment: wanted.presentment,
    shippingTitle: "Standard shipping",
    shippingAddress: address && { ...address },
    billingAddress: address && { ...address },
    lines,
    fulfillments: [],
    transactions: [],
    returns: [],
    refunds: [],
  };
  const kind = { paid: "SALE", authorized: "AUTHORIZATION", pending: undefined } as const;
  const paid = kind[wanted.payment ?? "paid"];
  if (paid)
    order.transactions.push({
      id: store.nextId("OrderTransaction"),
      kind: paid,
      amount: totalOf(order),
      gateway: "shopify_payments",
      createdAt: at,
    });
  store.orders.set(id, order);
  store.emit({ topic: "orders/create", order });
  return order;
}
