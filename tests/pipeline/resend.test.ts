import { afterAll, beforeAll, expect, test } from "vitest";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const sent = (order: OrderRecord) => house.history.of("shopify", "orderInvoiceSend").filter((one) => one.detail.orderName === order.name);
const rest = async () => {
  await house.rest();
  await house.rest();
};
const say = async (browser: Browser, words: string) => {
  await browser.say(words);
  await rest();
};

test("the invoice goes by Shopify to the address on the order, which is told only in part", async () => {
  const { customerId, order, email } = createShopper(house);
  const browser = await house.browser(customerId);
  await say(browser, `please send me the invoice for order ${order.name} again`);
  expect(sent(order)).toHaveLength(1);
  expect(sent(order)[0]?.detail.email).toBeNull();
  expect(house.mail.mailbox(email).inbox.at(-1)?.subject).toBe(`Invoice ${order.name}`);
  const words = await browser.words();
  expect(words).toMatch(/invoice for order .* is on its way to a•••@e•••\.com/);
  expect(words).not.toContain(email);
});

test("an address that is typed gets nothing", async () => {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  await say(browser, `send the invoice for order ${order.name} to thief@evil.example please`);
  expect(house.mail.mailbox("thief@evil.example").inbox.filter((mail) => mail.text.includes(order.name))).toHaveLength(0);
  for (const one of sent(order)) expect(JSON.stringify(one.detail)).not.toMatch(/evil/);
});

test("on WhatsApp after a code, in German, and no more than a few times a day", async () => {
  const { phone: number, order, email } = createShopper(house, { arrived: false });
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`Ich habe keine Bestellbestätigung für ${order.name} bekommen`);
  await rest();
  expect(textsOf(phone).join("\n")).toMatch(/Code/);
  expect(sent(order)).toHaveLength(0);
  await phone.sendText(house.mail.mailbox(email).inbox.at(-1)?.subject.slice(0, 6) ?? "");
  await rest();
  expect(textsOf(phone).join("\n")).toMatch(/Bestätigung von Bestellung .* unterwegs an a•••@e•••\.com/);
  const mail = house.mail.mailbox(email).inbox.at(-1);
  expect(mail?.subject).toBe(`Deine Bestellung ${order.name}`);
  expect(mail?.text).toMatch(/authenticate/);
  for (let time = 0; time < 4; time += 1) {
    await phone.sendText(`Bitte schick mir die Rechnung zu ${order.name} noch einmal`);
    await rest();
  }
  expect(sent(order)).toHaveLength(3);
  expect(textsOf(phone).join("\n")).toMatch(/gebe das an eine Kollegin/);
});

test("a try whose end is not known is never made again", async () => {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  house.shopify.faults.add("orderInvoiceSend", { kind: "lost-reply" }, 1);
  await say(browser, `please send me the invoice for order ${order.name} again`);
  for (let minute = 0; minute < 3; minute += 1) await house.advance(60_000);
  await rest();
  expect(sent(order)).toHaveLength(1);
  expect(await browser.words()).toMatch(/could not confirm whether it was sent/);
});
