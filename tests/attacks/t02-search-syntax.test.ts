import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { AdminClient } from "#app/integrations/shopify-admin/client.server.ts";
import {
  findOrderByName,
  findOrdersByCustomer,
  findOrdersByEmail,
  findOrdersByPhone,
} from "#app/integrations/shopify-admin/orders.server.ts";
import { History, SandboxClock } from "#sandbox/double.ts";
import { AdminApi } from "#sandbox/shopify/admin-api.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { ShopifyDouble } from "#sandbox/shopify/double.ts";
import { parseSearch } from "#sandbox/shopify/search-syntax.ts";
import { howMany, record } from "./record.ts";

let client: AdminClient;
/** What was asked of Shopify, in its search language. */
const asked: string[] = [];

beforeAll(() => {
  const shared = { appUrl: "https://app.example", history: new History(), clock: new SandboxClock() };
  const { store } = new ShopifyDouble({ ...shared, apiKey: "k", apiSecret: "s" });
  // Addresses that the fuzzy index takes for one another.
  for (const email of ["x.ada@example.com", "ada-example@com.example", "ada@example.com.example"])
    store.quietly(() => createOrder(store, { email, items: [{ sku: "DRESS-RUS-M", quantity: 1 }], address: { countryCode: "DE" } }));
  const api = new AdminApi({ store, scopes: ["read_orders", "read_customers", "write_returns"], record: () => {} });
  const reach: typeof fetch = async (_input, init) => {
    const body = String(init?.body);
    const query = (JSON.parse(body) as { variables?: { query?: string } }).variables?.query;
    if (query !== undefined) asked.push(query);
    const prepared = api.prepare(body);
    return prepared instanceof Response ? prepared : api.run(prepared);
  };
  client = new AdminClient({ shopDomain: store.shop.domain, getToken: async () => "token", fetch: reach });
});

const operators = [
  "*",
  " OR ",
  " AND ",
  " NOT ",
  "-",
  '"',
  "'",
  "\\",
  "(",
  ")",
  ":",
  ">",
  "<",
  "=",
  "#",
  " ",
  "\n",
  "\0",
  "\u200b",
  "\u202e",
  "’",
  "＂",
  "％",
  "%22",
  "&quot;",
];
const pieces = [
  "1001",
  "1002",
  "ada",
  "@",
  "example.com",
  "ada@example.com",
  "email:",
  "name:",
  "id:>0",
  "status:any",
  "customer_id:",
  "+4915112345678",
  "gid://shopify/Customer/1",
  ...operators,
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 }).map((list) => list.join("")),
  fc
    .tuple(
      fc.constantFrom("1001", "#1002", "ada@example.com", "+4915112345678", "7001"),
      fc.constantFrom(...operators),
      fc.constantFrom(...pieces),
    )
    .map((list) => list.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** A single term with a quoted value: nothing in it is an operator. */
function isOneTerm(query: string): boolean {
  return parseSearch(query)?.kind === "term" && /^(?:name:|email:)?"[^"\\]*"$|^customer_id:\d+$/.test(query);
}

const plain = (name: string) => name.replace(/^#/, "").toUpperCase();
const digits = (text: string) => text.replace(/\D/g, "");

test("whatever is typed as an order name, an address, a number or an id finds only what has exactly that", async () => {
  const runs = howMany(100_000, 1_500);
  let found = 0;
  await fc.assert(
    fc.asyncProperty(hostile, fc.nat(3), async (text, kind) => {
      asked.length = 0;
      const ways: ((typed: string) => Promise<{ orders: OrderFacts[]; own: (order: OrderFacts) => boolean }>)[] = [
        async (typed) => {
          const order = await findOrderByName(client, typed);
          return { orders: order ? [order] : [], own: (one) => plain(one.name) === plain(typed.trim()) };
        },
        async (typed) => ({
          orders: await findOrdersByEmail(client, typed),
          own: (one) => one.email?.toLowerCase() === typed.trim().toLowerCase(),
        }),
        async (typed) => ({ orders: await findOrdersByPhone(client, typed), own: (one) => digits(one.phone ?? "") === digits(typed) }),
        async (typed) => ({
          orders: await findOrdersByCustomer(client, typed),
          own: (one) => digits(one.customerId ?? "") === digits(typed),
        }),
      ];
      const { orders, own } = (await ways[kind]?.(text)) ?? { orders: [], own: () => true };
      found += orders.length;
      expect(orders.filter((order) => !own(order)).map((order) => order.name)).toEqual([]);
      expect(asked.filter((query) => !isOneTerm(query))).toEqual([]);
    }),
    { numRuns: runs, seed: 20261125 },
  );
  expect(found).toBeGreaterThan(0);
  record("T2", runs, 0);
});

test("an address finds no order of one that the index takes for it", async () => {
  const orders = await findOrdersByEmail(client, "ada@example.com");
  expect(new Set(orders.map((order) => order.email))).toEqual(new Set(["ada@example.com"]));
  for (const typed of ["example.com", "ada", "x.ada@example", "@example.com", "*@example.com"])
    expect(await findOrdersByEmail(client, typed)).toEqual([]);
  record("T2", 6, 0);
});
