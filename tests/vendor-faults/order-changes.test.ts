import { afterEach, beforeEach, expect, test } from "vitest";
import type { Fault } from "#sandbox/double.ts";
import { cancelOrder } from "#sandbox/shopify/merchant.ts";
import { House } from "./house.ts";
import { createShopper, times } from "./people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

/** Lets the retries of a job come due, one after the other. */
async function wait(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) await house.advance(60_000);
}

async function beforeCancelling() {
  const { customerId, order } = createShopper(house, { arrived: false });
  const browser = await house.browser(customerId);
  await browser.say(`please cancel my order ${order.name}`);
  await house.rest();
  return { browser, order };
}

const faults: [string, Fault, number][] = [
  ["throttled", { kind: "throttle" }, 6],
  ["answered with 500", { kind: "status", status: 500 }, 2],
  ["reset before it arrived", { kind: "reset" }, 2],
  ["carried out and its answer lost", { kind: "lost-reply" }, 1],
  ["hung up on without being carried out", { kind: "hang", ms: 5_000 }, 1],
];

test.each(faults)("a cancellation that was %s happens once, and the shopper hears of it once", async (_name, fault, how) => {
  const { browser, order } = await beforeCancelling();
  house.shopify.faults.add("orderCancel", fault, how);
  await browser.tap(/Yes, cancel it/);
  await house.rest();
  await wait(3);
  expect(order.cancelled).toBeDefined();
  expect(order.refunds).toHaveLength(1);
  expect(house.history.of("shopify", "orderCancel")).toHaveLength(1);
  expect(times(await browser.words(), /is cancelled\. €129/)).toBe(1);
});

test.each([
  ["whose answer was lost", "lost-reply"],
  ["whose answer came", undefined],
] as const)(
  "a cancellation %s and that Shopify carries out half a minute later is waited for, not asked for again",
  async (_name, kind) => {
    const { browser, order } = await beforeCancelling();
    let carryOut = () => {};
    const { store } = house.shopify;
    store.later = (_milliseconds, change) => {
      carryOut = change;
    };
    if (kind) house.shopify.faults.add("orderCancel", { kind });
    await browser.tap(/Yes, cancel it/);
    await house.rest();
    await house.advance(30_000);
    expect(await browser.words()).not.toMatch(/is cancelled/);
    carryOut();
    await wait(12);
    expect(order.refunds).toHaveLength(1);
    expect(house.history.of("shopify", "orderCancel")).toHaveLength(1);
    expect(times(await browser.words(), /is cancelled\. €129/)).toBe(1);
  },
);

test("while the read-back fails the cancellation is not asked for again", async () => {
  const { browser, order } = await beforeCancelling();
  const stop = house.history.onRecord((entry) => {
    if (entry.operation === "orderCancel") house.shopify.faults.add("order", { kind: "status", status: 422 }, 100);
  });
  await browser.tap(/Yes, cancel it/);
  await house.rest();
  stop();
  house.shopify.faults.clear();
  await wait(3);
  expect(order.refunds).toHaveLength(1);
  expect(house.history.of("shopify", "orderCancel")).toHaveLength(1);
  expect(times(await browser.words(), /is cancelled\. €129/)).toBe(1);
});

test("staff cancel at the moment of the yes: one cancellation, and the truth about whose it was", async () => {
  const { browser, order } = await beforeCancelling();
  house.shopify.faults.add("orderCancel", { kind: "status", status: 500 }, 1);
  house.shopify.webhooks.hold();
  await browser.tap(/Yes, cancel it/);
  await house.idle();
  cancelOrder(house.shopify.store, order.name);
  await wait(3);
  house.shopify.webhooks.release();
  await house.rest();
  expect(house.history.of("shopify", "orderCancel")).toHaveLength(0);
  expect(order.refunds).toHaveLength(1);
  expect(times(await browser.words(), /was cancelled today/)).toBe(1);
  expect(await browser.words()).toMatch(/I have not cancelled the order/);
});

test("a cancellation that Shopify never confirms goes to a person with its outcome named as unknown", async () => {
  const { browser, order } = await beforeCancelling();
  house.shopify.store.later = () => {};
  await browser.tap(/Yes, cancel it/);
  await house.rest();
  await wait(62);
  expect(await house.database.prisma.effect.findFirst()).toMatchObject({ state: "failed", error: "outcome-unknown" });
  expect(await house.database.prisma.case.findFirst({ where: { orderId: order.id } })).toMatchObject({ owner: "staff" });
  await browser.boot();
  expect(await browser.words()).toMatch(/could not confirm whether the order was cancelled/);
  expect(house.history.of("shopify", "orderCancel")).toHaveLength(1);
});

test("webhooks that are lost, doubled or out of order change nothing of what is told", async () => {
  const { browser, order } = await beforeCancelling();
  house.shopify.webhooks.copies = 2;
  house.shopify.webhooks.hold();
  await browser.tap(/Yes, cancel it/);
  await house.rest();
  house.shopify.webhooks.release("reversed");
  await wait(12);
  expect(order.cancelled).toBeDefined();
  expect(times(await browser.words(), /(is|was) cancelled/)).toBe(1);
});

async function beforeMoving() {
  const { customerId, email, order } = createShopper(house, { arrived: false });
  const browser = await house.browser(customerId);
  await browser.say(`please change the delivery address of order ${order.name}`);
  await house.rest();
  await browser.say(house.mail.mailbox(email).inbox.at(-1)?.subject.slice(0, 6) ?? "");
  await house.rest();
  await browser.say("Neue Strasse 12, 14467 Potsdam");
  await house.rest();
  return { browser, order };
}

test.each(faults)("a change of address that was %s happens once, and the shopper hears of it once", async (_name, fault, how) => {
  const { browser, order } = await beforeMoving();
  house.shopify.faults.add("orderUpdate", fault, how);
  await browser.tap(/Yes, send it there/);
  await house.rest();
  await wait(3);
  expect(order.shippingAddress?.address1).toBe("Neue Strasse 12");
  expect(house.history.of("shopify", "orderUpdate")).toHaveLength(1);
  expect(times(await browser.words(), /now goes to/)).toBe(1);
});

test("while the read-back fails the address is not sent a second time", async () => {
  const { browser, order } = await beforeMoving();
  const stop = house.history.onRecord((entry) => {
    if (entry.operation === "orderUpdate") house.shopify.faults.add("order", { kind: "status", status: 422 }, 100);
  });
  await browser.tap(/Yes, send it there/);
  await house.rest();
  stop();
  house.shopify.faults.clear();
  await wait(3);
  expect(order.shippingAddress?.address1).toBe("Neue Strasse 12");
  expect(house.history.of("shopify", "orderUpdate")).toHaveLength(1);
  expect(times(await browser.words(), /now goes to/)).toBe(1);
});

test("an address that Shopify stores otherwise than it was read back goes to a person, and nobody is told that it is done", async () => {
  const { browser, order } = await beforeMoving();
  house.history.onRecord((entry) => {
    if (entry.operation === "orderUpdate" && order.shippingAddress) order.shippingAddress.city = "Berlin";
  });
  await browser.tap(/Yes, send it there/);
  await house.rest();
  await wait(2);
  expect(await browser.words()).toMatch(/stored something else than I read back/);
  expect(await browser.words()).not.toMatch(/now goes to/);
  expect(await house.database.prisma.case.findFirst({ where: { orderId: order.id } })).toMatchObject({ owner: "staff" });
  expect(house.history.of("shopify", "orderUpdate")).toHaveLength(1);
});
