import { afterAll, beforeAll, expect, test } from "vitest";
import { update } from "#app/platform/db/writes.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { beginWork, cancelOrder, deliver, fulfil, refundOrder } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf, times } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const cancellations = (order: OrderRecord) =>
  house.history.of("shopify", "orderCancel").filter((entry) => entry.detail.orderName === order.name);
const caseOf = (order: OrderRecord) => house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "cancel-order" } });
const last = async (browser: Browser) => (await browser.shown()).at(-1)?.text ?? "";

/** A logged-in shopper with an order that nobody has begun, who was asked for the yes. */
async function beforeTheYes(options: { quantity?: number } = {}) {
  const shopper = createShopper(house, { arrived: false, ...options });
  const browser = await house.browser(shopper.customerId);
  await browser.say(`please cancel my order ${shopper.order.name}`);
  await house.rest();
  return { ...shopper, browser };
}

async function settled(): Promise<void> {
  await house.rest();
  await house.rest();
}

test("an order is cancelled after a yes to the exact sum, once, and the shopper hears of it once it has been seen", async () => {
  const { browser, order } = await beforeTheYes();
  expect(await last(browser)).toMatch(/Shopify Payments.*129\.00/s);
  expect(cancellations(order)).toHaveLength(0);
  await browser.tap(/Yes, cancel it/);
  await settled();
  expect(order.cancelled).toMatchObject({ reason: "CUSTOMER", staffNote: expect.stringMatching(/\[ref [0-9a-f]{8}\]/) });
  expect(cancellations(order)).toMatchObject([
    { detail: { restock: true, notifyCustomer: false, refundMethod: { originalPaymentMethodsRefund: true } } },
  ]);
  expect(order.refunds).toHaveLength(1);
  expect(await last(browser)).toBe(`Order ${order.name} is cancelled. €129.00 goes back the way you paid.`);
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /is cancelled|was cancelled/)).toBe(1);
  const row = await caseOf(order);
  expect(row).toMatchObject({ status: "done", intent: "cancel_order" });
  expect(
    await house.database.prisma.audit.findFirst({ where: { action: "effect.done", detail: { path: "$.caseId", equals: row.id } } }),
  ).toMatchObject({
    actor: "assistant",
    detail: { kind: "order-cancel", reason: "the shopper said yes", input: { orderName: order.name }, result: { refund: "made" } },
  });
});

test("a yes said twice, by tap and in words, cancels once", async () => {
  const { browser, order } = await beforeTheYes();
  await Promise.all([browser.tap(/Yes, cancel it/), browser.tap(/Yes, cancel it/)]);
  await browser.say("yes");
  await settled();
  await browser.say("yes please");
  await settled();
  expect(cancellations(order)).toHaveLength(1);
  expect(order.refunds).toHaveLength(1);
  expect(times(await browser.words(), /is cancelled\. €/)).toBe(1);
});

test("a no, or a word that may mean either, cancels nothing", async () => {
  const { browser, order } = await beforeTheYes();
  await browser.say("cancel");
  await settled();
  expect(await last(browser)).toMatch(/You get back/);
  await browser.say("no, keep it");
  await settled();
  expect(await last(browser)).toMatch(/stays as it is/);
  expect(cancellations(order)).toHaveLength(0);
  await browser.tap(/Yes, cancel it/);
  await settled();
  expect(cancellations(order)).toHaveLength(0);
});

test("a yes that comes an hour later is asked for anew, and counts then", async () => {
  const { browser, order } = await beforeTheYes();
  await house.advance(3_600_000);
  await browser.boot();
  await browser.tap(/Yes, cancel it/);
  await settled();
  expect(cancellations(order)).toHaveLength(0);
  expect(await last(browser)).toMatch(/say yes once more.*€129\.00/s);
  await browser.tap(/Yes, cancel it/);
  await settled();
  expect(cancellations(order)).toHaveLength(1);
});

test("a yes to a sum that is another one now is asked for anew with both sums", async () => {
  const { browser, order } = await beforeTheYes({ quantity: 2 });
  const { store } = house.shopify;
  store.quietly(() => refundOrder(store, order.name));
  const payment = order.transactions[0];
  const back = order.transactions.find((one) => one.kind === "REFUND");
  if (payment && back) back.amount = 10_000;
  await browser.say("yes");
  await settled();
  expect(cancellations(order)).toHaveLength(0);
  expect(await last(browser)).toMatch(/it was €258\.00, now it is €158\.00/);
});

test.each<[string, (order: OrderRecord) => void, RegExp, "done" | "escalated"]>([
  ["in progress", ({ name }) => void beginWork(house.shopify.store, name), /being prepared already or is on hold/, "escalated"],
  ["on hold", ({ name }) => void beginWork(house.shopify.store, name, "ON_HOLD"), /being prepared already or is on hold/, "escalated"],
  ["asked for at a warehouse", ({ name }) => void beginWork(house.shopify.store, name, "REQUESTED"), /being prepared already/, "escalated"],
  [
    "partly sent",
    ({ name }) => void fulfil(house.shopify.store, name, { items: { "DRESS-RUS-M": 1 } }),
    /part of order .* has left already/,
    "escalated",
  ],
  ["sent", ({ name }) => void fulfil(house.shopify.store, name), /has left our warehouse.*return it/, "done"],
  [
    "delivered",
    ({ name }) => {
      fulfil(house.shopify.store, name);
      deliver(house.shopify.store, name);
    },
    /has arrived, so it can no longer be cancelled/,
    "done",
  ],
  ["cancelled", ({ name }) => void cancelOrder(house.shopify.store, name), /was cancelled today.*refunded €258\.00 today/s, "done"],
])("an order that is %s is not cancelled, and the shopper is told why", async (_name, happen, words, status) => {
  const shopper = createShopper(house, { arrived: false, quantity: 2 });
  happen(shopper.order);
  await house.idle();
  const browser = await house.browser(shopper.customerId);
  await browser.say(`cancel order ${shopper.order.name}`);
  await settled();
  expect(await browser.words()).toMatch(words);
  expect(cancellations(shopper.order)).toHaveLength(0);
  expect(await caseOf(shopper.order)).toMatchObject({ status });
});

test("what has arrived is offered as a return of that order", async () => {
  const shopper = createShopper(house);
  const browser = await house.browser(shopper.customerId);
  await browser.say(`I want to cancel order ${shopper.order.name}`);
  await settled();
  await browser.tap(/Return something/);
  await settled();
  expect(await last(browser)).toMatch(/reason/i);
});

test("staff cancel the order while the shopper thinks: told once, and the yes does nothing more", async () => {
  const { browser, order } = await beforeTheYes();
  cancelOrder(house.shopify.store, order.name);
  await settled();
  expect(times(await browser.words(), /was cancelled today/)).toBe(1);
  await browser.tap(/Yes, cancel it/);
  await settled();
  expect(cancellations(order)).toHaveLength(0);
  expect(await last(browser)).toMatch(/was cancelled today/);
});

test("the order leaves between the yes and the cancellation: nothing is cancelled, and that is what is said", async () => {
  const { browser, order } = await beforeTheYes();
  house.shopify.faults.add("orderCancel", { kind: "throttle" }, 4);
  house.shopify.webhooks.hold();
  await browser.tap(/Yes, cancel it/);
  await house.idle();
  house.shopify.store.asOf(house.clock.now(), () => fulfil(house.shopify.store, order.name));
  house.shopify.faults.clear();
  for (let minute = 0; minute < 3; minute += 1) await house.advance(60_000);
  house.shopify.webhooks.release();
  await settled();
  expect(order.cancelled).toBeUndefined();
  expect(await browser.words()).toMatch(/not cancelled the order.*has left our warehouse/s);
});

test("a job of Shopify's that takes long is followed to its end before anybody is told", async () => {
  const { browser, order } = await beforeTheYes();
  house.shopify.store.cancelJobMilliseconds = 700;
  await browser.tap(/Yes, cancel it/);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await browser.words()).not.toMatch(/is cancelled/);
  await settled();
  house.shopify.store.cancelJobMilliseconds = 30;
  expect(cancellations(order)).toHaveLength(1);
  expect(times(await browser.words(), /is cancelled\. €129/)).toBe(1);
});

test("another shopper's order is not spoken of, and the same is said of one that does not exist", async () => {
  const stranger = createShopper(house, { arrived: false });
  const shopper = createShopper(house, { arrived: false });
  const browser = await house.browser(shopper.customerId);
  const said: string[] = [];
  for (const name of [stranger.order.name, "#999999"]) {
    await browser.say(`cancel order ${name}`);
    await settled();
    said.push((await last(browser)).replaceAll(name, "#X").replace(/^I am the digital assistant.*\n/, ""));
  }
  expect(said[0]).toMatch(/^I don’t find #X/);
  expect(said[1]).toBe(said[0]);
  expect(cancellations(stranger.order)).toHaveLength(0);
});

test("the merchant's rules: switched off, too long ago, worth too much go to a person", async () => {
  const shopId = await house.shopId();
  const set = (orderPolicy: object) => house.database.commit([update("Shop", { id: shopId }, { orderPolicy: orderPolicy as never })]);
  for (const policy of [{ cancel: false }, { cancelWithinMinutes: 60 }, { cancelUpTo: "100.00" }]) {
    await set(policy);
    const { browser, order } = await beforeTheYes();
    expect(await browser.words()).toMatch(/is for the team to say/);
    expect(await caseOf(order)).toMatchObject({ owner: "staff", escalation: "policy-exception" });
  }
  await set({ cancelWithinMinutes: 86_400, cancelUpTo: "129.00" });
  const { browser } = await beforeTheYes();
  expect(await browser.words()).toMatch(/Yes, cancel it/);
  await set({});
});

test("reserved and unpaid money is told as what it is", async () => {
  const { store } = house.shopify;
  for (const [payment, words] of [
    ["authorized", /only reserved.*Reserved, not charged/s],
    ["pending", /Nothing was paid/],
  ] as const) {
    const shopper = createShopper(house);
    const customer = store.customers.get(`gid://shopify/Customer/${shopper.customerId}`);
    const order = store.quietly(() => createOrder(store, { customer, items: [{ sku: "DRESS-RUS-M", quantity: 1 }], payment }));
    const browser = await house.browser(shopper.customerId);
    await browser.say(`please cancel order ${order.name}`);
    await house.rest();
    expect(await browser.words()).toMatch(words);
    await browser.tap(/Yes, cancel it/);
    await settled();
    expect(order.cancelled).toBeDefined();
    expect(await last(browser)).toMatch(/is cancelled\. Nothing was charged/);
  }
});

test("a case that follows the parcel of the same order leaves the telling to the cancellation", async () => {
  const shopper = createShopper(house, { arrived: false });
  const browser = await house.browser(shopper.customerId);
  await browser.say(`where is order ${shopper.order.name}?`);
  await house.rest();
  await browser.say("then please cancel the order");
  await house.rest();
  await browser.tap(/Yes, cancel it/);
  await settled();
  expect(times(await browser.words(), /(is|was) cancelled/)).toBe(1);
});

test("begun on the website, taken on by WhatsApp from where it stopped, and said yes to there", async () => {
  const { browser, order, phone: number } = await beforeTheYes();
  const link = (await browser.continueElsewhere()).find((one) => one.channel === "whatsapp");
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.openLink(link?.url ?? "");
  await house.rest();
  await phone.tap("Yes, that was me");
  await house.rest();
  expect(textsOf(phone).join("\n")).toMatch(/with the cancellation where you stopped in the chat on our site/);
  await phone.tap("Yes, cancel it");
  await settled();
  expect(cancellations(order)).toHaveLength(1);
  expect(times(textsOf(phone), /is cancelled\. €129\.00/)).toBe(1);
});

test("by mail: the proof first, then the sum, the yes, and the end", async () => {
  const shopper = createShopper(house, { arrived: false });
  const mailbox = house.mail.mailbox(shopper.email);
  const arrived = async (count: number) => {
    for (let wait = 0; mailbox.inbox.length < count && wait < 200; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await house.rest();
    }
    return mailbox.inbox.at(-1);
  };
  await mailbox.send({ to: house.mail.shopAddress, subject: "Cancel", text: `Please cancel order ${shopper.order.name}.` });
  const asked = await arrived(1);
  const link = asked?.links.find((one) => one.includes("/prove/")) ?? "";
  await fetch(link, { method: "POST", body: new URLSearchParams({ connect: "yes" }) });
  const offer = await arrived(2);
  expect(offer?.text).toMatch(/€129\.00/);
  await mailbox.send({ replyTo: offer, text: "Yes, please." });
  await arrived(4);
  expect(cancellations(shopper.order)).toHaveLength(1);
  expect(mailbox.inbox.at(-1)?.text).toMatch(/is cancelled\. €129\.00/);
});
