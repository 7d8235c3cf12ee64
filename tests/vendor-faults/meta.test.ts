import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import type { Fault } from "#sandbox/double.ts";
import { instagramEcho } from "#sandbox/meta/webhook-events.ts";
import { approveReturn, deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import { House, instagram } from "./house.ts";
import { createShopper, textsOf, withReturn, withTracking } from "./people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const channels = ["instagram", "whatsapp"] as const;
const minute = 60_000;
const graph = (status: number, code: number, subcode?: number): Fault => ({
  kind: "status",
  status,
  body: { error: { message: "Refused", type: "OAuthException", code, ...(subcode && { error_subcode: subcode }) } },
});
const deliveries = () => house.database.prisma.delivery.findMany({ orderBy: { createdAt: "asc" } });
const account = (channel: string) => house.database.prisma.channelAccount.findFirstOrThrow({ where: { channel } });

async function greet(channel: (typeof channels)[number], fault: Fault, times = 1) {
  const phone = house.phone(channel, "DE.31", "+4915100000031");
  house.meta.faults.add(`${channel}.send`, fault, times);
  await phone.sendText("Hello");
  await house.rest();
  return phone;
}

const passing: [string, (typeof channels)[number], Fault, number][] = [
  ["HTTP 429 without a word", "whatsapp", { kind: "status", status: 429, body: "Too many requests" }, 2],
  ["130429, too many messages of this number", "whatsapp", graph(429, 130429), 3],
  ["131056, too many to this person", "whatsapp", graph(400, 131056), 3],
  ["131016, not available", "whatsapp", graph(503, 131016), 2],
  ["613, too many calls", "instagram", graph(400, 613), 2],
  ["4, too many calls of this app", "instagram", graph(400, 4), 2],
];
test.each(passing)("%s, on %s: the reply waits its time and arrives once", async (_name, channel, fault, times) => {
  const phone = await greet(channel, fault, times);
  for (let n = 0; n < 6; n += 1) await house.advance(minute);
  expect(textsOf(phone)).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: "accepted", attempts: times + 1 }]);
});

test("replies to one person keep WhatsApp's pace and arrive in their order, once each", async () => {
  house.meta.pairRate.burst = 2;
  const phone = house.phone("whatsapp", "DE.31", "+4915100000031");
  for (const name of ["#1001", "#1002", "#1003", "#1004"]) {
    await phone.sendText(`where is order ${name}`);
    await house.rest();
  }
  for (let n = 0; n < 12; n += 1) await house.advance(7_000);
  const accepted = house.history.of("meta", "whatsapp.send").map((entry) => String(entry.detail.deliveryId));
  expect(new Set(accepted).size).toBe(accepted.length);
  const order = await house.database.prisma.delivery.findMany({ orderBy: [{ createdAt: "asc" }, { part: "asc" }] });
  expect(accepted).toEqual(order.map((delivery) => delivery.id));
});

for (const channel of channels) {
  test(`a reply on ${channel} whose answer is lost is there once, and the evidence settles it`, async () => {
    const phone = await greet(channel, { kind: "lost-reply" });
    await house.advance(5 * minute);
    expect(textsOf(phone)).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: "accepted", externalId: phone.inbox[0]?.id, attempts: 1 }]);
  });

  test(`evidence on ${channel} that comes before the loss is noticed still counts`, async () => {
    house.meta.evidenceFirst = true;
    const phone = await greet(channel, { kind: "lost-reply" });
    await house.advance(5 * minute);
    expect(textsOf(phone)).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: "accepted", attempts: 1 }]);
  });
}

test("without any evidence WhatsApp gets the reply again, since it would have reported one", async () => {
  const phone = await greet("whatsapp", { kind: "reset" });
  expect(textsOf(phone)).toHaveLength(0);
  expect(await deliveries()).toMatchObject([{ state: "unknown" }]);
  await house.advance(2 * minute);
  expect(textsOf(phone)).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: "accepted", attempts: 2 }]);
});

test("what is said next does not overtake a WhatsApp reply of which nobody knows whether it arrived", async () => {
  const phone = await greet("whatsapp", { kind: "reset" });
  await phone.sendText("how long can I send things back?");
  await house.rest();
  expect(textsOf(phone)).toEqual([]);
  for (let n = 0; n < 5; n += 1) await house.advance(minute);
  expect(textsOf(phone)).toMatchObject([/where an order is/, /30 days/].map((words) => expect.stringMatching(words)));
});

test("without any evidence an Instagram reply is not sent again, and staff see that its outcome is unknown", async () => {
  const phone = await greet("instagram", { kind: "reset" });
  await house.advance(30 * minute);
  expect(textsOf(phone)).toHaveLength(0);
  expect(await deliveries()).toMatchObject([{ state: "unknown", attempts: 1 }]);
});

test("an echo that comes a day late is known as our own reply, not taken for staff's", async () => {
  const phone = house.phone("instagram", "DE.31");
  house.meta.faults.add("instagram.send", { kind: "lost-reply" });
  await phone.sendText("Hello");
  house.meta.courier.manner.drop = 1;
  await house.rest();
  expect(await deliveries()).toMatchObject([{ state: "unknown" }]);
  await house.advance(24 * 60 * minute);
  const [bubble] = phone.inbox;
  if (!bubble) throw new Error("The reply is not on the phone.");
  const item = instagramEcho(instagram, phone, bubble.id, { text: bubble.text }, house.clock.now());
  await house.meta.courier.send({ channel: "instagram", item });
  await house.idle();
  expect(await deliveries()).toMatchObject([{ state: "accepted", externalId: bubble.id }]);
  expect(await house.database.prisma.message.count()).toBe(2);
});

test.each<[string, Fault]>([
  ["190, the token has ended", graph(401, 190)],
  ["10, a permission is missing", graph(403, 200)],
  ["368, temporarily blocked", graph(400, 368)],
])("%s: the merchant is told, replies wait, and go out once it is mended", async (_name, fault) => {
  const phone = await greet("whatsapp", fault, 3);
  expect(textsOf(phone)).toHaveLength(0);
  expect((await account("whatsapp")).issue).toMatch(/Connect it again/);
  expect(await deliveries()).toMatchObject([{ state: "planned" }]);
  for (let n = 0; n < 4; n += 1) await house.advance(5 * minute);
  expect(textsOf(phone)).toHaveLength(1);
  expect((await account("whatsapp")).issue).toBeNull();
});

test("an account that nobody mends for a day gives its replies up, visibly", async () => {
  await greet("whatsapp", graph(401, 190), 10_000);
  for (let hour = 0; hour < 26; hour += 1) await house.advance(60 * minute);
  expect(await deliveries()).toMatchObject([{ state: "failed", error: "190" }]);
});

test.each(["at-once", "by-status"] as const)(
  "131047 %s, though our own clock says the window is open: the news goes by mail, once",
  async (refusals) => {
    house.meta.refusals = refusals;
    const { phone: number, email, order } = createShopper(house, { arrived: false });
    const phone = house.phone("whatsapp", "DE.55", number);
    await phone.sendText(`where is order ${order.name}`);
    await house.rest();
    await joinMail(email, phone.userId);
    // The vendor counts otherwise than we do.
    phone.lastWroteAt = new Date(house.clock.now().getTime() - 25 * 60 * minute);
    fulfil(house.shopify.store, order.name);
    await house.rest();
    await house.rest();
    deliver(house.shopify.store, order.name);
    await house.rest();
    await house.rest();
    expect(textsOf(phone)).toHaveLength(1);
    const mails = house.mail.mailbox(email).inbox;
    expect(mails.map((mail) => /was delivered/.test(mail.text))).toEqual([false, true]);
  },
);

test("131047 without any other way is failed and visible, and not tried round and round", async () => {
  const { phone, order } = await withTracking(house);
  phone.lastWroteAt = new Date(house.clock.now().getTime() - 25 * 60 * minute);
  house.meta.refusals = "by-status";
  fulfil(house.shopify.store, order.name);
  for (let n = 0; n < 5; n += 1) await house.rest(minute);
  const refused = (await deliveries()).filter((delivery) => delivery.state === "failed");
  expect(refused).toHaveLength(1);
  expect(textsOf(phone)).toHaveLength(1);
});

test("a reply that WhatsApp took before a proxy answered 502 is on the phone once", async () => {
  house.meta.faults.add("whatsapp.send", { kind: "lost-reply" });
  const { phone } = await withTracking(house);
  for (let n = 0; n < 4; n += 1) await house.advance(minute);
  expect(textsOf(phone)).toHaveLength(1);
});

test("a widget shopper's news needs no vendor at all: nothing of Meta's can hold it up", async () => {
  house.meta.faults.add("*", { kind: "hang", ms: 2_000 }, 100);
  const { browser, order } = await withReturn(house);
  approveReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  expect(await browser.words()).toMatch(/is approved/);
  house.meta.faults.clear();
});

/** The same shopper has proven a mailbox too. */
async function joinMail(email: string, userId: string): Promise<void> {
  const shopId = await house.shopId();
  const [one, other] = [await ensureIdentity(shopId, "whatsapp", userId), await ensureIdentity(shopId, "email", email)];
  await addEvidence(shopId, { identityId: one.id, otherId: other.id, kind: "one-time-code", strength: "proof", by: "test" });
}
