import { afterAll, beforeAll, expect, test } from "vitest";
import { update } from "#app/platform/db/writes.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { currentQuantity } from "#sandbox/shopify/derive.ts";
import { beginWork, cancelOrder, fulfil } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { currentTotalOf, netPaymentOf, outstandingOf } from "#sandbox/shopify/totals.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf, times } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const commits = (order: OrderRecord) => house.history.of("shopify", "orderEditCommit").filter((one) => one.detail.orderName === order.name);
const refunds = (order: OrderRecord) => house.history.of("shopify", "refundCreate").filter((one) => one.detail.orderName === order.name);
const caseOf = (order: OrderRecord) => house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "edit-order" } });
const last = async (browser: Browser) => (await browser.shown()).at(-1)?.text ?? "";
const holds = (order: OrderRecord) =>
  Object.fromEntries(order.lines.flatMap((line) => (currentQuantity(order, line) > 0 ? [[line.sku, currentQuantity(order, line)]] : [])));
const rest = async () => {
  await house.rest();
  await house.rest();
};
const say = async (browser: Browser, words: string) => {
  await browser.say(words);
  await rest();
};
const tap = async (browser: Browser, title: RegExp) => {
  await browser.tap(title);
  await rest();
};

/** A logged-in shopper with an order that has not left: a dress, and a scarf where it is said. */
async function begin(
  words: (name: string) => string,
  options: { items?: { sku: string; quantity: number }[]; happen?: (order: OrderRecord) => void } = {},
) {
  const shopper = createShopper(house, { arrived: false });
  const { store } = house.shopify;
  const customer = store.customers.get(`gid://shopify/Customer/${shopper.customerId}`);
  const { items } = options;
  if (items) store.orders.delete(shopper.order.id);
  const order = items ? store.quietly(() => createOrder(store, { customer, items, shippingPrice: 490 })) : shopper.order;
  options.happen?.(order);
  const browser = await house.browser(shopper.customerId);
  await say(browser, words(order.name));
  return { ...shopper, browser, order };
}

test("another size at the same price: shown, changed once after a yes, told as Shopify shows it", async () => {
  const { browser, order } = await begin((name) => `please change order ${name} to size L instead of M`);
  expect(await browser.words()).toMatch(/becomes Linen Wrap Dress, Rust \/ L.*costs the same/s);
  expect(commits(order)).toHaveLength(0);
  await tap(browser, /Yes, change it/);
  expect(holds(order)).toEqual({ "DRESS-RUS-L": 1 });
  expect(commits(order)).toHaveLength(1);
  expect(commits(order)[0]?.detail).toMatchObject({ notifyCustomer: false, staffNote: expect.stringMatching(/\[ref [0-9a-f]{8}\]/) });
  expect(await last(browser)).toMatch(/is changed.*nothing to pay/);
  expect(await caseOf(order)).toMatchObject({ status: "done", intent: "change_order" });
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /is changed/)).toBe(1);
});

test("more pieces: the difference to the cent, and Shopify's own link to pay it, which no audit keeps", async () => {
  const { browser, order } = await begin((name) => `change the quantity in order ${name} to 2 please`);
  const before = currentTotalOf(order);
  await tap(browser, /Yes, change it/);
  expect(holds(order)).toEqual({ "DRESS-RUS-M": 2 });
  expect(currentTotalOf(order)).toBe(2 * before);
  expect(outstandingOf(order)).toBe(before);
  expect(await browser.words()).toMatch(new RegExp(`You pay in addition.*€${(before / 100).toFixed(2)}`, "s"));
  expect(JSON.stringify(await browser.shown())).toMatch(/payments\/collect\//);
  const audits = await house.database.prisma.audit.findMany();
  expect(JSON.stringify(audits)).not.toMatch(/payments\/collect/);
  // The old button of a case that is over says once more how it stands.
  await tap(browser, /Yes, change it/);
  expect(commits(order)).toHaveLength(1);
  expect(times(JSON.stringify(await browser.shown()), /payments\/collect\//)).toBeGreaterThan(1);
});

test("one thing less: what was paid too much goes back once, in the way it came", async () => {
  const { browser, order } = await begin((name) => `remove the scarf from order ${name}`, {
    items: [
      { sku: "DRESS-RUS-M", quantity: 1 },
      { sku: "SCARF-RUS-ONESIZE", quantity: 2 },
    ],
  });
  const paid = netPaymentOf(order);
  expect(await browser.words()).toMatch(/2 × Wool Scarf.*taken out.*You get back/s);
  await tap(browser, /Yes, change it/);
  await rest();
  expect(holds(order)).toEqual({ "DRESS-RUS-M": 1 });
  expect(refunds(order)).toHaveLength(1);
  expect(netPaymentOf(order)).toBe(currentTotalOf(order));
  const back = ((paid - netPaymentOf(order)) / 100).toFixed(2);
  expect(await last(browser)).toContain(`€${back} for order ${order.name} is going back`);
});

test("taking out the last thing is a cancellation, with a yes of its own", async () => {
  const { browser, order } = await begin((name) => `take the dress out of order ${name}`);
  expect(await last(browser)).toMatch(/nothing would be left/);
  await tap(browser, /Cancel the order/);
  expect(await last(browser)).toMatch(/cancel/i);
  expect(order.cancelled).toBeUndefined();
  expect(commits(order)).toHaveLength(0);
});

test("what is sold out is said, and what is there is offered", async () => {
  const { store } = house.shopify;
  const large = store.variantBySku("DRESS-RUS-L");
  large.stock = 0;
  const { browser, order } = await begin((name) => `change order ${name} to size L before you send it`);
  expect(await browser.words()).toMatch(/Rust \/ L is sold out/);
  expect(await browser.words()).not.toMatch(/- Rust \/ L/);
  large.stock = 25;
  await tap(browser, /Olive \/ L/);
  await tap(browser, /Yes, change it/);
  expect(holds(order)).toEqual({ "DRESS-OLI-L": 1 });
});

test("a yes said twice changes it once; somebody else's change is shown before anything happens", async () => {
  const { browser, order } = await begin((name) => `please change order ${name} to size L instead of M`);
  await Promise.all([browser.tap(/Yes, change it/), browser.tap(/Yes, change it/)]);
  await rest();
  await say(browser, "yes");
  expect(commits(order)).toHaveLength(1);

  const late = await begin((name) => `please change order ${name} to size L instead of M`);
  house.shopify.webhooks.hold();
  const [line] = late.order.lines;
  if (line) line.quantity = 2;
  await tap(late.browser, /Yes, change it/);
  house.shopify.webhooks.release();
  expect(commits(late.order)).toHaveLength(0);
});

test.each<[string, (order: OrderRecord) => void, RegExp]>([
  ["in progress", ({ name }) => void beginWork(house.shopify.store, name), /being prepared already/],
  ["on hold", ({ name }) => void beginWork(house.shopify.store, name, "ON_HOLD"), /on hold/],
  ["sent", ({ name }) => void fulfil(house.shopify.store, name), /can no longer be changed/],
  ["cancelled", ({ name }) => void cancelOrder(house.shopify.store, name), /was cancelled today/],
])("an order that is %s is not changed, before or after it was shown", async (_name, happen, words) => {
  const early = await begin((name) => `change order ${name} to size L`, { happen });
  expect(await early.browser.words()).toMatch(words);
  const late = await begin((name) => `change order ${name} to size L`);
  happen(late.order);
  await rest();
  await tap(late.browser, /Yes, change it/);
  expect(await late.browser.words()).toMatch(words);
  expect(commits(late.order)).toHaveLength(0);
});

test("the merchant's limit, and a rule that is switched off between the yes and the change", async () => {
  const shopId = await house.shopId();
  const rules = (orderPolicy: object) => house.database.commit([update("Shop", { id: shopId }, { orderPolicy })]);
  await rules({ changeItemsUpTo: "10.00" });
  const dear = await begin((name) => `change the quantity in order ${name} to 2 please`);
  expect(await dear.browser.words()).toMatch(/for the team to make/);
  expect(await caseOf(dear.order)).toMatchObject({ owner: "staff", escalation: "policy-exception" });
  await rules({});

  const { browser, order } = await begin((name) => `please change order ${name} to size L instead of M`);
  // The change has to wait for Shopify, and the merchant is faster.
  house.shopify.faults.add("orderEditCommit", { kind: "throttle" }, 4);
  await browser.tap(/Yes, change it/);
  await house.idle();
  await rules({ changeItems: false });
  house.shopify.faults.clear();
  for (let minute = 0; minute < 3; minute += 1) await house.advance(60_000);
  await rest();
  expect(commits(order)).toHaveLength(0);
  expect(await browser.words()).toMatch(/for the team to say/);
  await rules({});
});

test("in German on WhatsApp after a code", async () => {
  const { phone: number, order, email } = createShopper(house, { arrived: false });
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`Bitte ändere Bestellung ${order.name} auf Größe L statt M`);
  await rest();
  expect(textsOf(phone).join("\n")).toMatch(/Code/);
  const mail = house.mail.mailbox(email).inbox.at(-1);
  expect(mail?.text).toMatch(/Änderung von Bestellung/);
  await phone.sendText(mail?.subject.slice(0, 6) ?? "");
  await rest();
  expect(textsOf(phone).join("\n")).toMatch(/wird zu Linen Wrap Dress, Rust \/ L/);
  await phone.tap("Ja, so ändern");
  await rest();
  expect(holds(order)).toEqual({ "DRESS-RUS-L": 1 });
  expect(textsOf(phone).join("\n")).toMatch(/ist geändert/);
});
