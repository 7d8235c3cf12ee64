import { afterEach, beforeEach, expect, test } from "vitest";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { seeded } from "#tests/vendor-faults/chance.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { beforeTheYes, createShopper } from "#tests/vendor-faults/people.ts";

/** A smaller share of each count, for trying the suite out: 0.01 plays a hundredth. */
const share = Number(process.env.LONG_SHARE ?? 1);
const seed = Number(process.env.SEED ?? 20261127);
const count = Math.max(4, Math.round(2_500 * share));
/** So many shoppers share one house. */
const batch = 25;
const lostShare = 0.3;

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

type Begun = { order: OrderRecord; yes(): Promise<void> };

async function openOrder(words: (name: string) => string, button: RegExp): Promise<Begun> {
  const { customerId, order } = createShopper(house, { arrived: false, quantity: 2 });
  const browser = await house.browser(customerId);
  await browser.say(words(order.name));
  await house.rest();
  return { order, yes: () => browser.tap(button) };
}

const kinds: { operation: string; begin(): Promise<Begun>; isDone(order: OrderRecord): boolean }[] = [
  {
    operation: "returnRequest",
    async begin() {
      const { browser, order } = await beforeTheYes(house, { quantity: 2 });
      return { order, yes: () => browser.tap(/Return for/) };
    },
    isDone: (order) => order.returns.length === 1,
  },
  {
    operation: "orderCancel",
    begin: () => openOrder((name) => `please cancel my order ${name}`, /Yes, cancel it/),
    isDone: (order) => order.cancelled !== undefined && order.refunds.length === 1,
  },
  {
    operation: "orderEditCommit",
    begin: () => openOrder((name) => `change the quantity in order ${name} to 1 please`, /Yes, change it/),
    isDone: (order) => order.lines.some((line) => line.removed.length === 1),
  },
  {
    operation: "refundCreate",
    begin: () => openOrder((name) => `change the quantity in order ${name} to 1 please`, /Yes, change it/),
    isDone: (order) => order.refunds.length === 1,
  },
];

// Four kinds of 2,500: 10,000 writes, three in ten of which are carried out and never answered.
test.each(kinds)(
  "$operation: carried out once each, though three replies in ten are lost",
  async ({ operation, begin, isDone }) => {
    const random = seeded(seed);
    const started = performance.now();
    let lost = 0;
    for (let done = 0; done < count; done += batch) {
      const begun = [];
      for (let n = 0; n < Math.min(batch, count - done); n += 1) begun.push(await begin());
      for (const { yes } of begun) {
        if (random() < lostShare) {
          house.shopify.faults.add(operation, { kind: "lost-reply" });
          lost += 1;
        }
        await yes();
        await house.rest();
        await house.rest();
      }
      for (let n = 0; n < 4; n += 1) await house.advance(20_000);
      for (const { order } of begun) {
        const accepted = house.history.of("shopify", operation).filter((entry) => entry.detail.orderName === order.name);
        expect(accepted, `${operation} of ${order.name}`).toHaveLength(1);
        expect(isDone(order), `${order.name} is as it was said yes to`).toBe(true);
      }
      await house.close();
      house = await House.open();
    }
    console.log(`${operation}: ${count}, ${lost} replies lost, in ${Math.round((performance.now() - started) / 1000)} s, seed ${seed}`);
  },
  3 * 3_600_000,
);
