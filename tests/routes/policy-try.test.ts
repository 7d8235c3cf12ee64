import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { policyToForm } from "#app/domain/shops/policy-form.ts";
import { type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { Gate } from "#app/platform/db/gate.ts";
import { action, type TryAnswer } from "#app/routes/app.policy.try.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";
import { adminRequest, args, installShop, sessionToken } from "./admin.ts";

let house: House;
let shop: Shop;
beforeEach(async () => {
  house = await House.open();
  shop = (await shopById(await house.shopId())) as Shop;
});
afterEach(() => house.close());

async function send(form: Record<string, string>, token = sessionToken(house.shopDomain)): Promise<TryAnswer & { status: number }> {
  const values = { ...policyToForm(shop.returnPolicy), ...form };
  const response = await action(args(adminRequest("/app/policy/try", values, token)));
  return { ...((await response.json()) as TryAnswer), status: response.status };
}

test("each item of an order is shown with what the form decides, saved or not, and nothing is written", async () => {
  const { order } = createShopper(house, { sku: ["SCARF-RUS-ONESIZE"] });
  const rules = JSON.stringify([{ id: "r1", name: "", "when.reasons": "damaged", "says.restockingFeePercentage": "20" }]);
  const kept = await send({ tryOrder: order.name, windowDays: "20", outcomes: "store-credit, refund", returnShippingFee: "4.90", rules });
  expect(kept.problem).toBeNull();
  expect(kept.order?.name).toBe(order.name);
  expect(kept.order?.items[0]).toMatchObject({
    takenBack: true,
    lines: [
      expect.stringMatching(/^Comes back until \w+ \d+, \d{4}, 18 days left\.$/),
      "Offered: store credit, then money back.",
      "You keep €4.90 for the way back.",
      "A person looks first: you approve each return.",
    ],
  });
  const damaged = await send({ tryOrder: order.name.replace("#", ""), tryReason: "damaged", photosDamaged: "3" });
  expect(damaged.order?.items[0]?.lines).toEqual([
    expect.stringContaining("days left"),
    expect.stringContaining("Offered: money back"),
    "You keep no fees.",
    "The shopper sends 3 pictures first.",
    "A person looks first: it is damaged.",
  ]);
  expect(await shopById(shop.id)).toMatchObject({ policyVersion: 0, returnPolicy: shop.returnPolicy });
});

test("an item that does not come back is refused in the shopper's words", async () => {
  const { order } = createShopper(house);
  const record = house.shopify.store.orders.get(order.id);
  if (record?.shippingAddress) record.shippingAddress.countryCode = "US";
  const answer = await send({ tryOrder: order.name, windowDays: "1" });
  expect(answer.order?.items[0]).toMatchObject({
    takenBack: false,
    shopper: expect.stringMatching(/^“.+” can’t go back: the 1-day return window closed .+\.$/),
  });
});

test("what was never sent, a number that is none, a form with a mistake and a shop without an answer say so", async () => {
  const { order } = createShopper(house, { arrived: false });
  expect((await send({ tryOrder: order.name })).order?.items).toEqual([]);
  expect(await send({ tryOrder: "#99999999" })).toMatchObject({ status: 404, problem: expect.stringContaining("no order of this number") });
  expect(await send({ tryOrder: 'x" OR name:*' })).toMatchObject({ status: 404 });
  expect(await send({ tryOrder: " " })).toMatchObject({ status: 422 });
  expect(await send({ tryOrder: order.name, windowDays: "1000" })).toMatchObject({ status: 422 });
});

test("a store that refuses the app is told of in words, and the form stays", async () => {
  const { order } = createShopper(house);
  house.shopify.faults.add("orders", { kind: "status", status: 403 });
  expect(await send({ tryOrder: order.name })).toMatchObject({
    status: 503,
    order: null,
    problem: expect.stringContaining("did not answer"),
  });
  expect((await send({ tryOrder: order.name })).problem).toBeNull();
});

test("an order of another shop is none of this one's", async () => {
  const { order } = createShopper(house);
  await installShop("other-shop.myshopify.com", "Other");
  const answer = await send({ tryOrder: order.name }, sessionToken("other-shop.myshopify.com"));
  expect(answer.order).toBeNull();
});

test("one question to Shopify for an order of usual size, one more for a large one, and no query for each item", async () => {
  const small = createShopper(house);
  const large = createShopper(house, {
    sku: ["DRESS-RUS-S", "DRESS-RUS-L", "DRESS-OLI-S", "DRESS-OLI-M", "DRESS-OLI-L", "SCARF-RUS-ONESIZE", "SCARF-INK-ONESIZE"],
  });
  const count = async (name: string) => {
    const asked = vi.spyOn(Gate.prototype, "run");
    const before = house.asked("myshopify.com");
    expect((await send({ tryOrder: name })).problem).toBeNull();
    const calls = asked.mock.calls.length;
    asked.mockRestore();
    return [house.asked("myshopify.com") - before, calls];
  };
  await count(small.order.name);
  const [few, queries = 99] = await count(small.order.name);
  expect(few).toBe(1);
  const [more, ofLarge = 99] = await count(large.order.name);
  expect(more).toBe(2);
  // The house's own jobs ask beside it now and then; an item of the large order would cost one each.
  expect(queries).toBeLessThan(10);
  expect(ofLarge).toBeLessThan(10);
});
