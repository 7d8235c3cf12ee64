import type { Phone } from "#sandbox/meta/phone.ts";
import { approveReturn, deliver, fulfil, refundReturn, shipmentEvent } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { ShopifyStore } from "#sandbox/shopify/store.ts";
import type { Browser } from "./browser.ts";
import type { House } from "./house.ts";
import { createShopper, textsOf } from "./people.ts";

/** Somebody who waits for news of one order, and how to see what they were told. */
export type Subject = { order: OrderRecord; told: () => Promise<string[]> };

/** What happens to an order, step by step, each with its webhooks. */
export type Journey = {
  start(house: House, howMany: number): Promise<Subject[]>;
  steps: ((store: ShopifyStore, order: OrderRecord) => void)[];
  /** What must be the same in the end, however the webhooks came. */
  outcome(state: unknown, order: OrderRecord): unknown;
};

const parcel: Journey = {
  async start(house, howMany) {
    const phones = Array.from({ length: howMany }, (): { order: OrderRecord; phone: Phone } => {
      const { phone, order } = createShopper(house, { arrived: false });
      return { order, phone: house.phone("whatsapp", `DE.${phone.slice(1)}`, phone) };
    });
    await Promise.all(phones.map(({ phone, order }) => phone.sendText(`where is order ${order.name}`)));
    await house.rest();
    return phones.map(({ order, phone }) => ({ order, told: async () => textsOf(phone) }));
  },
  steps: [
    (store, { name }) => void fulfil(store, name, { company: "DHL", number: "LL1DE", url: "https://tracking.example/parcel/LL1DE" }),
    (store, { name }) => void shipmentEvent(store, name, "OUT_FOR_DELIVERY"),
    (store, { name }) => void shipmentEvent(store, name, "ATTEMPTED_DELIVERY"),
    (store, { name }) => void deliver(store, name),
  ],
  outcome: (state) => Object.values((state as { told: Record<string, string> }).told),
};

const moneyBack: Journey = {
  async start(house, howMany) {
    const shoppers = Array.from({ length: howMany }, () => createShopper(house));
    const open = async ({ customerId, order }: (typeof shoppers)[number]): Promise<{ order: OrderRecord; browser: Browser }> => {
      const browser = await house.browser(customerId);
      await browser.say(`I want to return the dress of ${order.name}, it is too small`);
      return { order, browser };
    };
    const opened = await Promise.all(shoppers.map(open));
    await house.rest();
    await Promise.all(opened.map(({ browser }) => browser.tap(/Return for/)));
    await house.rest();
    // A page load after hours boots again; what it shows is the same thread.
    return opened.map(({ order, browser }) => ({
      order,
      told: async () => {
        await browser.boot();
        return (await browser.shown()).map((shown) => shown.text);
      },
    }));
  },
  steps: [(store, { name }) => void approveReturn(store, `${name}-R1`), (store, { name }) => void refundReturn(store, `${name}-R1`)],
  outcome: (state, order) => {
    const { phase, told } = state as { phase: string; told: string[] };
    return { phase, refunds: told.filter((one) => one.startsWith("refund:")).map((one) => one === `refund:${order.refunds[0]?.id}`) };
  },
};

/** The state of the case about this order. */
export async function outcomeOf(house: House, journey: Journey, { order }: Subject): Promise<unknown> {
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id } });
  return journey.outcome(row.state, order);
}

/** What was told, without what differs from one order to the next. */
export async function wordsTo({ order, told }: Subject): Promise<string[]> {
  return (await told()).map((text) => text.replaceAll(order.name, "#ORDER").replace(/LL\d+DE/g, "PARCEL"));
}

/** How each journey ends, for the shopper and in the case. */
export const parcelArrives = { journey: parcel, outcome: ["delivered"] as unknown, last: /was delivered/i };
export const moneyComesBack = { journey: moneyBack, outcome: { phase: "finished", refunds: [true] } as unknown, last: /refunded €129\.00/ };
export const endings: [string, typeof parcelArrives][] = [
  ["a parcel's way", parcelArrives],
  ["a return", moneyComesBack],
];
