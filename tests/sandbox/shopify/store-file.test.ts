import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SandboxClock } from "#sandbox/double.ts";
import { lindenLoomShop } from "#sandbox/shopify/seed-catalogue.ts";
import { ShopifyStore } from "#sandbox/shopify/store.ts";
import { storeFromFile } from "#sandbox/shopify/store-file.ts";
import { totalOf } from "#sandbox/shopify/totals.ts";

const folder = mkdtempSync(join(tmpdir(), "onethread-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

const address = { address1: "1 Sample Road", address2: "Flat 2", city: "Sampleton", country: "USA", state: "NY", zip: "10001" };
const product = {
  name: "Tea Cup",
  product_id: "1",
  variants: {
    "11": { item_id: "11", options: { colour: "blue", size: "small" }, available: true, price: 4.5 },
    "12": { item_id: "12", options: { colour: "red", size: "small" }, available: false, price: 5 },
  },
};
const user = { key: "ada_1", name: { first_name: "Ada", last_name: "Sample" }, address, email: "ada@example.com" };
const order = (order_id: string, status: string, items: string[]) => ({
  order_id,
  user_id: "ada_1",
  address,
  items: items.map((item_id) => ({ product_id: "1", item_id, price: 4.2 })),
  fulfillments: status === "delivered" || status === "processed" ? [{ tracking_id: ["123456789"] }] : [],
  status,
});

function write(name: string, ...rows: object[]): void {
  writeFileSync(join(folder, `${name}.jsonl`), rows.map((row) => JSON.stringify(row)).join("\n"));
}

function load(): ShopifyStore {
  const clock = new SandboxClock();
  const store = new ShopifyStore(lindenLoomShop(clock.now()), clock);
  storeFromFile(join(folder, "orders.jsonl"))(store, clock.now());
  return store;
}

test("a store of three files stands as they say: variants with stock, prices as they were paid, and every state of an order", () => {
  write("products", product);
  write("users", user);
  write(
    "orders",
    order("#W1", "pending", ["11", "11", "12"]),
    order("#W2", "processed", ["11"]),
    order("#W3", "delivered", ["12"]),
    order("#W4", "cancelled", ["11"]),
  );
  const store = load();
  expect([...store.variants.values()].map(({ title, price, stock }) => ({ title, price, stock }))).toEqual([
    { title: "blue / small", price: 450, stock: 50 },
    { title: "red / small", price: 500, stock: 0 },
  ]);
  const pending = store.orderByName("#W1");
  expect(pending.lines.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unitPrice }))).toEqual([
    { sku: "11", quantity: 2, unitPrice: 420 },
    { sku: "12", quantity: 1, unitPrice: 420 },
  ]);
  expect([totalOf(pending), pending.transactions[0]?.amount]).toEqual([1260, 1260]);
  expect(pending).toMatchObject({ email: "ada@example.com", fulfillments: [], shippingAddress: { countryCode: "US", provinceCode: "NY" } });
  expect(store.orderByName("#W2").fulfillments[0]).toMatchObject({
    events: [{ status: "IN_TRANSIT" }],
    tracking: [{ number: "123456789" }],
  });
  expect(store.orderByName("#W3").fulfillments[0]?.events.at(-1)?.status).toBe("DELIVERED");
  expect(store.orderByName("#W4")).toMatchObject({ cancelled: expect.anything(), refunds: [expect.anything()] });
});

test.each([
  ["a line that is no JSON", () => writeFileSync(join(folder, "orders.jsonl"), "{"), /orders\.jsonl, line 1/],
  ["an order of nobody", () => write("orders", { ...order("#W9", "pending", ["11"]), user_id: "eve" }), /#W9 is of nobody/],
  ["a state that there is not", () => write("orders", order("#W9", "lost", ["11"])), /line 1/],
])("%s is named", (_, spoil, words) => {
  write("products", product);
  write("users", user);
  spoil();
  expect(load).toThrow(words);
});

test("a place where nothing is is named", () => {
  expect(() => storeFromFile(join(folder, "nowhere"))).toThrow(/There is no store at/);
});
