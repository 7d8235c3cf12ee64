import { createOrder } from "../shopify/create-order.ts";
import { deliver, fulfil } from "../shopify/merchant.ts";
import type { CustomerRecord, OrderRecord } from "../shopify/model.ts";
import { numericId } from "../shopify/store.ts";
import type { World } from "../world.ts";

const day = 86_400_000;

/** Two cushion covers; `mixed` holds a scarf besides, `open` has not been sent. */
export type OrderKind = "arrived" | "mixed" | "under-way" | "open";

/** Somebody whom nobody has met yet, with an account and an order. */
export type Shopper = { tag: string; email: string; phone: string; customerId: string; order: OrderRecord };

/** `tag`: letters and digits that no other shopper of this world has. */
export function newShopper(world: World, tag: string, order: OrderKind = "arrived"): Shopper {
  const { store } = world.shopify;
  const ago = (days: number) => new Date(world.clock.now().getTime() - days * day);
  const email = `${tag}@example.com`;
  const phone = `+4917${String(world.shopify.store.customers.size).padStart(8, "0")}`;
  const customer: CustomerRecord = {
    id: store.nextId("Customer"),
    firstName: "Kim",
    lastName: `Sample ${tag}`,
    email,
    phone,
    verifiedEmail: true,
    locale: "en",
    tags: [],
    address: { firstName: "Kim", lastName: "Sample", address1: "Musterweg 7", city: "Berlin", zip: "10405", countryCode: "DE" },
    createdAt: ago(100),
    updatedAt: ago(100),
  };
  store.customers.set(customer.id, customer);
  let made: OrderRecord | undefined;
  store.quietly(() => {
    const scarf = order === "mixed" ? [{ sku: "SCARF-RUS-ONESIZE", quantity: 1 }] : [];
    made = createOrder(store, { customer, items: [{ sku: "CUSHION-SAN-50X50", quantity: 2 }, ...scarf], at: ago(6) });
    if (order === "open") return;
    const number = `KX${made.number}DE`;
    fulfil(store, made.name, { company: "DHL", number, url: `https://tracking.example/parcel/${number}`, at: ago(5) });
    if (order !== "under-way") deliver(store, made.name, { at: ago(2) });
  });
  if (!made) throw new Error("The order was not made.");
  return { tag, email, phone, customerId: String(numericId(customer.id)), order: made };
}
