import type { Phone } from "#sandbox/meta/phone.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Browser } from "./browser.ts";
import type { House } from "./house.ts";

const day = 86_400_000;
let count = 0;

/** A customer with one order of their own, of dresses and whatever else `sku` names; `arrived`: its parcel came two days ago, else nothing was sent yet. */
export function createShopper(house: House, { arrived = true, quantity = 1, sku = [] as string[] } = {}) {
  const { store } = house.shopify;
  count += 1;
  const number = String(count).padStart(6, "0");
  const at = new Date(store.now().getTime() - 6 * day);
  const contact = { firstName: "Ada", lastName: "Sample", email: `ada${number}@example.com`, phone: `+49151234${number}` };
  const address = { firstName: "Ada", lastName: "Sample", address1: "Musterweg 7", city: "Berlin", zip: "10405", countryCode: "DE" };
  const id = store.nextId("Customer");
  const customer = { ...contact, id, verifiedEmail: true, locale: "en", tags: [], address, createdAt: at, updatedAt: at };
  store.customers.set(id, customer);
  const order = store.quietly(() => {
    const created = createOrder(store, {
      customer,
      at,
      items: [{ sku: "DRESS-RUS-M", quantity }, ...sku.map((one) => ({ sku: one, quantity: 1 }))],
      shippingPrice: 0,
    });
    if (!arrived) return created;
    fulfil(store, created.name, { at: new Date(at.getTime() + day), company: "DHL", number: `LL${number}DE` });
    deliver(store, created.name, { at: new Date(at.getTime() + 4 * day) });
    return created;
  });
  return { ...contact, customerId: id.slice(id.lastIndexOf("/") + 1), order };
}

/** A logged-in shopper who was asked for the last yes to a return of the whole order. */
export async function beforeTheYes(house: House, options: { quantity?: number } = {}): Promise<{ browser: Browser; order: OrderRecord }> {
  const { customerId, order } = createShopper(house, options);
  const browser = await house.browser(customerId);
  await browser.say(`I want to return the dress of ${order.name}, it is too small`);
  await house.rest();
  if ((options.quantity ?? 1) > 1) {
    await browser.say("one of them");
    await house.rest();
  }
  return { browser, order };
}

/** A shopper whose return was requested and who was told so. */
export async function withReturn(house: House): Promise<{ browser: Browser; order: OrderRecord }> {
  const { browser, order } = await beforeTheYes(house);
  await browser.tap(/Return for/);
  await house.rest();
  return { browser, order };
}

/** A shopper on WhatsApp who asked where the order is; its number stands on the order, so no code is needed. */
export async function withTracking(house: House): Promise<{ phone: Phone; order: OrderRecord }> {
  const { phone: number, order } = createShopper(house, { arrived: false });
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`where is order ${order.name}`);
  await house.rest();
  return { phone, order };
}

export const textsOf = (phone: Phone): string[] => phone.inbox.map((bubble) => bubble.text);
/** How often words occur in what was said. */
export const times = (texts: string | string[], words: RegExp): number =>
  [texts].flat().reduce((sum, text) => sum + [...text.matchAll(new RegExp(words.source, `${words.flags.replace("g", "")}g`))].length, 0);
