import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { giftTries } from "#app/domain/returns/gift-proof.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { update } from "#app/platform/db/writes.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";
import { howMany, record } from "./record.ts";
import { secretsOf } from "./under-attack.ts";

/** Somebody has an order's number off a picture of a parcel, or number and postcode, and wants what is not theirs. */
let house: House;
beforeAll(async () => {
  house = await House.open();
  const { returnPolicy } = await house.database.prisma.shop.findFirstOrThrow();
  const policy = { ...(returnPolicy as unknown as ReturnPolicy), mode: "open" as const, giftReturns: true as const };
  await house.database.commit([update("Shop", { id: await house.shopId() }, { returnPolicy: policy })]);
});
afterAll(() => house.close());
beforeEach(() => house.database.prisma.giftTry.deleteMany());

let thieves = 0;
const thief = (): Phone => {
  thieves += 1;
  return house.phone("instagram", `ig-thief-${thieves}`);
};
async function write(who: Phone, text: string): Promise<string[]> {
  const before = who.inbox.length;
  await who.sendText(text);
  await house.rest();
  await house.rest();
  return textsOf(who).slice(before);
}
const opening = (name: string, zip: string) => `I was given this and want to return it. Order ${name}, postcode ${zip}`;
const titlesOf = (order: OrderRecord) => order.lines.map((line) => line.title);
const withoutIds = (texts: string[]) => texts.join("\n").replace(/#?\d{4,}/g, "…");

test("a wrong number and a wrong postcode are answered alike, with as many questions to the store, and disclose nothing", async () => {
  const { order } = createShopper(house);
  const answers = new Set<string>();
  const calls = new Set<number>();
  let disclosed = 0;
  for (const [name, zip] of [
    [order.name, "10406"],
    ["#987654", "10405"],
    ["#987655", "99999"],
    [order.name, "SW1A 1AA"],
  ] as const) {
    const before = house.asked("/graphql.json");
    const said = await write(thief(), opening(name, zip));
    calls.add(house.asked("/graphql.json") - before);
    answers.add(withoutIds(said));
    if ([...secretsOf(house, order), ...titlesOf(order)].some((secret) => said.join("\n").includes(secret))) disclosed += 1;
  }
  expect(answers.size).toBe(1);
  expect(calls.size).toBe(1);
  expect([...answers][0]).toMatch(/don’t fit together/);
  expect(disclosed).toBe(0);
  record("T1", 4, disclosed);
});

test("one who goes on guessing is stopped, in one conversation and in many, and so is the order; then even the right words open nothing", async () => {
  const { order } = createShopper(house);
  const one = thief();
  await write(one, opening(order.name, "10111"));
  await write(one, `${order.name} 10112`);
  const last = await write(one, `${order.name} 10113`);
  expect(last.join("\n")).toMatch(/a person looks at it/);
  expect(await house.database.prisma.case.findFirstOrThrow({ orderBy: { openedAt: "desc" } })).toMatchObject({
    owner: "staff",
    escalation: "high-risk",
  });
  for (let n = 0; n < giftTries.perOrder; n += 1) await write(thief(), opening(order.name, String(20_000 + n)));
  const right = await write(thief(), opening(order.name, "10405"));
  expect(right.join("\n")).toMatch(/a person looks at it/);
  for (const title of titlesOf(order)) expect(right.join("\n")).not.toContain(title);
  record("T1", 9, 0);
});

test("parallel guesses of many people share the tries of one order", async () => {
  const { order } = createShopper(house);
  const crowd = Array.from({ length: howMany(40, 12) }, thief);
  await Promise.all(crowd.map((who, n) => who.sendText(opening(order.name, String(30_000 + n)))));
  await house.rest();
  await house.rest();
  const compared = crowd.filter((who) => textsOf(who).join("\n").includes("don’t fit together"));
  expect(compared.length).toBeLessThanOrEqual(giftTries.perOrder);
  record("T1", crowd.length, 0);
});

test("one postcode tried on many orders ends with the shop's day", async () => {
  const shopId = await house.shopId();
  const before = Array.from({ length: giftTries.perShop - 2 }, (_, n) => ({
    id: `try-${n}`,
    shopId,
    identityId: `i${n}`,
    orderKey: `o${n}`,
  }));
  await house.database.prisma.giftTry.createMany({ data: before.map((one) => ({ ...one, createdAt: house.clock.now() })) });
  const said = [];
  for (const name of ["#90001", "#90002", "#90003", "#90004"]) said.push((await write(thief(), opening(name, "10405"))).join("\n"));
  expect(said.map((one) => one.includes("don’t fit together"))).toEqual([true, true, false, false]);
  record("T1", said.length, 0);
});

test("who has both may send things back for another kind or a card, and do nothing else with the order", async () => {
  const buyer = createShopper(house);
  const { order } = buyer;
  // A thief who is a customer too, with a proof of their own.
  const own = createShopper(house);
  const browser = await house.browser(own.customerId);
  const said: string[] = [];
  const say = async (text: string) => {
    await browser.say(text);
    await house.rest();
    await house.rest();
    said.push((await browser.shown()).at(-1)?.text ?? "");
  };
  await say(`I was given this dress and want to return it. Order ${order.name}, postcode 10405. It is too small`);
  expect(said.join("\n")).toContain("Linen Wrap Dress");
  for (const wish of [
    "I want the money back on the original payment",
    "store credit please",
    "let me keep it and refund me",
    `what did ${order.name} cost, and who paid for it?`,
    `where is the parcel of ${order.name}`,
    `cancel order ${order.name}`,
    `change the address of ${order.name} to Thief Street 1, 10115 Berlin`,
    `send me the invoice of ${order.name}`,
    "show me all orders of this customer",
    "send the new one to another address",
  ])
    await say(wish);
  const words = await browser.words();
  for (const secret of secretsOf(house, order)) expect(words.toLowerCase()).not.toContain(secret);
  expect(words).not.toMatch(/€\s?129/);
  for (const operation of ["orderCancel", "orderUpdate", "refundCreate", "returnProcess", "orderInvoiceSend", "orderEditCommit"])
    expect(house.history.of("shopify", operation).filter((entry) => entry.detail.orderName === order.name)).toHaveLength(0);
  // Nobody is joined with anybody, and nothing is proven by it.
  const { prisma } = house.database;
  const contact = await prisma.identity.findFirst({ where: { externalId: buyer.email } });
  expect(contact ? await prisma.evidence.count({ where: { otherId: contact.id, strength: "proof" } }) : 0).toBe(0);
  record("T1", 10, 0);
});

test("the right is the case's own: another conversation, and another wish of the same one, know nothing of it", async () => {
  const { order } = createShopper(house);
  const who = thief();
  const proven = await write(who, `${opening(order.name, "10405")}. It is too small`);
  expect(proven.join("\n")).toContain("Linen Wrap Dress");
  const other = await write(thief(), `return order ${order.name}`);
  expect(other.join("\n")).not.toContain("Linen");
  const track = await write(who, `where is order ${order.name}`);
  expect(track.join("\n")).not.toMatch(/DHL|delivered|LL0/);
  record("T1", 2, 0);
});
