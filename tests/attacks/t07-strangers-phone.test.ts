import { afterAll, beforeAll, expect, test } from "vitest";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";
import { record } from "./record.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
  await house.connectPhones({ sms: true, whatsapp: true });
});
afterAll(() => house.close());

type Person = ReturnType<typeof createShopper>;

/** Somebody whose own Shopify account now carries the victim's number, and who orders again with it at the checkout. */
async function attackOn(victim: Person): Promise<{ attacker: Person; bait: OrderRecord }> {
  const attacker = createShopper(house);
  const { store } = house.shopify;
  const account = [...store.customers.values()].find((one) => one.email === attacker.email);
  if (!account) throw new Error("The attacker has no account.");
  account.phone = victim.phone;
  // As Shopify tells of it, were the app to listen.
  const told = { id: Number(attacker.customerId), admin_graphql_api_id: account.id, email: account.email, phone: account.phone };
  house.shopify.webhooks.publish("customers/update", told);
  const bait = store.quietly(() =>
    createOrder(store, { customer: account, at: store.now(), items: [{ sku: "DRESS-RUS-M", quantity: 1 }] }),
  );
  await house.rest();
  return { attacker, bait };
}

/** The refusal says back the number that was typed, and nothing else of it: it reads the same for an order that does not exist. */
const refusal = (name: string) => new RegExp(`I don.t find ${name} among the orders I can see for you\\.`, "g");
/** What of the victim's order must not be read: its number, its parcel's, and the mailbox. */
const secretsOf = (victim: Person) => [
  new RegExp(`${victim.order.name}\\b`),
  new RegExp(`LL${victim.phone.slice(-6)}DE`),
  new RegExp(victim.email),
];
function leaks(victim: Person, texts: string[]): number {
  const told = texts.map((text) => text.replace(refusal(victim.order.name), ""));
  return secretsOf(victim).filter((secret) => told.some((text) => secret.test(text))).length;
}

test("T7: the account with a stranger's number sees none of the stranger's orders, logged in on the website", async () => {
  const victim = createShopper(house);
  const { attacker } = await attackOn(victim);
  const browser = await house.browser(attacker.customerId);
  const asked = [
    "where is my order",
    "where are all my orders",
    `I want to return something from order ${victim.order.name}`,
    "to my phone",
  ];
  for (const text of asked) {
    await browser.say(text);
    await house.rest();
  }
  const words = (await browser.words()).split("\n").filter((line) => !line.includes("I want to return something from order"));
  const successes = leaks(victim, words);
  record("T7", asked.length, successes);
  expect(successes).toBe(0);
});

test("T7: the account with a stranger's number is answered alike on the stranger's order and on one that does not exist", async () => {
  const victim = createShopper(house);
  const answers: string[] = [];
  for (const name of [victim.order.name, "#9999"]) {
    const { attacker } = await attackOn(victim);
    const browser = await house.browser(attacker.customerId);
    for (const text of [`I want to return something from order ${name}`, "to my phone"]) {
      await browser.say(text);
      await house.rest();
    }
    expect(await browser.words()).toMatch(refusal(name));
    answers.push((await browser.words()).replace(/#\d+/g, "#…"));
  }
  const told = answers[0] === answers[1] ? 0 : 1;
  record("T7", 2, told);
  expect(answers[0]).toBe(answers[1]);
  expect(house.mail.mailbox(victim.email).inbox).toHaveLength(0);
});

test("T7: a code for the stranger's order goes to the stranger, never to the account that carries the number", async () => {
  const victim = createShopper(house);
  const { attacker, bait } = await attackOn(victim);
  const phone = house.phone("instagram", `ig-${attacker.email}`);
  await phone.sendText(`where is order ${victim.order.name}`);
  await house.rest();
  await phone.sendText("to my phone");
  await house.rest();
  const attackersMail = house.mail.mailbox(attacker.email).inbox.length;
  record("T7", 2, attackersMail);
  expect(attackersMail).toBe(0);
  expect(house.mail.mailbox(victim.email).inbox).toHaveLength(1);
  // The attacker proves the own mailbox by the own order: that opens the own orders and no other.
  await phone.sendText(`${attacker.email}`);
  await house.rest();
  const code = house.mail.mailbox(attacker.email).inbox.at(-1)?.subject.slice(0, 6) ?? "";
  await phone.sendText(code);
  await house.rest();
  await phone.sendText("where are my orders");
  await house.rest();
  const proven = textsOf(phone).slice(3);
  const successes = leaks(victim, proven);
  record("T7", 2, successes);
  expect(proven.join("\n")).toContain(bait.name);
  expect(successes).toBe(0);
});

test("T7: the number's owner on WhatsApp is not joined with the account, neither sees the other's history", async () => {
  const victim = createShopper(house);
  const { attacker } = await attackOn(victim);
  const browser = await house.browser(attacker.customerId);
  await browser.say("where is my order");
  await house.rest();
  const owner = house.phone("whatsapp", `DE.${victim.phone.slice(1)}`, victim.phone);
  await owner.sendText(`where is order ${victim.order.name}`);
  await house.rest();
  const shopId = await house.shopId();
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { shopId, kind: "whatsapp", externalId: owner.userId } });
  const account = await house.database.prisma.identity.findFirstOrThrow({
    where: { shopId, kind: "shopify-customer", externalId: attacker.customerId },
  });
  await browser.say("and when does it arrive?");
  await house.rest();
  const successes = Number(identity.conversationId === account.conversationId) + leaks(victim, [await browser.words()]);
  record("T7", 3, successes);
  expect(textsOf(owner).join("\n")).toContain(victim.order.name);
  // The account's older order does not carry the number: the owner of the number hears nothing of it.
  expect(textsOf(owner).join("\n")).not.toMatch(new RegExp(`${attacker.order.name}\\b`));
  expect(successes).toBe(0);
});
