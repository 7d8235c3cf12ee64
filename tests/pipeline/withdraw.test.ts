import { afterAll, beforeAll, expect, test } from "vitest";
import { saveLabels } from "#app/domain/returns/label-rows.server.ts";
import { defaultLabels, type LabelSettings } from "#app/domain/returns/labels.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { update } from "#app/platform/db/writes.ts";
import { approveReturn, refundReturn } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf, times } from "#tests/vendor-faults/people.ts";
import { people } from "./movers.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const rest = async () => {
  await house.rest();
  await house.rest();
};
const receipts = (address: string) => house.mail.mailbox(address).inbox.filter((mail) => /W-\w{4}-\w{4}/.test(mail.subject));
const withdrawals = (order: OrderRecord) => house.database.prisma.withdrawal.findMany({ where: { orderName: order.name } });
const effects = (order: OrderRecord) =>
  ["orderCancel", "returnRequest", "returnCreate"].flatMap((name) =>
    house.history.of("shopify", name).filter((entry) => JSON.stringify(entry.detail).includes(order.name)),
  );

test("a proven shopper on the website withdraws from an order that has not left: two steps, one receipt, one cancellation", async () => {
  const { customerId, order, email } = createShopper(house, { arrived: false });
  const browser = await house.browser(customerId);
  await browser.say(`I want to withdraw from my contract for order ${order.name}`);
  await rest();
  expect(await browser.words()).toContain(`I withdraw from the contract for order ${order.name} with`);
  expect(await withdrawals(order)).toEqual([]);
  await browser.tap(/Confirm withdrawal/);
  await rest();
  expect(receipts(email)).toHaveLength(1);
  expect(receipts(email)[0]?.text).toMatch(/I withdraw from the contract for order #\d+/);
  expect(effects(order)).toHaveLength(1);
  expect(order.cancelled).toBeTruthy();
  expect(await browser.words()).toMatch(/is cancelled\. Everything you paid goes back/);
  await browser.say(`I hereby withdraw from the contract for ${order.name}`);
  await rest();
  expect((await browser.shown()).at(-1)?.text).toMatch(/already/);
  expect(receipts(email)).toHaveLength(1);
  expect(await withdrawals(order)).toMatchObject([{ proven: true, receipted: 1, stated: 1, facts: { order: "found", fits: true } }]);
});

test("what has arrived becomes exactly one return, of the whole order and without a fee", async () => {
  const { customerId, order, email } = createShopper(house);
  const browser = await house.browser(customerId);
  await browser.say(`ich widerrufe meinen Vertrag über die Bestellung ${order.name}`);
  await rest();
  await browser.tap(/Widerruf bestätigen/);
  await rest();
  expect(receipts(email)).toHaveLength(1);
  expect(effects(order)).toHaveLength(1);
  expect(order.returns).toHaveLength(1);
  expect(await withdrawals(order)).toMatchObject([{ facts: { term: { standing: "within" } } }]);
});

test("a stranger on WhatsApp may state it: the receipt goes where they say, the order's address is told, and nothing is changed", async () => {
  const { order, email } = createShopper(house);
  const phone = house.phone("whatsapp", "DE.4915199999999", "+4915199999999");
  await phone.sendText("Widerruf");
  await rest();
  await phone.sendText(`${order.name} stranger@example.com`);
  await rest();
  expect(textsOf(phone).join("\n")).toContain(`die Bestellung ${order.name}`);
  expect(textsOf(phone).join("\n")).not.toContain(email);
  await phone.sendText("ja");
  await rest();
  expect(receipts("stranger@example.com")).toHaveLength(1);
  expect(house.mail.mailbox(email).inbox.filter((mail) => mail.subject.includes(order.name))).toHaveLength(1);
  expect(effects(order)).toEqual([]);
  expect(await withdrawals(order)).toMatchObject([{ proven: false, contact: "stranger@example.com" }]);
  expect(await house.database.prisma.case.findFirst({ where: { flow: "withdraw", orderName: order.name } })).toMatchObject({
    owner: "staff",
    escalation: "withdrawal",
  });
});

test("by mail: the receipt comes to the mailbox that was written from, and a person decides without further proof", async () => {
  const shopper = people(house);
  const mail = await shopper.onEmail();
  await mail.say(`Je me rétracte de ma commande ${shopper.order.name}`);
  await mail.say("oui");
  await rest();
  expect(receipts(shopper.email)).toHaveLength(1);
  expect(await withdrawals(shopper.order)).toMatchObject([{ channel: "email", language: "fr", contact: shopper.email }]);
});

const day = 24 * 3_600_000;
const pdf = "https://cdn.linden-loom.example.com/returns/label.pdf";

/** The merchant's rules and way of giving labels, put back afterwards. */
async function withRules(policy: Partial<ReturnPolicy>, labels: Partial<LabelSettings>, act: () => Promise<void>): Promise<void> {
  const shop = await house.database.prisma.shop.findFirstOrThrow();
  const set = async (rules: object, settings: LabelSettings) => {
    await house.database.commit([update("Shop", { id: shop.id }, { returnPolicy: rules as never })]);
    await saveLabels(shop.id, settings, "", "Sam");
  };
  await set({ ...(shop.returnPolicy as object), ...policy }, { ...defaultLabels, ...labels });
  try {
    await act();
  } finally {
    await set(shop.returnPolicy as object, defaultLabels);
  }
}

/** Somebody logged in who withdraws from what has arrived; what was read back to them, and their browser. */
async function withdraws() {
  const shopper = createShopper(house);
  const browser = await house.browser(shopper.customerId);
  await browser.say(`I want to withdraw from my contract for order ${shopper.order.name}`);
  await rest();
  const readBack = await browser.words();
  await browser.tap(/Confirm withdrawal/);
  await rest();
  await rest();
  return { ...shopper, browser, readBack };
}
const shownLinks = async (browser: Browser) => (await browser.shown()).flatMap((one) => one.links ?? []);

test("what is withdrawn from gets its way back as the merchant set, once, with the 14 days of the law, and no unused label cancels it", async () => {
  await withRules({ mode: "open" }, { method: "own", ownUrl: pdf, sendWithinDays: 3, remindAfterDays: 5, cancelAfterDays: 9 }, async () => {
    const { order, email, browser, readBack } = await withdraws();
    expect(readBack).not.toMatch(/taken off/);
    expect(order.returns).toMatchObject([{ status: "OPEN", deliveries: [{ labelUrl: pdf }] }]);
    expect(order.returns[0]?.shippingFee).toBeUndefined();
    expect(times(await browser.words(), /Here is the label for your return/)).toBe(1);
    expect(await shownLinks(browser)).toContain(pdf);
    const until = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "Europe/Berlin" });
    expect(await browser.words()).toContain(`hand it in by ${until.format(new Date(house.clock.now().getTime() + 14 * day))}`);
    expect(house.mail.mailbox(email).inbox.filter((mail) => /^Your label/.test(mail.subject))).toHaveLength(1);
    for (let days = 0; days < 20; days += 1) {
      await house.advance(day);
      await house.rest();
    }
    expect(order.returns).toMatchObject([{ status: "OPEN" }]);
    expect(
      house.mail
        .mailbox(email)
        .inbox.map((mail) => mail.text)
        .join("\n"),
    ).not.toMatch(/the return is cancelled/);
  });
});

test("a request that the team approves gets its label then, and what becomes of it is told once", async () => {
  await withRules({ mode: "request" }, { method: "code", template: "RC-{return}" }, async () => {
    const { order, browser } = await withdraws();
    expect(order.returns).toMatchObject([{ status: "REQUESTED" }]);
    expect(await browser.words()).not.toMatch(/The code for your return/);
    const name = order.returns[0]?.name ?? "";
    approveReturn(house.shopify.store, name);
    await rest();
    await rest();
    expect(times(await browser.words(), /The code for your return/)).toBe(1);
    expect(times(await browser.words(), /is approved/)).toBe(1);
    await browser.say("I have sent it, the tracking number is 00340434161094042557");
    await rest();
    expect(order.returns[0]?.deliveries?.[0]?.tracking?.number).toBe("00340434161094042557");
    refundReturn(house.shopify.store, name);
    await rest();
    expect(times(await browser.words(), /refunded €129\.00/)).toBe(1);
  });
});

test("the way back costs what the merchant set only where it was shown before the yes, and nothing else is taken off", async () => {
  const fees = { mode: "open" as const, returnShippingFee: "4.90", restockingFeePercentage: 20 };
  await withRules(fees, { method: "own", ownUrl: pdf }, async () => {
    const { order, readBack } = await withdraws();
    expect(readBack).toMatch(/the way back is yours to pay.*€4\.90 are taken off.*nothing is taken off/s);
    expect(order.returns).toMatchObject([{ shippingFee: { amount: 490 } }]);
    expect(order.returns[0]?.lines[0]?.restockingFee).toBeUndefined();
  });
  // Who gives no label charges nothing for it.
  await withRules(fees, {}, async () => {
    const { order, readBack } = await withdraws();
    expect(readBack).not.toMatch(/taken off/);
    expect(order.returns).toHaveLength(1);
    expect(order.returns[0]?.shippingFee).toBeUndefined();
  });
});

test("a fee that came between the reading back and the yes is not taken off", async () => {
  await withRules({ mode: "open" }, { method: "own", ownUrl: pdf }, async () => {
    const { customerId, order } = createShopper(house);
    const browser = await house.browser(customerId);
    await browser.say(`I want to withdraw from my contract for order ${order.name}`);
    await rest();
    await withRules({ returnShippingFee: "4.90" }, { method: "own", ownUrl: pdf }, async () => {
      await browser.tap(/Confirm withdrawal/);
      await rest();
      await rest();
    });
    expect(order.returns).toHaveLength(1);
    expect(order.returns[0]?.shippingFee).toBeUndefined();
  });
});
