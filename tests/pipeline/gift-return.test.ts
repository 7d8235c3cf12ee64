import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type MoneyWay, moneyOut } from "#app/domain/returns/back-office.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { decideHeld } from "#app/domain/staff/held-exchange.server.ts";
import { planDeed } from "#app/domain/staff/return-deed.server.ts";
import { deskOfCase, hashOfBooking, nothingWanted } from "#app/domain/staff/return-desk.server.ts";
import { update } from "#app/platform/db/writes.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import { approveReturn } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { adminRequest, args } from "#tests/routes/admin.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
let usual: ReturnPolicy;
beforeAll(async () => {
  house = await House.open({ knowledge: true, mailbox: true });
  usual = (await house.database.prisma.shop.findFirstOrThrow()).returnPolicy as unknown as ReturnPolicy;
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.database.prisma.giftTry.deleteMany();
  await rules({ mode: "open", giftReturns: true });
});

async function rules(changes: Partial<ReturnPolicy>): Promise<void> {
  await house.database.commit([
    update("Shop", { id: await house.shopId() }, { returnPolicy: { ...usual, dailyReturnsPerShop: 5_000, ...changes } }),
  ]);
}

const made = (order: OrderRecord, operation = "returnCreate") =>
  house.history.of("shopify", operation).filter((entry) => entry.detail.orderName === order.name);
const caseOf = (order: OrderRecord) => house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "return" } });
const variantOf = (sku: string) => house.shopify.store.variantBySku(sku);

let people = 0;
function phone(channel: "instagram" | "whatsapp" = "instagram"): Phone {
  people += 1;
  return channel === "instagram"
    ? house.phone(channel, `ig-recipient-${people}`)
    : house.phone(channel, `DE.${people}`, `+4915777${String(people).padStart(6, "0")}`);
}
async function write(who: Phone, text: string): Promise<string> {
  const before = who.inbox.length;
  await who.sendText(text);
  await house.rest();
  await house.rest();
  return who.inbox
    .slice(before)
    .map((bubble) => [bubble.text, ...bubble.choices.map((choice) => `[${choice.title}]`)].join("\n"))
    .join("\n");
}
async function say(browser: Browser, words: string): Promise<string> {
  await browser.say(words);
  await house.rest();
  await house.rest();
  const shown = (await browser.shown()).at(-1);
  return [shown?.text ?? "", ...(shown?.choices ?? []).map(({ title }) => `[${title}]`)].join("\n");
}

/** What nobody may read who was only given the thing. */
function expectNothingOfTheBuyer(words: string, { email, phone: number }: { email: string; phone: string }): void {
  expect(words).not.toMatch(/€|\bEUR\b|\d+[.,]\d{2}\b/);
  expect(words).not.toMatch(/Ada|Sample|Musterweg|Berlin/);
  for (const secret of [email, number, "LL0"]) expect(words).not.toContain(secret);
}

test("on Instagram: another size at the same price, without a sum, without a name, and the buyer hears nothing", async () => {
  const buyer = createShopper(house);
  const { order } = buyer;
  const who = phone();
  const said = [await write(who, "Hi, I got a dress as a gift and it is too small. Can I exchange it?")];
  expect(said[0]).toMatch(/order number.*postcode/s);
  said.push(await write(who, order.name));
  expect(said[1]).toMatch(/what is the postcode/);
  said.push(await write(who, "10405"));
  expect(said[2]).toContain("[Rust / L]");
  expect(said[2]).toContain("[A gift card]");
  said.push(await write(who, "in L please"));
  expect(said[3]).toMatch(/Rust \/ M for Linen Wrap Dress, Rust \/ L, nothing to pay/);
  said.push(await write(who, "yes"));
  expect(said[4]).toContain(`registered as ${order.name}-R1`);
  expect(made(order)).toMatchObject([
    { detail: { input: { notifyCustomer: false, exchangeLineItems: [{ variantId: variantOf("DRESS-RUS-L").id, quantity: 1 }] } } },
  ]);
  // What the recipient wrote stays here: the buyer could read it on the return.
  expect(JSON.stringify(made(order))).not.toContain("gift");
  expectNothingOfTheBuyer(said.join("\n"), buyer);
  expect(house.mail.mailbox(buyer.email).inbox).toHaveLength(0);
  const { state } = await caseOf(order);
  expect(JSON.stringify(state)).not.toMatch(/"amount"|129|Customer/);
});

test("on the widget, when asked who they are: for a gift card, whose sum is not said", async () => {
  const buyer = createShopper(house);
  const browser = await house.browser();
  const asked = await say(browser, "I want to return something");
  expect(asked).toMatch(/write the e-mail address of your order/);
  const proof = await say(browser, "I did not buy it, my aunt ordered it");
  expect(proof).toMatch(/order number.*postcode/s);
  await say(browser, `${buyer.order.name}, the postcode is 10405`);
  const ends = await say(browser, "I just don't like it");
  expect(ends).toContain("[A gift card]");
  expect(ends).not.toMatch(/Money back|Store credit|Keep it/);
  const yes = await say(browser, "a gift card please");
  expect(yes).toMatch(/you get a gift card for what was paid.*The sum is on the card/s);
  const told = await say(browser, "yes");
  expect(told).toMatch(/gift card comes once the shop has booked/);
  expect(made(buyer.order)).toHaveLength(1);
  expectNothingOfTheBuyer(await browser.words(), buyer);
  expect(house.mail.mailbox(buyer.email).inbox).toHaveLength(0);
});

test("by e-mail, in German: everything goes to who writes, nothing to the address on the order", async () => {
  const buyer = createShopper(house);
  const mailbox = house.mail.mailbox("nina@recipient.example");
  const answer = async (text: string) => {
    const before = mailbox.inbox.length;
    const replyTo = mailbox.inbox.at(-1);
    await mailbox.send(replyTo ? { replyTo, text } : { to: house.mail.shopAddress, subject: "Geschenk", text });
    for (let wait = 0; mailbox.inbox.length === before && wait < 200; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await house.rest();
    }
    await house.rest();
    return mailbox.inbox.at(-1)?.text ?? "";
  };
  const first = await answer("Hallo, ich habe das Kleid geschenkt bekommen, es gefällt mir nicht. Kann ich es zurückgeben?");
  expect(first).toMatch(/Bestellnummer.*Postleitzahl/s);
  const ends = await answer(`Bestellung ${buyer.order.name}, PLZ 10405`);
  expect(ends).toContain("Eine Geschenkkarte");
  await answer("Eine Geschenkkarte");
  await answer("Ja");
  await house.rest();
  const mails = mailbox.inbox.map((mail) => `${mail.subject}\n${mail.text}`).join("\n");
  expect(mails).toMatch(/Geschenkkarte kommt, sobald/);
  expectNothingOfTheBuyer(mails, buyer);
  expect(house.mail.mailbox(buyer.email).inbox).toHaveLength(0);
});

test("where the merchant approves each return, it is asked for and waits; an exchange waits in the case", async () => {
  await rules({ mode: "request", giftReturns: true });
  const { order } = createShopper(house);
  const who = phone("whatsapp");
  await write(who, `I was given this dress and want to return it, it is too big. Order ${order.name}, postcode 10405`);
  await write(who, "a gift card");
  expect(await write(who, "yes")).toMatch(/The team looks at it next/);
  expect(made(order, "returnRequest")).toHaveLength(1);
  approveReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  expect(who.inbox.map((bubble) => bubble.text).join("\n")).toContain(`Return ${order.name}-R1 is approved`);

  const other = createShopper(house).order;
  const second = phone();
  await write(second, `It was a present, can I exchange it for another size? Order ${other.name}, postcode 10405`);
  await write(second, "it is too small");
  await write(second, "L in rust");
  expect(await write(second, "yes")).toMatch(/with the team now/);
  expect(made(other)).toHaveLength(0);
  await decideHeld(await house.shopId(), (await caseOf(other)).id, { allow: true }, "Sam");
  await house.rest(15_000);
  await house.rest();
  expect(made(other)).toHaveLength(1);
});

test("switched off, a person gets it with what was told, and nothing is asked or shown", async () => {
  await rules({ mode: "open" });
  const { order } = createShopper(house);
  const who = phone();
  const told = await write(who, `I got this dress as a gift and want to return it, ${order.name}, 10405`);
  expect(told).toMatch(/looked at by a person/);
  expect(told).not.toContain("Linen");
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { flow: "return" }, orderBy: { openedAt: "desc" } });
  expect(row).toMatchObject({ owner: "staff", escalation: "policy-exception" });
  expect(row.summary).toContain("gift");
  expect(await house.database.prisma.giftTry.count()).toBe(0);
});

test("a thing that may not go back says so, to somebody whose label shows four figures less", async () => {
  await rules({ mode: "open", giftReturns: true, windowDays: 0 });
  const { order } = createShopper(house);
  order.shippingAddress = { ...order.shippingAddress, countryCode: "US", zip: "94105-1234" } as typeof order.shippingAddress;
  const who = phone();
  const told = await write(who, `I was given a dress, I want to return it. ${order.name}, zip code 94105`);
  expect(told).toMatch(/0-day return window closed/);
  expect(told).toContain("[Ask the team]");
});

test("the buyer asks meanwhile: of the return of another they hear nothing", async () => {
  const buyer = createShopper(house);
  const who = phone();
  await write(who, `I was given this dress and want to return it, it is too big. Order ${buyer.order.name}, postcode 10405`);
  await write(who, "a gift card");
  await write(who, "yes");
  expect(made(buyer.order)).toHaveLength(1);
  const browser = await house.browser(buyer.customerId);
  await say(browser, `where is my order ${buyer.order.name}`);
  const words = await browser.words();
  expect(words).toContain(buyer.order.name);
  expect(words).not.toContain(`${buyer.order.name}-R1`);
});

/** A dress that somebody was given, on its way back for a card. */
async function withGiftReturn(who = phone()) {
  const buyer = createShopper(house);
  await write(who, `I was given this dress and want to return it, it is too big. Order ${buyer.order.name}, postcode 10405`);
  await write(who, "a gift card");
  await write(who, "yes");
  return { ...buyer, who, row: await caseOf(buyer.order) };
}

async function book(caseId: string, to: MoneyWay) {
  const { id, domain } = await house.database.prisma.shop.findFirstOrThrow();
  const open = await deskOfCase({ id, domain }, caseId, nothingWanted);
  const lines = open?.desk.lines.map(({ id: lineId, quantity }) => ({ lineId, quantity, disposition: "RESTOCKED" })) ?? [];
  const booking = { lines, sent: [] };
  const found = await deskOfCase({ id, domain }, caseId, booking);
  const seen = (found && hashOfBooking(found, moneyOut(found.suggested, to, null))) ?? "";
  return planDeed({ id, domain }, { caseId, kind: "return-process", seen, booking, money: to }, "Sam");
}
const cards = () => [...house.shopify.store.giftCards.values()].filter((card) => card.source === "api_client");

test("booked, what was paid is on a card, whose code only the recipient's own channel shows; the buyer is not paid and not told", async () => {
  const { order, who, row, email } = await withGiftReturn();
  const before = cards().length;
  // The recipient gets no money and the buyer none: not even by mistake.
  for (const way of ["original", "store-credit"] as const) expect(await book(row.id, way)).toMatchObject({ because: "incomplete" });
  expect(await book(row.id, "gift-card")).toMatchObject({ outcome: "planned" });
  await house.rest(15_000);
  await house.rest(15_000);
  const card = cards().at(-1);
  expect(cards()).toHaveLength(before + 1);
  expect(card).toMatchObject({ initialValue: 12_900 });
  expect(card?.customerId).toBeUndefined();
  expect(card?.recipientId).toBeUndefined();
  expect(order.refunds.filter((refund) => refund.transactionIds.length)).toHaveLength(0);
  const code = (card?.code ?? "").toUpperCase();
  expect(code).toMatch(/^(?:[A-Z]\d[A-Z]{2}){4}$/);
  const shown = code.match(/.{4}/g)?.join(" ") ?? "";
  const heard = who.inbox.map((bubble) => bubble.text).join("\n");
  expect(heard).toContain(`Your gift card of Linden & Loom is worth €129.00. Its code is ${shown};`);
  expect(heard).toContain(`The shop has booked what you sent back with ${order.name}-R1.`);
  // Nowhere in our own books, and so in no model's and no colleague's view.
  const { prisma } = house.database;
  const kept = JSON.stringify([
    await prisma.message.findMany(),
    await prisma.delivery.findMany(),
    await prisma.begun.findMany(),
    await prisma.effect.findMany(),
    await prisma.audit.findMany(),
    await prisma.job.findMany(),
    await prisma.rawEvent.findMany(),
  ]);
  expect(kept.toUpperCase()).not.toContain(code);
  expect(kept.toUpperCase()).not.toContain(shown);
  expect(kept).toContain(`••••${code.slice(-4)}`);
  expect(house.mail.mailbox(email).inbox).toHaveLength(0);
  expect(await prisma.case.findFirstOrThrow({ where: { id: row.id } })).toMatchObject({ status: "done" });
});

test("while the assistant is paused, whoever is to have the card hears of it all the same", async () => {
  const { row, who } = await withGiftReturn();
  await house.database.commit([update("Shop", { id: await house.shopId() }, { assistantPaused: true })]);
  await book(row.id, "gift-card");
  await house.rest(15_000);
  await house.rest(15_000);
  await house.database.commit([update("Shop", { id: await house.shopId() }, { assistantPaused: false })]);
  const code = cards().at(-1)?.code.toUpperCase().match(/.{4}/g)?.join(" ") ?? "none";
  expect(who.inbox.map((bubble) => bubble.text).join("\n")).toContain(code);
});

test("an answer that is lost makes no second card, on the widget the code is read too", async () => {
  const buyer = createShopper(house);
  const browser = await house.browser();
  await say(browser, `I was given this dress and want to return it, it is too big. Order ${buyer.order.name}, postcode 10405`);
  await say(browser, "a gift card");
  await say(browser, "yes");
  const before = cards().length;
  house.shopify.faults.add("giftCardCreate", { kind: "lost-reply" });
  await book((await caseOf(buyer.order)).id, "gift-card");
  for (let wait = 0; wait < 8; wait += 1) await house.rest(20_000);
  expect(cards()).toHaveLength(before + 1);
  const code = cards().at(-1)?.code.toUpperCase().match(/.{4}/g)?.join(" ") ?? "none";
  expect(await browser.words()).toContain(code);
});

test("a plan without gift cards: staff hear it, and nobody is told of a card", async () => {
  const { row, who } = await withGiftReturn();
  house.shopify.store.shop.withoutGiftCards = true;
  await book(row.id, "gift-card");
  for (let wait = 0; wait < 8; wait += 1) await house.rest(20_000);
  house.shopify.store.shop.withoutGiftCards = false;
  const { prisma } = house.database;
  expect(await prisma.effect.findFirst({ where: { caseId: row.id, kind: "gift-card" } })).toMatchObject({
    state: "failed",
    error: "INVALID",
  });
  expect((await prisma.staffNote.findFirstOrThrow({ orderBy: { createdAt: "desc" } })).text).toMatch(/gift card .* could not be made/);
  expect(who.inbox.map((bubble) => bubble.text).join("\n")).not.toContain("Its code is");
});

test("money of an order that was bought by whoever returns it never goes onto a card", async () => {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  await say(browser, `I want to return the dress of ${order.name}, it is too small`);
  await browser.tap(/Return for/);
  await house.rest();
  await house.rest();
  expect(await book((await caseOf(order)).id, "gift-card")).toMatchObject({ because: "incomplete" });
});

test.each([
  "I bought the dress of #O as a gift for my sister and it is too small, I want to return it",
  "Ich möchte das Kleid aus #O zurückgeben, es war ein Geschenk für meine Mutter und ist ihr zu klein",
  "I want to return the gift I ordered for my mum, the dress of #O, it is too small",
  "my husband ordered the wrong size, I want to return the dress of #O, it is too small",
])("whoever has bought it sends it back as ever, whoever it was for: %s", async (words) => {
  for (const giftReturns of [true, undefined] as const) {
    await rules({ mode: "open", giftReturns });
    const { customerId, order } = createShopper(house);
    const browser = await house.browser(customerId);
    expect(await say(browser, words.replace("#O", order.name))).toMatch(/129[.,]00/);
    expect((await caseOf(order)).state).not.toHaveProperty("gift");
  }
});

test("staff do not see the buyer beside whoever was given the thing, as if it were the same person", async () => {
  const { row } = await withGiftReturn();
  const { conversationId } = await house.database.prisma.identity.findFirstOrThrow({ where: { id: row.identityId } });
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const view = await page.loader(args(adminRequest(`/app/inbox/${conversationId}`), { conversationId }));
  expect(JSON.stringify(view)).toContain('"hasCustomer":false');
  expect(JSON.stringify(view)).toContain("number and postcode of the parcel fit");
});

// Last, since the merchant does not agree again.
test("a merchant who has not agreed to cards being made: nothing is booked, and staff are told why", async () => {
  const { row } = await withGiftReturn();
  const { scopes } = house.shopify.config;
  house.shopify.updateScopes(scopes.filter((scope) => scope !== "write_gift_cards"));
  await house.idle();
  expect(await book(row.id, "gift-card")).toMatchObject({ because: "no-gift-cards" });
  expect(await house.database.prisma.effect.count({ where: { caseId: row.id, kind: "return-process" } })).toBe(0);
});
