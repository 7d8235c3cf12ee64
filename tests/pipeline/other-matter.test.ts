import { afterAll, beforeAll, expect, test } from "vitest";
import { update } from "#app/platform/db/writes.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { beginWork } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** A logged-in shopper with two orders; a person has the question whether the first can still be cancelled. */
async function begin() {
  const { store } = house.shopify;
  const { customerId, order: first } = createShopper(house, { arrived: false });
  const customer = store.customers.get(`gid://shopify/Customer/${customerId}`);
  const second = store.quietly(() =>
    createOrder(store, { customer, items: [{ sku: "SCARF-INK-ONESIZE", quantity: 1 }], shippingPrice: 0 }),
  );
  beginWork(store, first.name);
  const browser = await house.browser(customerId);
  const say = async (words: string) => {
    await browser.say(words);
    await house.rest();
    await house.rest();
  };
  const count = async () => (await browser.shown()).length;
  await say(`please cancel my order ${first.name}`);
  const caseOf = (name: string) => house.database.prisma.case.findFirst({ where: { orderName: name } });
  expect(await caseOf(first.name)).toMatchObject({ owner: "staff" });
  return { browser, say, count, caseOf, first, second };
}

test("while a person has one order's case, a wish about another order is carried out", async () => {
  const { browser, say, count, caseOf, first, second } = await begin();
  await say(`please cancel my order ${second.name}`);
  await browser.tap(/Yes, cancel it/);
  await house.rest();
  await house.rest();
  expect(second.cancelled).toBeDefined();
  expect(first.cancelled).toBeUndefined();
  expect(await caseOf(first.name)).toMatchObject({ owner: "staff", status: "escalated" });
  expect(await caseOf(second.name)).toMatchObject({ owner: "assistant", status: "done" });
  const before = await count();
  await say("any news about my first question?");
  // The shopper's own words, and nothing of the assistant's.
  expect(await count()).toBe(before);
});

test("what names the person's order, or none, is the person's to read, also behind a question about another order; that question's answer is not", async () => {
  const { browser, say, count, caseOf, first, second } = await begin();
  const staysSilent = async (words: string) => {
    const before = await count();
    await say(words);
    // The shopper's own words, and nothing of the assistant's.
    expect(await count()).toBe(before);
  };
  await staysSilent(`where is my order ${first.name}?`);
  await staysSilent("I want to return something");
  await say(`please cancel my order ${second.name}`);
  expect(await caseOf(second.name)).toMatchObject({ owner: "assistant", expecting: "yes-no" });
  await staysSilent(`where is my order ${first.name}?`);
  await staysSilent("I want to return something");
  await staysSilent("any news about my first question?");
  const theirs = { id: (await caseOf(first.name))?.id ?? "" };
  await house.database.commit([update("Case", theirs, { updatedAt: new Date(Date.now() + 3_600_000) })]);
  await say("yes");
  expect(second.cancelled).toBeDefined();
  // How it ended is told although the person's case is the newer one.
  expect(await caseOf(second.name)).toMatchObject({ status: "done" });
  expect(await browser.words()).toMatch(new RegExp(`${second.name} (?:is|has been|was) cancel`));
});
