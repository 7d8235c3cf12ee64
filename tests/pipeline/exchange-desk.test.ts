import { afterAll, beforeAll, expect, test } from "vitest";
import { moneyOut } from "#app/domain/returns/back-office.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { type Shop, shopByDomain } from "#app/domain/shops/shop.server.ts";
import { deskOfCase, hashOfBooking } from "#app/domain/staff/return-desk.server.ts";
import { exchangeFacts } from "#app/domain/staff/return-exchange.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { runStaffAction } from "#app/routes/staff-actions.server.ts";
import { returnCard } from "#app/ui/returns/return-card.ts";
import { payOutstanding } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, times } from "#tests/vendor-faults/people.ts";

let house: House;
let shop: Shop;
beforeAll(async () => {
  house = await House.open({ knowledge: true, mailbox: true });
  shop = (await shopByDomain(house.shopDomain)) ?? expect.fail("no shop");
  await rules("open");
});
afterAll(() => house.close());

async function rules(mode: "open" | "request"): Promise<void> {
  const usual = shop.returnPolicy as unknown as ReturnPolicy;
  const outcomes: ReturnPolicy["outcomes"] = ["refund", "exchange-variant", "exchange-product"];
  await house.database.commit([
    update("Shop", { id: shop.id }, { returnPolicy: { ...usual, dailyReturnsPerShop: 5_000, mode, outcomes } }),
  ]);
}

const variantOf = (sku: string) => house.shopify.store.variantBySku(sku);
const caseOf = (order: OrderRecord) => house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "return" } });
const calls = (operation: string, order: OrderRecord) =>
  house.history.of("shopify", operation).filter((entry) => entry.detail.orderName === order.name);
const returnOf = (order: OrderRecord) => order.returns[0] ?? expect.fail("no return");
const mails = (order: OrderRecord) =>
  house.history.of("mail", "mail-accepted").filter((one) => one.detail.to === order.email && String(one.detail.subject).includes("-R1"));

/** A shopper whose exchange for something else is registered, or waits for a person. */
async function withExchange(product: string, kind: string) {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  const say = async (words: string) => {
    await browser.say(words);
    await house.rest();
    await house.rest();
  };
  await say(`I want to return the dress of ${order.name}, it is too small`);
  if (product) {
    await browser.tap(/Exchange instead/);
    await house.rest();
    await browser.tap(/Another product/);
    await house.rest();
    await say(product);
  }
  await say(kind);
  await browser.tap(/Yes, exchange it/);
  await house.rest();
  await house.rest();
  return { browser, order };
}

/** What staff see of it now, all of it chosen, as the page asks for it. */
async function see(order: OrderRecord, { lines = true, sent = true } = {}) {
  const record = returnOf(order);
  const booked = lines ? record.lines.map((line) => ({ lineId: line.id, quantity: line.units.length, disposition: "RESTOCKED" })) : [];
  const going = sent ? (record.exchangeLines ?? []).map((line) => ({ lineId: line.id, quantity: line.quantity })) : [];
  const { id: caseId } = await caseOf(order);
  const found = (await deskOfCase(shop, caseId, { lines: booked, sent: going })) ?? expect.fail("no desk");
  const card = returnCard(
    found,
    { original: null, "store-credit": null, "gift-card": null, none: null },
    await exchangeFacts(shop, found.desk),
  );
  if (card.state !== "return") return expect.fail("no card");
  return {
    caseId,
    found,
    card,
    form: {
      caseId,
      lines: booked.map((one) => `${one.lineId}*${one.quantity}*${one.disposition}`).join(","),
      sent: going.map((one) => `${one.lineId}*${one.quantity}`).join(","),
    },
  };
}

async function press(order: OrderRecord, form: Record<string, string>) {
  const row = await caseOf(order);
  return runStaffAction(shop, row.identityId, { caseId: row.id, ...form }, "Sam");
}

async function carriedOut(): Promise<void> {
  await house.advance(11_000);
  await house.rest();
  await house.rest();
}

test("owed: the card names the new item, its price, its stock and what is owed; booked once with the exchange, the link told once, then paid", async () => {
  const shirt = variantOf("SHIRT-WHI-M");
  shirt.price = 14_950;
  const { browser, order } = await withExchange("the heavy cotton t-shirt", "white in M please");
  const { stock } = shirt;
  const { found, card, form } = await see(order);
  expect(card.exchange).toMatchObject([
    { label: expect.stringContaining("Heavy Cotton T-Shirt"), price: "€149.50", stock: `${stock} in stock` },
  ]);
  expect(card).toMatchObject({
    balance: "Once all is booked, the shopper pays €20.50.",
    payment: null,
    booking: { owed: "€20.50", amount: null },
  });
  const seen = hashOfBooking(found, null) ?? "";
  const pressed = { ...form, intent: "return-process", money: "none", seen };
  await Promise.all([press(order, pressed), press(order, pressed)]);
  await house.rest();
  expect(calls("returnProcess", order)).toHaveLength(0);
  await carriedOut();
  expect(calls("returnProcess", order)).toMatchObject([{ detail: { input: { exchangeLineItems: [{ quantity: 1 }] } } }]);
  expect(order.lines.at(-1)).toMatchObject({ isExchange: true, sku: "SHIRT-WHI-M" });
  await house.advance(11 * 60_000);
  await house.rest();
  expect(times(await browser.words(), /has booked your exchange/)).toBe(1);
  expect(times(await browser.words(), /€20\.50 are still to be paid/)).toBe(1);
  expect((await see(order, { lines: false, sent: false })).card).toMatchObject({
    payment: "€20.50 still to be paid. The shopper has the payment link.",
    exchange: [{ open: 0, price: "€149.50", stock: null }],
  });
  expect(mails(order)).toHaveLength(1);
  payOutstanding(house.shopify.store, order.name);
  await house.rest();
  await house.rest();
  expect((await see(order, { lines: false, sent: false })).card.payment).toBe("The shopper has paid what was owed.");
  shirt.price = 3_900;
});

test("even, and due back: nothing is asked for the one, the difference of the other goes back to the cent, told once", async () => {
  const even = await withExchange("", "I'd rather have it in L");
  const one = await see(even.order);
  expect(one.card).toMatchObject({ balance: "Nothing is left to pay once all is booked.", booking: { owed: null, amount: null } });
  await press(even.order, { ...one.form, intent: "return-process", money: "none", seen: hashOfBooking(one.found, null) ?? "" });
  await carriedOut();
  expect(even.order.lines.at(-1)).toMatchObject({ isExchange: true, sku: "DRESS-RUS-L" });
  expect(times(await even.browser.words(), /has booked your exchange/)).toBe(1);

  const back = await withExchange("wool scarf", "rust");
  const two = await see(back.order);
  expect(two.card).toMatchObject({ balance: "Once all is booked, €70.00 go back.", booking: { amount: "€70.00" } });
  const seen = hashOfBooking(two.found, moneyOut(two.found.suggested, "original", null)) ?? "";
  await press(back.order, { ...two.form, intent: "return-process", money: "original", seen });
  await carriedOut();
  await house.advance(11 * 60_000);
  expect(back.order.transactions.filter((entry) => entry.kind === "REFUND").map((entry) => entry.amount)).toEqual([7_000]);
  expect(times(await back.browser.words(), /refunded €70\.00/)).toBe(1);
});

test.each(["lost-reply", "reset"] as const)("an answer that never comes sends the new item once: %s", async (how) => {
  const { order } = await withExchange("", "I'd rather have it in L");
  const { found, form } = await see(order);
  await press(order, { ...form, intent: "return-process", money: "none", seen: hashOfBooking(found, null) ?? "" });
  house.shopify.faults.add("returnProcess", { kind: how });
  await carriedOut();
  for (let tries = 0; tries < 12; tries += 1) await house.advance(60_000);
  expect(order.lines.filter((line) => line.isExchange)).toHaveLength(1);
});

test("the new item taken out: once at Shopify after ten seconds, told once, mailed once; what is left is a return and is paid back", async () => {
  const { browser, order } = await withExchange("", "I'd rather have it in L");
  const { found, card } = await see(order);
  const form = { intent: "return-remove", lineId: card.exchange[0]?.id ?? "", quantity: "1", seen: found.hash };
  await press(order, form);
  const planned = await house.database.prisma.effect.findFirstOrThrow({ where: { caseId: (await caseOf(order)).id, actor: "Sam" } });
  expect(await press(order, { intent: "stop-effect", effectId: planned.id })).toMatchObject({ ok: true });
  await carriedOut();
  expect(calls("removeFromReturn", order)).toHaveLength(0);
  await press(order, form);
  await carriedOut();
  expect(calls("removeFromReturn", order)).toMatchObject([
    { detail: { exchangeLineItems: [{ exchangeLineItemId: form.lineId, quantity: 1 }] } },
  ]);
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /took the new item out/)).toBe(1);
  expect(mails(order)).toHaveLength(1);
  const after = await see(order, { sent: false });
  expect(after.card).toMatchObject({ exchange: [], booking: { amount: "€129.00", owed: null } });
  const seen = hashOfBooking(after.found, moneyOut(after.found.suggested, "original", null)) ?? "";
  await press(order, { ...after.form, intent: "return-process", money: "original", seen });
  await carriedOut();
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /refunded €129\.00/)).toBe(1);
  expect(await browser.words()).not.toMatch(/has booked your exchange/);
});

test("what changed meanwhile is not sent: another price of what is owed, or an item that staff in Shopify took out", async () => {
  const { order } = await withExchange("", "I'd rather have it in L");
  const { found, form } = await see(order);
  await press(order, { ...form, intent: "return-process", money: "none", seen: hashOfBooking(found, null) ?? "" });
  for (const line of returnOf(order).exchangeLines ?? []) line.unitPrice += 100;
  await carriedOut();
  expect(calls("returnProcess", order)).toHaveLength(0);
  expect(await press(order, { ...form, intent: "return-process", money: "none", seen: "0".repeat(64) })).toMatchObject({ ok: false });
});

test("an allowed exchange waits ten seconds; stopped, it waits for a person again and the shopper hears nothing of it", async () => {
  await rules("request");
  const { browser, order } = await withExchange("", "I'd rather have it in L");
  const said = await browser.words();
  expect(await press(order, { intent: "allow-held" })).toMatchObject({ ok: true });
  const planned = await house.database.prisma.effect.findFirstOrThrow({ where: { caseId: (await caseOf(order)).id, state: "planned" } });
  expect(await press(order, { intent: "stop-effect", effectId: planned.id })).toMatchObject({ ok: true });
  await carriedOut();
  expect(order.returns).toHaveLength(0);
  expect(await browser.words()).toBe(said);
  expect(await caseOf(order)).toMatchObject({ owner: "staff", assignee: "Sam", status: "escalated" });
  expect(await press(order, { intent: "allow-held" })).toMatchObject({ ok: true });
  await carriedOut();
  expect(calls("returnCreate", order)).toMatchObject([{ detail: { input: { exchangeLineItems: [{ quantity: 1 }] } } }]);
  await rules("open");
});
