import { createOrder } from "../shopify/create-order.ts";
import { deliver, fulfil, refundReturn, shipmentEvent } from "../shopify/merchant.ts";
import type { CustomerRecord, OrderRecord } from "../shopify/model.ts";
import { createReturn } from "../shopify/returns.ts";
import { issueGiftCard } from "../shopify/seed-gift-cards.ts";
import { numericId, type ShopifyStore } from "../shopify/store.ts";
import type { World } from "../world.ts";
import type { Catalogue } from "./shopper.ts";
import { type BoughtOrder, days, type Shopper } from "./types.ts";

/** How long things may go back here; long enough that a return which rests for 31 days can still be finished. */
export const windowDays = 45;

/** How long ago each was ordered, sent and delivered, in days. */
const ages = { pending: [0.4], sent: [3, 2], delivered: [8, 6, 3], "too-old": [54, 52, 49], refunded: [20, 18, 15] } as const;

/** What a shopper can buy and ask about, read off the store. */
export function catalogueOf(store: ShopifyStore): Catalogue {
  const items = [...store.products.values()]
    .filter((product) => product.status === "ACTIVE")
    .flatMap((product) =>
      product.variants.map((variant) => ({
        sku: variant.sku,
        title: product.title,
        variant: variant.title === "Default Title" ? "" : variant.title,
        price: variant.price,
        returnable: !product.tags.includes("final-sale"),
        inStock: variant.stock > 0,
        variantId: variant.id,
      })),
    )
    .filter((item) => item.price > 0);
  const questions = [
    { intent: "return_policy", detail: "window" },
    { intent: "product_question", detail: "stock" },
  ];
  // Only the shop that has pages can be asked what stands there.
  if (store.pages.size > 0) {
    questions.push(
      { intent: "shipping_policy", detail: "cost" },
      { intent: "payment", detail: "methods" },
      { intent: "product_question", detail: "care" },
    );
  }
  return { items, questions };
}

/** What the shop has written about its time limit agrees with the rules it sets. Before the app is opened for the first time. */
export function writeWindow(store: ShopifyStore): void {
  const say = (text: string) => text.replace("within 30 days of delivery", `within ${windowDays} days of delivery`);
  for (const policy of store.shop.policies) policy.body = say(policy.body);
  for (const page of store.pages.values()) page.body = say(page.body);
}

export type Staged = { customerId: string; customer: CustomerRecord; orders: Map<string, OrderRecord> };

/** Puts a shopper with all they own into the store, as it was before the story begins. */
export function stageShopper(world: World, shopper: Shopper): Staged {
  const { store } = world.shopify;
  const at = new Date(store.now().getTime() - 150 * days);
  const names = { firstName: shopper.firstName, lastName: shopper.lastName };
  const { street, zip, city } = shopper.address;
  const customer: CustomerRecord = {
    id: store.nextId("Customer"),
    ...names,
    email: shopper.email,
    phone: shopper.phone,
    verifiedEmail: true,
    locale: shopper.language === "pt" ? "pt-BR" : shopper.language,
    tags: [],
    address: { ...names, address1: street, zip, city, countryCode: "DE" },
    createdAt: at,
    updatedAt: at,
  };
  return store.quietly(() => {
    store.customers.set(customer.id, customer);
    const orders = new Map(shopper.orders.map((order) => [order.name, stageOrder(store, order, customer)]));
    if (shopper.giftCard) issueGiftCard(store, { code: `sim${numericId(customer.id)}`, value: shopper.giftCard, customerId: customer.id });
    return { customerId: String(numericId(customer.id)), customer, orders };
  });
}

function stageOrder(store: ShopifyStore, bought: BoughtOrder, customer: CustomerRecord): OrderRecord {
  const { name, state, items, tracking } = bought;
  const ago = (back: number) => new Date(store.now().getTime() - back * days);
  const [ordered, sent, arrived] = ages[state] as readonly [number, number?, number?];
  const order = createOrder(store, {
    name,
    customer,
    at: ago(ordered),
    items: items.map(({ sku, quantity }) => ({ sku, quantity })),
    shippingPrice: 0,
  });
  if (sent === undefined) return order;
  const url = `https://tracking.example/parcel/${tracking}`;
  const estimatedDeliveryAt = arrived === undefined ? ago(-2) : undefined;
  bought.arrives = arrived === undefined ? ago(-2) : ago(arrived);
  fulfil(store, name, { company: "DHL", number: tracking, url, at: ago(sent), estimatedDeliveryAt });
  shipmentEvent(store, name, "IN_TRANSIT", { at: ago(sent - 0.4), city: "Leipzig", country: "DE", estimatedDeliveryAt });
  if (arrived !== undefined) deliver(store, name, { at: ago(arrived) });
  if (state === "refunded") giveBack(store, order, ago);
  return order;
}

function giveBack(store: ShopifyStore, order: OrderRecord, ago: (back: number) => Date): void {
  const lines = order.fulfillments[0]?.lines ?? [];
  const returnLineItems = lines.map((line) => ({ fulfillmentLineItemId: line.id, quantity: line.units.length, returnReason: "UNWANTED" }));
  const made = store.asOf(ago(10), () => createReturn(store, { orderId: order.id, returnLineItems }));
  if (made.userErrors[0]) throw new Error(made.userErrors[0].message);
  store.asOf(ago(4), () => refundReturn(store, `${order.name}-R1`));
}
