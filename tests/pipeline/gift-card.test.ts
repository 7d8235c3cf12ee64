import { afterEach, beforeEach, expect, test } from "vitest";
import type { Phone } from "#sandbox/meta/phone.ts";
import { issueGiftCard, type NewGiftCard } from "#sandbox/shopify/seed-gift-cards.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open({ knowledge: true });
});
afterEach(() => house.close());

const balance = "How much is left on my gift card?";
const give = (customerId: string, card: NewGiftCard) =>
  issueGiftCard(house.shopify.store, { customerId: `gid://shopify/Customer/${customerId}`, ...card });
const mailedCode = (address: string) => house.mail.mailbox(address).inbox.at(-1)?.subject.slice(0, 6) ?? "";

let people = 0;
function phone(channel: "instagram" | "whatsapp" = "instagram", number?: string): Phone {
  people += 1;
  return house.phone(channel, number ? `DE.${number.slice(1)}` : `ig-gift-${people}`, number);
}
async function write(who: Phone, text: string): Promise<string> {
  const before = who.inbox.length;
  await who.sendText(text);
  await house.rest();
  return who.inbox
    .slice(before)
    .map((bubble) => [bubble.text, ...bubble.choices.map((choice) => `[${choice.title}]`)].join("\n"))
    .join("\n");
}

test("who is signed in on the site hears what is left on each card, without being asked for anything", async () => {
  const { customerId } = createShopper(house);
  give(customerId, { code: "h7k2m9x4q8w3a1b2", value: 5_000, spent: 2_500, expiresOn: "2031-03-01" });
  give(customerId, { code: "p4r8t2v6y9z3c5d7", value: 2_000, spent: 2_000 });
  give(customerId, { code: "b6n3j8f2g7s4e9f1", value: 4_000, expiresOn: "2021-05-31" });
  give(customerId, { code: "w2x5c8v4b7n9g3h6", value: 3_000, deactivatedAt: house.clock.now() });
  give(customerId, { code: "w2x5c8v4b7n9k5m4", value: 1_050 });
  const browser = await house.browser(customerId);
  await browser.say(balance);
  await house.rest();
  const words = await browser.words();
  expect(words).toContain("Your gift cards at Linden & Loom:");
  expect(words).toContain("…A1B2: €25.00, valid until 1 March 2031");
  expect(words).toContain("…K5M4: €10.50, no end date");
  expect(words).toContain("…C5D7: used up");
  expect(words).toContain("…E9F1: expired on 31 May 2021");
  expect(words).toContain("…G3H6: deactivated by the shop");
  expect(words.indexOf("A1B2")).toBeLessThan(words.indexOf("C5D7"));
  expect(words).not.toMatch(/six digits|h7k2/i);
});

test("anybody else proves the mailbox once, although they never ordered, and hears it then", async () => {
  const { customerId, email, order } = createShopper(house);
  house.shopify.store.orders.delete(order.id);
  give(customerId, { code: "h7k2m9x4q8w3a1b2", value: 2_500 });
  const asker = phone();
  expect(await write(asker, balance)).toMatch(/e-mail address it belongs to/);
  expect(await write(asker, email)).toMatch(/six digits/);
  expect(house.mail.mailbox(email).inbox.at(-1)?.text).toContain("what is left on a gift card");
  const digits = mailedCode(email);
  expect(await write(asker, digits === "111111" ? "222222" : "111111")).toMatch(/does not fit/);
  expect(await write(asker, digits)).toContain("…A1B2: €25.00");
  // Asked again, nothing needs to be shown again.
  expect(await write(asker, "and what is the balance of my gift card now?")).toContain("…A1B2: €25.00");
  expect(house.mail.mailbox(email).inbox).toHaveLength(1);
});

test("in another language, by WhatsApp: the code goes to the mailbox of the order, never to the phone", async () => {
  await house.connectPhones({ sms: true, whatsapp: true });
  const { customerId, email, phone: number } = createShopper(house);
  give(customerId, { code: "h7k2m9x4q8w3a1b2", value: 2_500, expiresOn: "2031-03-01" });
  const asker = phone("whatsapp", number);
  expect(await write(asker, "Wie viel Guthaben ist noch auf meinem Gutschein?")).toMatch(/Code aus sechs Ziffern/);
  expect(house.twilio.inbox(number)).toEqual([]);
  expect(await write(asker, mailedCode(email))).toMatch(/…A1B2: 25,00\s€, gültig bis 1\. März 2031/);
});

test("a proof by telephone tells nothing of a card, and another mailbox can be named", async () => {
  await house.connectPhones({ sms: true });
  const { customerId, email, order, phone: number } = createShopper(house);
  give(customerId, { code: "h7k2m9x4q8w3a1b2", value: 2_500 });
  const asker = phone();
  await write(asker, `where is order ${order.name}`);
  await write(asker, "I have no access to that mailbox, send it to my phone please");
  await write(asker, house.twilio.inbox(number)[0]?.body.slice(0, 6) ?? "");
  const answer = await write(asker, balance);
  expect(answer).toMatch(/I find no gift card.*another e-mail address/s);
  expect(answer).toContain("[Talk to a person]");
  expect(await write(asker, email)).toMatch(/six digits/);
  expect(await write(asker, mailedCode(email))).toContain("…A1B2: €25.00");
});

test("who has no card hears so, and a person takes it from there when wanted", async () => {
  const { customerId } = createShopper(house);
  const browser = await house.browser(customerId);
  await browser.say(balance);
  await house.rest();
  expect(await browser.words()).toContain("I find no gift card at Linden & Loom");
  await browser.tap(/Talk to a person/);
  await house.rest();
  expect(await browser.words()).toMatch(/passing this to a colleague/);
  expect(await house.database.prisma.case.findMany({ select: { flow: true, owner: true } })).toEqual([
    { flow: "gift-card", owner: "staff" },
  ]);
});

test("a card that was given away is its recipient's alone", async () => {
  const [giver, recipient] = [createShopper(house), createShopper(house)];
  give(giver.customerId, { code: "h7k2m9x4q8w3a1b2", value: 2_500, recipientId: `gid://shopify/Customer/${recipient.customerId}` });
  for (const [who, hears] of [
    [giver, false],
    [recipient, true],
  ] as const) {
    const browser = await house.browser(who.customerId);
    await browser.say(balance);
    await house.rest();
    expect((await browser.words()).includes("A1B2")).toBe(hears);
  }
});

test("where the shop has not let us look, that is said before anybody proves anything, and a person is offered", async () => {
  const { scopes } = house.shopify.config;
  house.shopify.updateScopes(scopes.filter((scope) => !/_gift_cards$/.test(scope)));
  await house.idle();
  const answer = await write(phone(), balance);
  expect(answer).toMatch(/cannot look into the gift cards/);
  expect(answer).toContain("[Talk to a person]");
  const { customerId } = createShopper(house);
  const browser = await house.browser(customerId);
  await browser.say(balance);
  await house.rest();
  expect(await browser.words()).toMatch(/cannot look into the gift cards/);
});

test("a return in the midst of which it is asked goes on at its step", async () => {
  const { customerId, order } = createShopper(house);
  give(customerId, { code: "h7k2m9x4q8w3a1b2", value: 2_500 });
  const browser = await house.browser(customerId);
  await browser.say(`I want to return the item of ${order.name}`);
  await house.rest();
  const before = (await browser.shown()).length;
  await browser.say(balance);
  await house.rest();
  const said = (await browser.shown()).slice(before);
  expect(said.map((one) => one.text).join("\n")).toMatch(/…A1B2: €25\.00[\s\S]*(why|reason|wrong)/i);
  const open = await house.database.prisma.case.findMany({ where: { status: "open" }, select: { flow: true } });
  expect(open).toEqual([{ flow: "return" }]);
});

test("after the proof for a card the return that waited for the same proof goes on too", async () => {
  const { customerId, email, order } = createShopper(house);
  give(customerId, { code: "h7k2m9x4q8w3a1b2", value: 2_500 });
  const asker = phone();
  await write(asker, "I want to return something, it is too small");
  await write(asker, balance);
  await write(asker, email);
  const answer = await write(asker, mailedCode(email));
  expect(answer).toContain("…A1B2: €25.00");
  expect(answer).toContain(order.name);
});

test("the code of a card is asked for nowhere, cut before it is kept, and looked up by nobody", async () => {
  const code = "h7k2 m9x4 q8w3 a1b2";
  give(createShopper(house).customerId, { code: code.replaceAll(" ", ""), value: 2_500 });
  const asker = phone();
  const answer = await write(asker, `my gift card is ${code}, how much is left?`);
  expect(answer).toMatch(/keep the code of a gift card to yourself/);
  expect(answer).toMatch(/e-mail address it belongs to/);
  expect(answer).not.toContain("25.00");
  await write(phone(), code);
  const kept = JSON.stringify([
    await house.database.prisma.message.findMany(),
    await house.database.prisma.rawEvent.findMany(),
    await house.database.prisma.case.findMany(),
    await house.database.prisma.job.findMany(),
  ]);
  expect(kept).toContain("••••a1b2");
  expect(kept.replaceAll(/[ -]/g, "")).not.toContain("h7k2m9x4");
});

test("how to spend a card, and what cards there are, is answered from the shop's texts", async () => {
  await house.advance(60_000);
  expect(await write(phone(), "can I use a gift card together with a code?")).toMatch(/field for discounts at the checkout/);
  expect(await write(phone(), "do gift cards expire?")).toMatch(/valid for three years/);
});
