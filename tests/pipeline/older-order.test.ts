import { afterAll, beforeAll, expect, test } from "vitest";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const last = async (browser: Browser) => (await browser.shown()).at(-1)?.text ?? "";

/** A shopper whose first order has arrived, and who has bought so many times since. */
function buyAgain(shopper: ReturnType<typeof createShopper>, times: number): void {
  const { store } = house.shopify;
  const customer = store.customers.get(shopper.order.customerId ?? "");
  for (let count = 0; count < times; count += 1) createOrder(store, { customer, items: [{ sku: "SOCKS-INK-36-38", quantity: 1 }] });
}

test("an order older than the newest ones is found by its name, and never for somebody else", async () => {
  const shopper = createShopper(house);
  buyAgain(shopper, 8);
  const browser = await house.browser(shopper.customerId);
  await browser.say(`i want to return something from order ${shopper.order.name}`);
  await house.rest();
  expect(await last(browser)).toMatch(/of 5/);
  expect(await browser.words()).not.toContain("I don’t find");

  const stranger = createShopper(house);
  const other = await house.browser(stranger.customerId);
  await other.say(`i want to return something from order ${shopper.order.name}`);
  await house.rest();
  expect(await other.words()).toContain(`I don’t find ${shopper.order.name}`);
});

test("a return goes on although its order has meanwhile become an old one", async () => {
  const shopper = createShopper(house);
  const browser = await house.browser(shopper.customerId);
  await browser.say(`i want to return something from order ${shopper.order.name}`);
  await house.rest();
  buyAgain(shopper, 8);
  await browser.say("it does not fit, too small");
  await house.rest();
  const [made] = await house.database.prisma.case.findMany({ where: { orderId: shopper.order.id, flow: "return" } });
  expect(made?.state).toMatchObject({ orderName: shopper.order.name, reason: "size_small" });
  expect(await last(browser)).toContain(shopper.order.name);
});
