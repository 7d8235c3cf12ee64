import { afterAll, beforeAll, expect, test } from "vitest";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";
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
