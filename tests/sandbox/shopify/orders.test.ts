import { expect, test } from "vitest";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { numericId, openShop, type Shop } from "./pretend-shop.ts";

const namesOf = async (shop: Shop, query: string, rest = ""): Promise<string[]> => {
  const nodes = await shop.get<{ name: string }[]>(
    "orders.nodes",
    `query($q: String) { orders(first: 50, query: $q ${rest}) { nodes { name } } }`,
    { q: query },
  );
  return nodes.map((node) => node.name);
};

test("the seeded shop has an order in every state", async () => {
  const shop = openShop();
  const nodes = await shop.get<Record<string, unknown>[]>(
    "orders.nodes",
    `{ orders(first: 50, sortKey: ORDER_NUMBER) { nodes { name displayFulfillmentStatus displayFinancialStatus returnStatus cancelledAt
      fulfillments(first: 3) { displayStatus deliveredAt estimatedDeliveryAt trackingInfo(first: 1) { number } } } } }`,
  );
  const states = Object.fromEntries(
    nodes.map((node) => [
      node.name,
      [
        node.displayFulfillmentStatus,
        node.displayFinancialStatus,
        node.returnStatus,
        ...(node.fulfillments as { displayStatus: string }[]).map((one) => one.displayStatus),
      ].join(" "),
    ]),
  );
  expect(states).toEqual({
    "#958": "FULFILLED PAID NO_RETURN DELIVERED",
    "#972": "FULFILLED REFUNDED NO_RETURN DELIVERED",
    "#985": "FULFILLED PARTIALLY_REFUNDED RETURNED DELIVERED",
    "#990": "UNFULFILLED REFUNDED NO_RETURN",
    "#1001": "FULFILLED PAID NO_RETURN IN_TRANSIT",
    "#1002": "FULFILLED PAID NO_RETURN IN_TRANSIT",
    "#1003": "FULFILLED PAID NO_RETURN DELIVERED",
    "#1004": "FULFILLED PAID NO_RETURN DELIVERED",
    "#1005": "FULFILLED PAID NO_RETURN DELIVERED IN_TRANSIT",
    "#1006": "FULFILLED PAID RETURN_REQUESTED DELIVERED",
    "#1007": "FULFILLED PAID NO_RETURN OUT_FOR_DELIVERY",
    "#1008": "FULFILLED PAID NO_RETURN ATTEMPTED_DELIVERY",
    "#1009": "FULFILLED PAID NO_RETURN DELAYED",
    "#1010": "FULFILLED PAID NO_RETURN FULFILLED",
    "#1011": "PARTIALLY_FULFILLED PAID NO_RETURN FULFILLED",
    "#4470": "FULFILLED PAID NO_RETURN DELIVERED",
    "#4471": "FULFILLED PAID NO_RETURN DELIVERED",
    "#4472": "UNFULFILLED PAID NO_RETURN",
    "#4473": "UNFULFILLED AUTHORIZED NO_RETURN",
    "#4474": "UNFULFILLED PAID NO_RETURN",
  });
  const untracked = nodes.find((node) => node.name === "#1010")?.fulfillments;
  expect(untracked).toEqual([{ displayStatus: "FULFILLED", deliveredAt: null, estimatedDeliveryAt: null, trackingInfo: [] }]);
});

test("seeding tells nobody and is no effect of the app", () => {
  const shop = openShop();
  expect(shop.history.entries).toEqual([]);
  expect(shop.received).toEqual([]);
});

test("a customer's orders are found by id, by e-mail and through the customer", async () => {
  const shop = openShop();
  const ada = shop.order("#1001").customerId ?? "";
  const expected = ["#1001", "#1004", "#1005", "#4471", "#4472"];
  expect(await namesOf(shop, `customer_id:${numericId(ada)}`)).toEqual(expected);
  expect(await namesOf(shop, 'email:"ada@example.com"')).toEqual(expected);
  const own = await shop.get<{ name: string }[]>(
    "customer.orders.nodes",
    `query($id: ID!) { customer(id: $id) { orders(first: 10) { nodes { name } } } }`,
    { id: ada },
  );
  expect(own.map((node) => node.name)).toEqual(expected);
  const byPhone = `{ customerByIdentifier(identifier: {phoneNumber: "+4915112345678"}) { id displayName } }`;
  expect(await shop.get("customerByIdentifier", byPhone)).toEqual({ id: ada, displayName: "Ada Sample" });
  expect(await shop.get("customer", `{ customer(id: "gid://shopify/Customer/1") { id } }`)).toBeNull();
});

test("the search is an index: names and addresses match by their words", async () => {
  const shop = openShop();
  createOrder(shop.store, { name: "#1001-X", email: "ada@example.com.evil.example", items: [{ sku: "SOCKS-INK-36-38", quantity: 1 }] });
  expect(await namesOf(shop, "name:#1001", ", sortKey: ID")).toEqual(["#1001", "#1001-X"]);
  expect(await namesOf(shop, 'name:"1001"', ", sortKey: ID")).toEqual(["#1001", "#1001-X"]);
  expect(await namesOf(shop, "email:ada@example.com")).toContain("#1001-X");
  expect(await namesOf(shop, "name:#100")).toEqual([]);
  expect(await namesOf(shop, "name:#100*", ", sortKey: ORDER_NUMBER")).toHaveLength(10);
});

test("search syntax brought in by a shopper really changes the search", async () => {
  const shop = openShop();
  expect(await namesOf(shop, 'name:"#4471"')).toEqual(["#4471"]);
  expect(await namesOf(shop, 'name:"#4471" OR email:ben@example.com')).toEqual(["#972", "#1002", "#1008", "#4471", "#4473"]);
  expect(await namesOf(shop, "name:#4471 OR name:*")).toHaveLength(20);
  expect(await namesOf(shop, 'name:"#4471\\" OR name:*"')).toEqual([]);
});

test("words, signs and brackets of the search language", async () => {
  const shop = openShop();
  expect(await namesOf(shop, "Carla AND financial_status:paid")).toEqual(["#958", "#1003", "#1009", "#4470"]);
  expect(await namesOf(shop, "carla -name:#958 NOT name:#1003")).toEqual(["#1009", "#4470"]);
  expect(await namesOf(shop, "(name:#958 OR name:#972) status:open")).toEqual(["#958", "#972"]);
  expect(await namesOf(shop, `confirmation_number:${shop.order("#1004").confirmationNumber}`)).toEqual(["#1004"]);
  const noon = new Date(shop.clock.now().getTime() - 20 * 86_400_000).toISOString();
  expect(await namesOf(shop, `created_at:<'${noon}'`)).toEqual(["#958", "#972", "#985", "#990"]);
  expect(await namesOf(shop, `created_at:<"${noon}" updated_at:>="${noon}"`)).toEqual(["#985"]);
});

test("a filter Shopify does not know, such as phone, is ignored with a warning; a bare number is searched for", async () => {
  const shop = openShop();
  const answer = await shop.ask(`{ orders(first: 50, query: "phone:+4915155500011") { nodes { name } } }`);
  expect(answer.data).toMatchObject({ orders: { nodes: expect.objectContaining({ length: 20 }) } });
  expect(answer.extensions?.search?.[0]?.warnings[0]?.field).toBe("phone");
  expect(await namesOf(shop, '"+4915155500011"')).toEqual(["#1007"]);
});

test("paging walks through all orders once, both ways", async () => {
  const shop = openShop();
  type Page = { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string; hasPreviousPage: boolean } };
  const query = `query($after: String) { orders(first: 7, after: $after, sortKey: PROCESSED_AT, reverse: true) { nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await shop.get<Page>("orders", query, { after });
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...page.nodes.map((node) => node.name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen.slice(0, 3)).toEqual(["#4474", "#4473", "#4472"]);
  expect(new Set(seen).size).toBe(20);
  expect(seen).toHaveLength(20);
  const last = await shop.get<{ name: string }[]>("orders.nodes", `{ orders(last: 2, sortKey: ORDER_NUMBER) { nodes { name } } }`);
  expect(last.map((node) => node.name)).toEqual(["#4473", "#4474"]);
});

test("a connection without a size, or with a foreign cursor, is refused", async () => {
  const shop = openShop();
  expect((await shop.ask(`{ orders { nodes { name } } }`)).errors?.[0]?.message).toContain("first or last");
  expect((await shop.ask(`{ orders(first: 5, after: "bm9uZQ") { nodes { name } } }`)).errors?.[0]?.message).toContain("cursor");
});

test("a split order shows each parcel with its scans", async () => {
  const shop = openShop();
  const [first, second] = await shop.get<
    { displayStatus: string; deliveredAt: string | null; estimatedDeliveryAt: string | null; events: { nodes: { status: string }[] } }[]
  >(
    "order.fulfillments",
    `query($id: ID!) { order(id: $id) { fulfillments(first: 5) { displayStatus deliveredAt inTransitAt estimatedDeliveryAt
      events(first: 10, reverse: true) { nodes { status happenedAt city message } } } } }`,
    { id: shop.order("#1005").id },
  );
  expect(first?.events.nodes.map((event) => event.status)).toEqual(["DELIVERED", "IN_TRANSIT"]);
  expect(first?.deliveredAt).toMatch(/Z$/);
  expect(second?.deliveredAt).toBeNull();
  expect(new Date(second?.estimatedDeliveryAt ?? 0).getUTCDay()).toBe(4);
});

test("pictures are drawn by the store itself", async () => {
  const shop = openShop();
  const url = await shop.get<string>(
    "order.lineItems.nodes.0.image.url",
    `query($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { image { url } } } } }`,
    { id: shop.order("#4471").id },
  );
  const picture = await shop.double.handle(new Request(url));
  expect(picture.headers.get("content-type")).toBe("image/svg+xml");
  expect(await picture.text()).toContain("Linen Wrap Dress, Rust");
  expect((await shop.double.handle(new Request(`${url}x`))).status).toBe(404);
});

test("the shop, its policies and what the app may do", async () => {
  const shop = openShop();
  expect(
    await shop.get("shop", `{ shop { name email ianaTimezone currencyCode myshopifyDomain billingAddress { countryCodeV2 } } }`),
  ).toEqual({
    name: "Linden & Loom",
    email: "hello@lindenandloom.example",
    ianaTimezone: "Europe/Berlin",
    currencyCode: "EUR",
    myshopifyDomain: "linden-loom.myshopify.com",
    billingAddress: { countryCodeV2: "DE" },
  });
  const policies = await shop.get<{ type: string }[]>("shop.shopPolicies", `{ shop { shopPolicies { type body updatedAt } } }`);
  expect(policies.map((policy) => policy.type)).toContain("REFUND_POLICY");
  const scopes = await shop.get<{ handle: string }[]>(
    "currentAppInstallation.accessScopes",
    `{ currentAppInstallation { accessScopes { handle } } }`,
  );
  expect(scopes.map((scope) => scope.handle)).toContain("write_returns");
});
