import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ensureIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { addEvidence, withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { beforeTheYes, createShopper, textsOf } from "#tests/vendor-faults/people.ts";

/** Jobs under way when people come together or apart, with the real queue and the vendors' doubles. */
let house: House;
let shopId: string;
let count = 0;
const minute = 60_000;

beforeAll(async () => {
  house = await House.open();
  shopId = await house.shopId();
});
beforeEach(() => {
  count += 1;
});
afterAll(() => house.close());

const instagram = () => house.phone("instagram", `ig-${count}`);
const whatsapp = () => house.phone("whatsapp", `DE.${count}`);
const identityOf = (phone: { channel: "instagram" | "whatsapp"; userId: string }) => ensureIdentity(shopId, phone.channel, phone.userId);

async function join(one: IdentityRow, other: IdentityRow): Promise<string> {
  await addEvidence(shopId, { identityId: one.id, otherId: other.id, kind: "continue-here", strength: "proof", by: "shopper" });
  return (await house.database.prisma.evidence.findFirstOrThrow({ where: { withdrawnAt: null }, orderBy: { id: "desc" } })).id;
}
const waiting = () => house.database.prisma.message.count({ where: { author: "shopper", answeredBy: null } });

/** Resolves once a turn is being thought out. */
async function turnUnderWay(): Promise<void> {
  for (;;) {
    if ((await house.database.prisma.job.count({ where: { task: "turn", state: "running" } })) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

test("joined while both wait: one turn reads both, each message is answered once", async () => {
  const [one, other] = [instagram(), whatsapp()];
  await one.sendText("Hello");
  await other.sendText("how long can I send things back?");
  await house.idle();
  await join(await identityOf(one), await identityOf(other));
  await house.rest();
  expect(await waiting()).toBe(0);
  expect([...textsOf(one), ...textsOf(other)].join("\n")).toMatch(/30 days/);
  expect(one.inbox.length + other.inbox.length).toBe(1);
  expect(await house.jobs("turn")).toEqual([]);
});

test("split while both wait under one turn: each is answered, on the own channel, once", async () => {
  const [one, other] = [instagram(), whatsapp()];
  const [first, second] = [await identityOf(one), await identityOf(other)];
  const evidence = await join(first, second);
  await one.sendText("Hello");
  await other.sendText("how long can I send things back?");
  await house.idle();
  await withdrawEvidence(shopId, evidence, "Kim");
  await house.rest();
  expect(await waiting()).toBe(0);
  expect(textsOf(one)).toHaveLength(1);
  expect(textsOf(other)).toEqual([expect.stringMatching(/30 days/)]);
});

test("joined while one is being answered: that turn reads anew, and both are answered once", async () => {
  const { phone: number, order } = createShopper(house, { arrived: false });
  const one = instagram();
  const other = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await other.sendText(`where is order ${order.name}`);
  await one.sendText("Hello");
  await house.idle();
  house.shopify.faults.add("orders", { kind: "delay", ms: 200 });
  const answered = house.rest();
  await turnUnderWay();
  await join(await identityOf(one), await identityOf(other));
  await answered;
  await house.rest();
  expect(await waiting()).toBe(0);
  const said = [...textsOf(one), ...textsOf(other)];
  expect(said.filter((text) => text.includes(order.name))).toHaveLength(1);
  expect(said.length).toBeLessThanOrEqual(2);
  expect(await house.jobs("turn")).toEqual([]);
});

test("split while both are being answered in one turn: nothing of it stands, each is answered alone", async () => {
  const { phone: number, order } = createShopper(house, { arrived: false });
  const one = instagram();
  const other = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  const evidence = await join(await identityOf(one), await identityOf(other));
  await one.sendText("Hello");
  await other.sendText(`where is order ${order.name}`);
  await house.idle();
  house.shopify.faults.add("orders", { kind: "delay", ms: 200 });
  const answered = house.rest();
  await turnUnderWay();
  await withdrawEvidence(shopId, evidence, "Kim");
  await answered;
  await house.rest();
  expect(await waiting()).toBe(0);
  expect(textsOf(one)).toHaveLength(1);
  expect(textsOf(one)[0]).not.toContain(order.name);
  expect(textsOf(other)).toEqual([expect.stringContaining(order.name)]);
});

test("a message that comes in while its sender is being joined lands where the sender is then, and is answered once", async () => {
  const [one, other] = [instagram(), whatsapp()];
  const [first, second] = [await identityOf(one), await identityOf(other)];
  for (let round = 0; round < 6; round += 1) {
    const sent = [one.sendText(`Hello ${round}`), other.sendText(`Hi ${round}`)];
    const evidence = await join(first, second);
    await Promise.all(sent);
    await withdrawEvidence(shopId, evidence, "Kim");
    await house.rest();
    expect(await waiting()).toBe(0);
    for (const identity of [first, second]) {
      const conversation = await house.database.prisma.conversation.findUniqueOrThrow({ where: { id: identity.homeConversationId } });
      const last = await house.database.prisma.message.findFirst({ where: { identityId: identity.id }, orderBy: { seq: "desc" } });
      expect(conversation.lastMessage).toBe(last?.text.slice(0, 200));
    }
  }
});

test("the proof made in a turn answers what that turn has read; what the other side wrote meanwhile is answered too", async () => {
  const { customerId } = createShopper(house, { arrived: false });
  const browser = await house.browser(customerId);
  await browser.say("where is my order?");
  await house.rest();
  const [option] = await browser.continueElsewhere();
  const phone = instagram();
  await phone.sendText(option?.code ?? "");
  await browser.say("how long can I send things back?");
  await house.rest();
  await house.rest();
  expect(await waiting()).toBe(0);
  expect(textsOf(phone).join("\n")).toMatch(/goes on here/i);
  expect(`${await browser.words()}\n${textsOf(phone).join("\n")}`).toMatch(/30 days/);
});

test.each(["joined", "split"])("%s while a return is being made: it is made once and told once, to whom it belongs", async (change) => {
  const { browser, order } = await beforeTheYes(house);
  const chat = await house.database.prisma.identity.findFirstOrThrow({ where: { shopId, kind: "widget" } });
  const phone = whatsapp();
  await phone.sendText("Hello");
  await house.rest();
  const stranger = await identityOf(phone);
  const evidence = change === "split" ? await join(chat, stranger) : "";
  house.shopify.faults.add("returnRequest", { kind: "delay", ms: 200 });
  await browser.tap(/Return for/);
  while ((await house.database.prisma.effect.count({ where: { state: "running" } })) === 0)
    await new Promise((done) => setTimeout(done, 2));
  if (change === "split") await withdrawEvidence(shopId, evidence, "Kim");
  else await join(chat, stranger);
  await house.rest();
  expect(order.returns).toHaveLength(1);
  expect((await browser.words()).match(new RegExp(`${order.name}-R1`, "g"))).toHaveLength(1);
  expect(textsOf(phone).join()).not.toContain(order.name);
});

test("a reply that waits on its way to a mailbox is not sent there once the mailbox is somebody else's", async () => {
  const { phone: number, email, order } = createShopper(house, { arrived: false });
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`where is order ${order.name}`);
  await house.rest();
  const [chat, mailbox] = [await identityOf(phone), await ensureIdentity(shopId, "email", email)];
  const evidence = await join(chat, mailbox);
  await house.advance(25 * 60 * minute);
  house.mail.faults.add("refuse-451", { times: 2 });
  fulfil(house.shopify.store, order.name);
  await house.idle();
  deliver(house.shopify.store, order.name);
  await house.idle();
  expect(await house.database.prisma.delivery.count({ where: { channel: "email", state: "planned" } })).toBeGreaterThan(0);
  await withdrawEvidence(shopId, evidence, "Kim");
  for (let n = 0; n < 5; n += 1) await house.rest(10 * minute);
  expect(await house.database.prisma.delivery.count({ where: { channel: "email", state: "failed", error: "not-the-same-person" } })).toBe(
    2,
  );
  expect(house.mail.mailbox(email).inbox).toEqual([]);
});
