import type { CustomerRecord, FulfillmentRecord, OrderRecord, VariantRecord } from "#sandbox/shopify/model.ts";
import { numericId, type ShopifyStore } from "#sandbox/shopify/store.ts";

/** A customer with their orders as they were at first, for one task alone: nothing that an earlier task did is seen in the next. */
export type Cast = {
  customer: CustomerRecord;
  customerId: string;
  orderNamed(name: string): OrderRecord;
  variant(sku: string): VariantRecord;
  skuOf(variantId: string): string;
  clear(): void;
};

/** Puts the orders of a user of the file into the store under a customer of their own. The originals stay outside of it. */
export function castFor(store: ShopifyStore, originals: OrderRecord[], user: CustomerRecord, number: number): Cast {
  const [name, host] = (user.email ?? "").split("@");
  const customer = { ...structuredClone(user), id: store.nextId("Customer"), email: `${name}.${number}@${host}` };
  store.customers.set(customer.id, customer);
  const orders = originals.map((original) => copyOrder(store, original, customer));
  return {
    customer,
    customerId: String(numericId(customer.id)),
    orderNamed(name) {
      const order = orders.find((one) => one.name === name);
      if (!order) throw new Error(`${user.note} has no order ${name}.`);
      return order;
    },
    variant: (sku) => store.variantBySku(sku),
    skuOf: (variantId) => store.variants.get(variantId)?.sku ?? "",
    clear() {
      for (const order of orders) store.orders.delete(order.id);
      store.customers.delete(customer.id);
    },
  };
}

/** Each with ids of its own, as if somebody had bought it once more. */
function copyOrder(store: ShopifyStore, original: OrderRecord, customer: CustomerRecord): OrderRecord {
  const ids = new Map<string, string>();
  const renamed = (id: string): string => {
    const known = ids.get(id) ?? store.nextId(id.split("/")[3] ?? "Thing");
    ids.set(id, known);
    return known;
  };
  const copy = structuredClone(original);
  const order: OrderRecord = {
    ...copy,
    id: renamed(copy.id),
    customerId: customer.id,
    email: customer.email,
    lines: copy.lines.map((line) => ({ ...line, id: renamed(line.id) })),
    transactions: copy.transactions.map((one) => ({
      ...one,
      id: renamed(one.id),
      ...(one.parentId && { parentId: renamed(one.parentId) }),
    })),
    refunds: [],
    fulfillments: [],
  };
  for (const parcel of copy.fulfillments) store.addFulfillment(order, copyParcel(parcel, renamed));
  store.orders.set(order.id, order);
  return order;
}

function copyParcel(parcel: FulfillmentRecord, renamed: (id: string) => string): FulfillmentRecord {
  const lines = parcel.lines.map((line) => ({ ...line, id: renamed(line.id), lineItemId: renamed(line.lineItemId) }));
  return { ...parcel, id: renamed(parcel.id), lines, events: parcel.events.map((event) => ({ ...event, id: renamed(event.id) })) };
}
