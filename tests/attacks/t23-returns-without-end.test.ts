import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { capsOf, nextPlaces } from "#app/domain/returns/allowance.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import { seeded } from "#tests/vendor-faults/chance.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";
import { howMany, record } from "./record.ts";

const day = 86_400_000;
let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const setPolicy = (change: object) =>
  house.database.prisma.shop.updateMany({ data: { returnPolicy: { ...defaultReturnPolicy, ...change } } });

/** A customer with so many orders that may all come back. */
function serialReturner(howManyOrders: number) {
  const { store } = house.shopify;
  const { customerId, email } = createShopper(house);
  const customer = [...store.customers.values()].find((one) => one.email === email);
  const at = new Date(store.now().getTime() - 6 * day);
  const orders = Array.from({ length: howManyOrders }, () =>
    store.quietly(() => {
      const order = createOrder(store, { customer, at, items: [{ sku: "DRESS-RUS-M", quantity: 1 }], shippingPrice: 0 });
      fulfil(store, order.name, { at: new Date(at.getTime() + day) });
      deliver(store, order.name, { at: new Date(at.getTime() + 2 * day) });
      return order;
    }),
  );
  return { customerId, orders };
}

const heldUp = (error: Error) => {
  if (!/refused: 429/.test(error.message)) throw error;
};
const returned = (orders: { returns: unknown[] }[]) => orders.reduce((sum, order) => sum + order.returns.length, 0);

test("one person in sixteen conversations at once never starts more returns than a day allows", async () => {
  await setPolicy({ mode: "open", dailyReturnsPerShopper: 2, dailyReturnsPerShop: 100 });
  const { customerId, orders } = serialReturner(4);
  const browsers = [];
  for (let n = 0; n < 16; n += 1) browsers.push(await house.browser(customerId));
  const random = seeded(23);
  let attempts = 0;
  for (let round = 0; round < howMany(40, 5); round += 1) {
    const order = orders[Math.floor(random() * orders.length)];
    const acts = browsers.map(async (browser) => {
      attempts += 1;
      if (random() < 0.6) return browser.tap(/Return for/).catch(() => undefined);
      // Who asks faster than anybody types is held up before any of this.
      return browser.say(`I want to return the dress of ${order?.name}, it is too small`).catch(heldUp);
    });
    await Promise.all(acts);
    await house.rest(random() < 0.5 ? 2_000 : 100);
  }
  const made = returned(orders);
  record("T23", attempts, Math.max(0, made - 2));
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThanOrEqual(2);
});

test("a return beyond the day's allowance is not even begun, and staff are told why", async () => {
  await setPolicy({ mode: "open", dailyReturnsPerShopper: 0, dailyReturnsPerShop: 100 });
  const handedOver = () => house.database.prisma.case.count({ where: { escalation: "daily-cap", owner: "staff" } });
  const before = await handedOver();
  const { customerId, orders } = serialReturner(1);
  const browser = await house.browser(customerId);
  await browser.say(`I want to return the dress of ${orders[0]?.name}, it is too small`);
  await house.rest();
  await browser.tap(/Return for/);
  await house.rest();
  record("T23", 1, returned(orders));
  expect(returned(orders)).toBe(0);
  expect(await browser.words()).toMatch(/colleague/);
  expect(await browser.words()).not.toMatch(/registering/);
  expect(await handedOver()).toBe(before + 1);
});

test("effects that were all planned before any ran: those beyond the day's allowance do nothing and go to a person", async () => {
  await setPolicy({ mode: "open", dailyReturnsPerShopper: 2, dailyReturnsPerShop: 100 });
  const { customerId, orders } = serialReturner(4);
  const browser = await house.browser(customerId);
  const shopId = await house.shopId();
  await browser.say(`I want to return the dress of ${orders[0]?.name}, it is too small`);
  await house.rest();
  await browser.tap(/Return for/);
  await house.rest();
  const model = await house.database.prisma.effect.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  // What turns that ran at the same moment would have left: three more effects, each for another order.
  await house.stopJobs();
  const { insert } = await import("#app/platform/db/writes.ts");
  const { enqueue } = await import("#app/platform/jobs/tasks.ts");
  const { findOrdersByCustomer } = await import("#app/integrations/shopify-admin/orders.server.ts");
  const { getReturnable } = await import("#app/integrations/shopify-admin/returns.server.ts");
  const { adminClientFor } = await import("#app/integrations/shopify-admin/for-shop.server.ts");
  const client = adminClientFor(house.shopDomain);
  const own = (await findOrdersByCustomer(client, customerId)).filter((one) => orders.slice(1).some((order) => order.name === one.name));
  const input = model.input as { items: { reasonDefinitionId: string }[] };
  for (const order of own) {
    const [line] = await getReturnable(client, order.id);
    const items = [{ ...input.items[0], fulfillmentLineItemId: line?.fulfillmentLineItemId }];
    const id = `planned-${order.name}`;
    const values = {
      ...model,
      id,
      key: id,
      state: "planned",
      attempts: 0,
      startedAt: undefined,
      result: undefined,
      shopperPlace: null,
      shopPlace: null,
    };
    await house.database.commit([
      insert("Effect", { ...values, input: { ...input, orderId: order.id, orderName: order.name, items } } as never),
      enqueue(shopId, "effect.run", { effectId: id }, { runAt: new Date(house.clock.now().getTime() - 1_000) }),
    ]);
  }
  await house.startJobs();
  for (let n = 0; n < 6; n += 1) await house.rest(60_000);
  const made = returned(orders);
  record("T23", orders.length, Math.max(0, made - 2));
  expect(made).toBe(2);
  const failed = await house.database.prisma.effect.findMany({ where: { error: "daily-cap", id: { startsWith: "planned-" } } });
  expect(failed).toHaveLength(2);
});

test("a day's allowance of the whole shop holds for all customers together, and a new day brings a new one", async () => {
  const before = await house.database.prisma.effect.count({ where: { shopPlace: { not: null } } });
  await setPolicy({ mode: "open", dailyReturnsPerShopper: 20, dailyReturnsPerShop: before + 2 });
  const people = Array.from({ length: 4 }, () => serialReturner(1));
  const ask = async (one: (typeof people)[number]) => {
    const browser = await house.browser(one.customerId);
    await browser.say(`I want to return the dress of ${one.orders[0]?.name}, it is too small`);
    await house.rest();
    await browser.tap(/Return for/);
  };
  for (const one of people) await ask(one);
  await house.rest();
  const orders = people.flatMap((one) => one.orders);
  record("T23", people.length, Math.max(0, returned(orders) - 2));
  expect(returned(orders)).toBe(2);
  await house.advance(day);
  const late = serialReturner(1);
  await ask(late);
  await house.rest();
  expect(returned(late.orders)).toBe(1);
});

test("an agent that tries anything, many at once: no place is given twice and none beyond the caps", () => {
  const runs = howMany(1_000, 50);
  let tries = 0;
  let beyond = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ who: fc.nat(4), at: fc.nat(3), stale: fc.nat(3) }), { minLength: 100, maxLength: 100 }),
      fc.nat(20),
      fc.nat(50),
      (acts, perShopper, perShop) => {
        const held = new Set<string>();
        const log: string[] = [];
        const caps = capsOf({ ...defaultReturnPolicy, dailyReturnsPerShopper: perShopper, dailyReturnsPerShop: perShop });
        for (const { who, at, stale } of acts) {
          tries += 1;
          // Whoever read the counts a moment ago may see fewer than there are: the unique keys are what holds.
          const seen = log.slice(0, log.length - stale);
          const byShopper = seen.filter((one) => one.startsWith(`${at}:p${who}:`)).length;
          const byShop = seen.filter((one) => one.startsWith(`${at}:`)).length;
          const places = nextPlaces({ byShopper, byShop }, { shopper: `p${who}`, day: at, caps });
          if (!places || held.has(places.shopperPlace) || held.has(`s${places.shopPlace}`)) continue;
          held.add(places.shopperPlace).add(`s${places.shopPlace}`);
          log.push(places.shopperPlace);
        }
        const most = (prefix: string) => log.filter((one) => one.startsWith(prefix)).length;
        for (const at of [0, 1, 2, 3]) {
          beyond += Math.max(0, most(`${at}:`) - perShop);
          for (const who of [0, 1, 2, 3, 4]) beyond += Math.max(0, most(`${at}:p${who}:`) - perShopper);
        }
      },
    ),
    { numRuns: runs, seed: 23 },
  );
  record("T23", tries, beyond);
  expect(beyond).toBe(0);
});
