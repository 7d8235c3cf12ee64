import { afterEach, beforeEach, expect, test } from "vitest";
import { planProactive, type ToBegin } from "#app/domain/proactive/begin.server.ts";
import { insert, update } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { approveReturn, deliver, fulfil, shipmentEvent } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf, times } from "#tests/vendor-faults/people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const hour = 3_600_000;
const delay = /The carrier reports a delay/;
const attempt = /tried to deliver it/;

/** A shopper on WhatsApp who has asked where the order is that is on its way. */
async function follows(says = "where is my order") {
  const shopper = createShopper(house, { arrived: false });
  const { store } = house.shopify;
  store.quietly(() => fulfil(store, shopper.order.name, { company: "DHL", number: "LL1DE", url: "https://track.example.com/LL1DE" }));
  const phone = house.phone("whatsapp", `DE.${shopper.phone.slice(1)}`, shopper.phone);
  await phone.sendText(`${says} ${shopper.order.name}`);
  await house.rest();
  return { ...shopper, phone, mailbox: house.mail.mailbox(shopper.email) };
}

const scan = async (name: string, status: Parameters<typeof shipmentEvent>[2], parcel?: number) => {
  shipmentEvent(house.shopify.store, name, status, { parcel });
  await house.rest();
};
function secondOrder(email: string): string {
  const { store } = house.shopify;
  return store.quietly(() => {
    const customer = [...store.customers.values()].find((one) => one.email === email);
    const { name } = createOrder(store, { customer, items: [{ sku: "DRESS-RUS-M", quantity: 1 }] });
    fulfil(store, name, { company: "DHL", number: "LL9DE" });
    return name;
  });
}
const begun = async () =>
  (await house.database.prisma.begun.findMany({ orderBy: { id: "asc" } })).map(({ kind, state, reason }) => ({ kind, state, reason }));
const consents = async (phone: { userId: string }, state: "in" | "out") => {
  const shopId = await house.shopId();
  const { id } = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp", externalId: phone.userId } });
  await house.database.commit([
    insert("Consent", { id: newId(), shopId, identityId: id, state, source: "shopper-word", at: house.clock.now() }),
  ]);
};

/** The mailbox becomes the same shopper's by the code that reaches it. */
async function proveMailbox({ phone, mailbox }: Awaited<ReturnType<typeof follows>>) {
  await phone.sendText("I want to return something");
  await house.rest();
  await phone.sendText(mailbox.inbox.at(-1)?.subject.slice(0, 6) ?? "");
  await house.rest();
}
const news = (mailbox: { inbox: { subject: string; text: string }[] }) =>
  mailbox.inbox.filter((mail) => !/^\d{6}/.test(mail.subject)).map((mail) => mail.text);

test("a delay is told once on WhatsApp inside the window, however often the webhooks come", async () => {
  const { phone, order } = await follows();
  await scan(order.name, "DELAYED");
  await scan(order.name, "DELAYED");
  expect(times(textsOf(phone), delay)).toBe(1);
  expect(textsOf(phone).at(-1)).toMatch(/tell me, and the team asks the carrier/);
  expect(await begun()).toEqual([{ kind: "parcel-trouble", state: "said", reason: null }]);
});

test("outside the window the approved template says it", async () => {
  await house.connectTemplate();
  const { phone, order } = await follows();
  await house.advance(30 * hour);
  await scan(order.name, "DELAYED");
  expect(textsOf(phone).at(-1)).toMatch(new RegExp(`^News about your order ${order.name}: .*${delay.source}`));
  const sent = house.history.of("meta", "whatsapp.send").at(-1);
  expect(sent?.detail.body).toMatchObject({ type: "template", template: { name: "order_update", language: { code: "en" } } });
});

test.each(["PENDING", "PAUSED", "REJECTED"] as const)(
  "a template that is %s is not tried: the news goes by mail, and the merchant is told",
  async (status) => {
    await house.connectTemplate();
    for (const template of house.meta.templates) if (template.category === "UTILITY") template.status = status;
    const shopper = await follows();
    await proveMailbox(shopper);
    await house.advance(30 * hour);
    await scan(shopper.order.name, "ATTEMPTED_DELIVERY");
    expect(times(textsOf(shopper.phone), attempt)).toBe(0);
    expect(times(news(shopper.mailbox), attempt)).toBe(1);
    expect(await house.database.prisma.channelAccount.findFirst({ where: { channel: "whatsapp" } })).toMatchObject({
      issue: expect.stringContaining("has not approved the template"),
    });
  },
);

test("no template: by mail to the same shopper", async () => {
  const shopper = await follows();
  await proveMailbox(shopper);
  await house.advance(30 * hour);
  await scan(shopper.order.name, "FAILURE");
  expect(times(news(shopper.mailbox), /reports a problem with the delivery/)).toBe(1);
  expect(times(textsOf(shopper.phone), /reports a problem/)).toBe(0);
});

test("no template and no mail: it stands in the thread as not delivered, and staff are led to it", async () => {
  const { phone, order } = await follows();
  const before = textsOf(phone).length;
  await house.database.commit([update("Conversation", { shopId: await house.shopId() }, { unread: false })]);
  await house.advance(30 * hour);
  await scan(order.name, "FAILURE");
  expect(textsOf(phone)).toHaveLength(before);
  const { prisma } = house.database;
  expect(await prisma.delivery.findFirst({ where: { error: "window-closed" } })).toMatchObject({ state: "failed", channel: "whatsapp" });
  expect(await prisma.conversation.findFirst({})).toMatchObject({ unread: true });
});

test("who has not asked is told when something of theirs is open here or they want such messages, and else not", async () => {
  const { store } = house.shopify;
  const quiet = createShopper(house, { arrived: false });
  const wanting = createShopper(house, { arrived: false });
  const returning = createShopper(house, { arrived: false });
  const phones = [quiet, wanting, returning].map(({ phone }) => house.phone("whatsapp", `DE.${phone.slice(1)}`, phone));
  const [one, two, three] = phones;
  if (!one || !two || !three) throw new Error("Three phones.");
  for (const phone of [one, two]) await phone.sendText("how long can I send things back?");
  await three.sendText(`I want to return the dress of ${returning.order.name}`);
  await house.rest();
  await consents(two, "in");
  for (const { order } of [quiet, wanting, returning]) {
    store.quietly(() => fulfil(store, order.name, { company: "DHL", number: "LL2DE" }));
    await scan(order.name, "DELAYED");
  }
  expect(phones.map((phone) => times(textsOf(phone), delay))).toEqual([0, 1, 1]);
  await two.tap("Yes, please").catch(() => {});
  await two.sendText("where is my order now?");
  await house.rest();
  expect(textsOf(two).at(-1)).toMatch(/delay/);
});

test("consent that was taken back, or none: nothing is begun", async () => {
  const { phone, order } = await follows();
  await phone.sendText("STOP");
  await house.rest();
  const before = textsOf(phone).length;
  await scan(order.name, "DELAYED");
  expect(textsOf(phone)).toHaveLength(before);
});

test("the cap holds: of two delays in a day the second waits, what is urgent does not", async () => {
  const { phone, order, email } = await follows();
  await scan(order.name, "DELAYED");
  await consents(phone, "in");
  const second = secondOrder(email);
  await phone.sendText(`where is my order ${second}`);
  await house.rest();
  await scan(second, "DELAYED");
  expect(times(textsOf(phone), new RegExp(`Order ${second}: ${delay.source}`))).toBe(0);
  await scan(order.name, "ATTEMPTED_DELIVERY");
  expect(times(textsOf(phone), attempt)).toBe(1);
  await phone.sendText("thanks");
  await house.advance(23 * hour);
  await phone.sendText("hello");
  await house.rest();
  await house.advance(3 * hour);
  await house.rest();
  expect(times(textsOf(phone), new RegExp(`Order ${second}: ${delay.source}`))).toBe(1);
});

test("in the quiet hours a delay waits for the morning, and delivered meanwhile it is not told", async () => {
  await house.database.commit([
    update(
      "Shop",
      { id: await house.shopId() },
      { timeZone: "Europe/Berlin", proactive: { trouble: true, reminderHours: null, quiet: { from: 21, to: 8 } } },
    ),
  ]);
  await untilHour(22);
  const late = await follows();
  await scan(late.order.name, "DELAYED");
  const overtaken = await follows();
  await scan(overtaken.order.name, "DELAYED");
  await scan(overtaken.order.name, "ATTEMPTED_DELIVERY");
  expect(times(textsOf(late.phone), delay)).toBe(0);
  expect(times(textsOf(overtaken.phone), attempt)).toBe(1);
  const arrived = await follows();
  await scan(arrived.order.name, "DELAYED");
  deliver(house.shopify.store, arrived.order.name);
  await house.rest();
  await untilHour(9);
  expect(times(textsOf(late.phone), delay)).toBe(1);
  expect(times(textsOf(overtaken.phone), delay)).toBe(0);
  expect(times(textsOf(arrived.phone), delay)).toBe(0);
});

/** Moves on to this hour of the shop's clock. */
async function untilHour(wanted: number): Promise<void> {
  const hourNow = () =>
    Number(new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", hour: "numeric", hourCycle: "h23" }).format(house.clock.now()));
  while (hourNow() !== wanted) await house.advance(hour / 2);
  await house.rest();
}

test("in another language", async () => {
  const { phone, order } = await follows("Hallo, wo ist meine Bestellung");
  await scan(order.name, "DELAYED");
  expect(textsOf(phone).at(-1)).toMatch(/Der Paketdienst meldet eine Verspätung/);
});

test("webhooks in whatever order: a parcel that was delivered is not told as delayed", async () => {
  const { phone, order } = await follows();
  const { store } = house.shopify;
  store.quietly(() => shipmentEvent(store, order.name, "DELAYED"));
  store.quietly(() => deliver(store, order.name));
  store.emit({ topic: "orders/updated", order });
  await house.rest();
  expect(times(textsOf(phone), delay)).toBe(0);
  expect(times(textsOf(phone), /It was delivered today/)).toBe(1);
});

/** A shopper who has left a return at the question for its reason. */
async function leavesReturn() {
  const shopper = createShopper(house);
  const phone = house.phone("whatsapp", `DE.${shopper.phone.slice(1)}`, shopper.phone);
  const mailbox = house.mail.mailbox(shopper.email);
  await phone.sendText(`I want to return the dress of ${shopper.order.name}`);
  await house.rest();
  await phone.sendText(mailbox.inbox.at(-1)?.subject.slice(0, 6) ?? "");
  await house.rest();
  expect(textsOf(phone).at(-1)).toMatch(/reason/i);
  return { ...shopper, phone, mailbox };
}
const stillOpen = /still open here/;

test("a return that was left is recalled once, before the window closes, with what is saved, and goes on from there", async () => {
  const { phone } = await leavesReturn();
  await house.advance(22 * hour);
  expect(times(textsOf(phone), stillOpen)).toBe(0);
  await house.advance(1.5 * hour);
  await house.rest();
  const reminder = textsOf(phone).at(-1) ?? "";
  expect(reminder).toMatch(stillOpen);
  expect(reminder).toMatch(/3\/5 · Reason/);
  expect(reminder).toMatch(/Dress/);
  await phone.sendText("it is too small");
  await house.rest();
  expect(textsOf(phone).at(-1)).toMatch(/€/);
  await house.advance(60 * hour);
  expect(times(textsOf(phone), stillOpen)).toBe(1);
});

test("who goes on, or writes about something else meanwhile, is not reminded before the time is over again", async () => {
  const { phone } = await leavesReturn();
  await house.advance(20 * hour);
  await phone.sendText("how long can I send things back?");
  await house.rest();
  await house.advance(10 * hour);
  expect(times(textsOf(phone), stillOpen)).toBe(0);
  await house.advance(13.5 * hour);
  await house.rest();
  expect(times(textsOf(phone), stillOpen)).toBe(1);
});

test("no reminder where staff have the case, where the merchant wants none, and where the window is closed and nobody agreed", async () => {
  const withStaff = await leavesReturn();
  await withStaff.phone.sendText("I want to talk to a person");
  await house.rest();
  await house.advance(30 * hour);
  expect(times(textsOf(withStaff.phone), stillOpen)).toBe(0);

  const outside = await leavesReturn();
  await house.stopJobs();
  house.clock.offset += 30 * hour;
  await house.advance(0);
  await house.startJobs();
  await house.rest();
  expect(times(textsOf(outside.phone), stillOpen)).toBe(0);
  expect(await begun()).toContainEqual({ kind: "return-reminder", state: "dropped", reason: "window-closed" });

  await house.database.commit([
    update("Shop", { id: await house.shopId() }, { proactive: { trouble: true, reminderHours: null, quiet: null } }),
  ]);
  const unwanted = await leavesReturn();
  await house.advance(30 * hour);
  expect(times(textsOf(unwanted.phone), stillOpen)).toBe(0);
});

test("news of a return goes where the shopper wrote last: by template when the window is closed, by mail after a mail", async () => {
  await house.connectTemplate();
  const { phone, order, mailbox } = await leavesReturn();
  for (const words of ["it is too small", "refund please", "yes"]) {
    await phone.sendText(words);
    await house.rest();
  }
  const name = order.returns[0]?.name ?? "";
  expect(name).not.toBe("");
  await house.advance(30 * hour);
  approveReturn(house.shopify.store, name);
  await house.rest();
  expect(textsOf(phone).at(-1)).toMatch(new RegExp(`^News about your order ${order.name}: .*${name}`));
  expect(await begun()).toEqual([{ kind: "update", state: "said", reason: null }]);
  expect(news(mailbox)).toEqual([]);
});

test("planned by its key it is said once; what waits is said with the next message; whom staff have is not disturbed", async () => {
  const { phone } = await follows();
  const shopId = await house.shopId();
  const { conversationId } = await house.database.prisma.identity.findFirstOrThrow({
    where: { kind: "whatsapp", externalId: phone.userId },
  });
  const plan = (key: string, changes: Partial<ToBegin> = {}) =>
    planProactive(shopId, conversationId, {
      key,
      kind: "label-reminder",
      blocks: [{ kind: "text", text: `Your label ${key}` }],
      template: null,
      urgent: true,
      counted: false,
      ifUnreachable: "wait",
      onlyInWindow: false,
      ...changes,
    });
  for (let again = 0; again < 3; again += 1) await house.database.commit(await plan("one"));
  await house.rest();
  expect(times(textsOf(phone), /Your label one/)).toBe(1);
  await house.advance(30 * hour);
  await house.database.commit(await plan("two"));
  await house.rest();
  expect(times(textsOf(phone), /Your label two/)).toBe(0);
  await phone.sendText("thanks");
  await house.rest();
  expect(times(textsOf(phone), /Your label two/)).toBe(1);
  await phone.sendText("I want to talk to a person");
  await house.rest();
  await house.database.commit(await plan("three"));
  await house.rest();
  expect(times(textsOf(phone), /Your label three/)).toBe(0);
  expect((await begun()).at(-1)).toMatchObject({ state: "dropped", reason: "with-staff" });
});
