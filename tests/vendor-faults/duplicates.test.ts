import { afterEach, beforeEach, expect, test } from "vitest";
import type { Phone } from "#sandbox/meta/phone.ts";
import { approveReturn, deliver, fulfil, refundReturn, shipmentEvent } from "#sandbox/shopify/merchant.ts";
import { House } from "./house.ts";
import { createShopper, textsOf, times, withReturn, withTracking } from "./people.ts";

const month = 30 * 86_400_000;
let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

/** Sends every body that Meta and Shopify ever posted once more, all at once. */
async function everythingAgain(): Promise<void> {
  const { courier } = house.meta;
  const meta = [...courier.posts];
  await Promise.all(meta.map((post) => courier.repeat(post)));
  await Promise.all(house.shopify.webhooks.deliveries.map((delivery) => house.shopify.webhooks.replay(delivery)));
  await house.rest();
}

const stored = async () => ({
  messages: await house.database.prisma.message.count(),
  deliveries: await house.database.prisma.delivery.count(),
  cases: await house.database.prisma.case.count(),
  evidence: await house.database.prisma.evidence.count(),
});
const accepted = () => house.history.entries.filter((entry) => !entry.operation.endsWith(".typing")).length;

const acts: [string, "instagram" | "whatsapp", (phone: Phone) => Promise<unknown>][] = [
  ["a message", "instagram", (phone) => phone.sendText("Hello")],
  ["a message", "whatsapp", (phone) => phone.sendText("Hello")],
  ["an image", "whatsapp", (phone) => phone.sendImage(new Uint8Array([1, 2, 3]))],
  ["what Meta cannot pass on", "instagram", (phone) => phone.sendUnsupported()],
  ["a tap", "instagram", (phone) => phone.tap("Where is my order")],
  ["a tap", "whatsapp", (phone) => phone.tap("Where is my order")],
  ["an edit", "instagram", async (phone) => phone.edit(await phone.sendText("Helo"), "Hello")],
  ["an unsent message", "instagram", async (phone) => phone.unsend(await phone.sendText("Hello"))],
  ["a reaction", "whatsapp", async (phone) => phone.inbox[0] && phone.react(phone.inbox[0], "👍")],
  ["a changed number", "whatsapp", (phone) => phone.changeNumber("+4915100009999", "DE.9999")],
  ["what staff type in the vendor's app", "instagram", (phone) => house.meta.business.sendText("instagram", phone.userId, "Sam here")],
];

test.each(acts)("%s on %s that comes one to five times at once, and again a month later, counts once", async (_name, channel, act) => {
  const phone = house.phone(channel, "DE.77", "+4915100000077");
  await phone.sendText("Hi");
  await house.rest();
  await act(phone);
  // Long enough for a picture to be fetched and answered.
  await house.rest(4_000);
  const once = { stored: await stored(), accepted: accepted(), shown: textsOf(phone).length };

  const other = house.phone(channel, "DE.78", "+4915100000078");
  house.meta.courier.manner.copies = 5;
  await other.sendText("Hi");
  await house.rest();
  await act(other);
  await house.rest(4_000);
  const both = { stored: await stored(), accepted: accepted(), shown: textsOf(other).length };
  for (const key of ["messages", "deliveries", "cases", "evidence"] as const) expect(both.stored[key], key).toBe(2 * once.stored[key]);
  expect(both.accepted).toBe(2 * once.accepted);
  expect(both.shown).toBe(once.shown);

  house.meta.courier.manner.copies = 1;
  await house.advance(month);
  await everythingAgain();
  expect({ stored: await stored(), accepted: accepted(), shown: textsOf(other).length }).toEqual(both);
});

test("every webhook of a parcel's way, five times each and again a month later, tells each move once", async () => {
  house.shopify.webhooks.copies = 5;
  const { phone, order } = await withTracking(house);
  const { store } = house.shopify;
  fulfil(store, order.name, { company: "DHL", number: "LL1DE", url: "https://tracking.example/parcel/LL1DE" });
  await house.rest();
  shipmentEvent(store, order.name, "OUT_FOR_DELIVERY");
  await house.rest();
  deliver(store, order.name);
  await house.rest();
  const told = textsOf(phone);
  expect(told).toHaveLength(4);
  expect(times(told, /delivered today/i)).toBe(1);
  await house.advance(month);
  await everythingAgain();
  expect(textsOf(phone)).toEqual(told);
});

test("every webhook of a return, five times each and again a month later, tells each move once", async () => {
  house.shopify.webhooks.copies = 5;
  const { browser, order } = await withReturn(house);
  approveReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  refundReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  const told = await browser.words();
  expect([times(told, /is approved/), times(told, /refunded/)]).toEqual([1, 1]);
  await house.advance(month);
  await everythingAgain();
  await browser.boot();
  expect(await browser.words()).toBe(told);
  expect(house.history.of("shopify")).toHaveLength(1);
});

test("the webhooks of the app's own life, five times each, act once", async () => {
  house.shopify.webhooks.copies = 5;
  house.shopify.updateScopes(["read_orders"]);
  house.shopify.requestCompliance("customers/data_request", "ada@example.com");
  house.shopify.requestCompliance("customers/redact", "ada@example.com");
  house.shopify.uninstall();
  await house.rest();
  const actions = (await house.database.prisma.audit.findMany()).map((row) => row.action).sort();
  expect(actions).toEqual(["customer-data-requested", "customer-erased", "scopes-updated"]);
  expect(await house.database.prisma.shop.findFirst()).toMatchObject({ uninstalledAt: expect.any(Date) });
  house.shopify.requestCompliance("shop/redact");
  await house.idle();
  expect(await house.database.prisma.shop.count()).toBe(0);
});

test("the widget's message, posted five times at once and again an hour later, is one message", async () => {
  const { customerId } = createShopper(house);
  const browser = await house.browser(customerId);
  const message = { clientId: "3f0c6c3e-7d38-4f4e-9f5e-0b1f6a1b2c3d", text: "Hello" };
  const answers = await Promise.all(Array.from({ length: 5 }, () => browser.post(message)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill(202));
  await house.rest();
  await house.advance(3_600_000);
  expect((await browser.post(message)).status).toBe(202);
  await house.rest();
  expect(await browser.shown()).toHaveLength(1);
});
