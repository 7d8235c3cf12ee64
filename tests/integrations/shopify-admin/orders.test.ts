import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findOrderByName,
  findOrdersByCustomer,
  findOrdersByEmail,
  findOrdersByPhone,
  getOrder,
} from "#app/integrations/shopify-admin/orders.server.ts";
import { eur, fakeAdmin, orderNode, ordersPage, page } from "./fake-admin.ts";

/** A shop whose index answers every search with the same orders, however little they fit. */
const fuzzyShop = (...nodes: unknown[]) =>
  fakeAdmin({
    ordersBySearch: () => ordersPage(nodes),
    ordersByCustomer: () => ordersPage(nodes),
    orderById: ({ id }) => ({ order: orderNode({ id }) }),
    customerByPhone: () => ({ customerByIdentifier: null }),
  });
const numbered = (number: number, changes: Record<string, unknown> = {}) =>
  orderNode({ id: `gid://shopify/Order/${number}`, name: `#${number}`, ...changes });

test("an order becomes facts: items, parcels with newest event first, customer, money", async () => {
  const { client } = fuzzyShop(orderNode());
  const order = await findOrderByName(client, "#1001");
  expect(order).toMatchObject({
    id: "gid://shopify/Order/1",
    name: "#1001",
    processedAt: new Date("2026-11-01T09:00:00Z"),
    cancelledAt: undefined,
    email: "Ada@Example.com",
    phone: "+4930123456",
    customerId: "gid://shopify/Customer/77",
    customerName: "Ada Sample",
    countryCode: "DE",
    total: { amount: "59.5", currencyCode: "EUR" },
    items: [
      {
        lineItemId: "gid://shopify/LineItem/11",
        imageUrl: "https://cdn.example.com/shirt.jpg",
        unitPrice: { amount: "59.5", currencyCode: "EUR" },
      },
    ],
  });
  expect(order?.fulfillments[0]).toMatchObject({
    displayStatus: "DELIVERED",
    deliveredAt: new Date("2026-11-04T12:00:00Z"),
    tracking: [{ company: "Sample Post", number: "SP123" }],
    items: [{ lineItemId: "gid://shopify/LineItem/11", quantity: 1 }],
  });
  expect(order?.fulfillments[0]?.events.map((event) => event.status)).toEqual(["DELIVERED", "IN_TRANSIT"]);
});

test("returns and refunds are part of the facts", async () => {
  const returnNode = {
    id: "gid://shopify/Return/5",
    name: "#1001-R1",
    status: "DECLINED",
    createdAt: "2026-11-10T10:00:00Z",
    decline: { reason: "FINAL_SALE" },
    returnLineItems: page([
      {
        quantity: 1,
        customerNote: null,
        returnReasonNote: "Too small",
        fulfillmentLineItem: { id: "gid://shopify/FulfillmentLineItem/31" },
      },
      { quantity: 1, customerNote: null, returnReasonNote: "" },
    ]),
  };
  const refund = {
    id: "gid://shopify/Refund/6",
    createdAt: null,
    processedAt: "2026-11-12T10:00:00Z",
    totalRefundedSet: eur("10.0"),
    return: null,
  };
  const { client } = fuzzyShop(orderNode({ returns: page([returnNode]), refunds: [refund] }));
  expect(await findOrderByName(client, "1001")).toMatchObject({
    returns: [
      {
        name: "#1001-R1",
        declineReason: "FINAL_SALE",
        items: [
          { fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/31", quantity: 1, customerNote: "Too small" },
          { fulfillmentLineItemId: "", quantity: 1, customerNote: undefined },
        ],
      },
    ],
    refunds: [{ createdAt: new Date("2026-11-12T10:00:00Z"), total: { amount: "10.0", currencyCode: "EUR" }, returnId: undefined }],
  });
});

test("of the orders the index offers, only the one with exactly this name is taken", async () => {
  const { client } = fuzzyShop(numbered(10011), numbered(1001), numbered(100));
  expect((await findOrderByName(client, "1001"))?.name).toBe("#1001");
  expect((await findOrderByName(client, "#1001"))?.name).toBe("#1001");
  expect(await findOrderByName(client, "#10")).toBeNull();
});

test("of the orders the index offers, only those with exactly this e-mail are taken, upper or lower case", async () => {
  const { client } = fuzzyShop(numbered(1, { email: "ada@example.com.example" }), numbered(2), numbered(3, { email: null }));
  expect((await findOrdersByEmail(client, " ADA@example.com ")).map((order) => order.name)).toEqual(["#2"]);
});

test("of the orders the index offers, only this customer's are taken", async () => {
  const stranger = { id: "gid://shopify/Customer/770", firstName: null, lastName: null, tags: [] };
  const { client, sent } = fuzzyShop(numbered(1, { customer: stranger }), numbered(2), numbered(3, { customer: null }));
  expect((await findOrdersByCustomer(client, "77")).map((order) => order.name)).toEqual(["#2"]);
  expect((await findOrdersByCustomer(client, "gid://shopify/Customer/77")).map((order) => order.name)).toEqual(["#2"]);
  expect(sent[0]?.body.variables.query).toBe("customer_id:77");
});

test("a phone number finds orders written nationally, and not those of similar numbers", async () => {
  const { client } = fuzzyShop(numbered(1, { phone: "030 123456" }), numbered(2, { phone: "+49301234567" }), numbered(3));
  expect((await findOrdersByPhone(client, "+49 30 123456")).map((order) => order.name)).toEqual(["#1", "#3"]);
});

test("a number that only the customer's account carries finds nothing: anyone can type a stranger's into his own", async () => {
  const { client } = fakeAdmin({
    ordersBySearch: () => ordersPage([numbered(1, { phone: null })]),
    ordersByCustomer: () => ordersPage([numbered(1, { phone: null }), numbered(2, { phone: null })]),
    customerByPhone: () => ({ customerByIdentifier: { id: "gid://shopify/Customer/77" } }),
  });
  expect(await findOrdersByPhone(client, "+49 30 123456")).toEqual([]);
});

test("orders that carry the number are found although the index misses them, once each and newest first", async () => {
  const older = numbered(1, { processedAt: "2026-10-01T09:00:00Z" });
  const { client, sent } = fakeAdmin({
    ordersBySearch: () => ordersPage([older]),
    ordersByCustomer: () => ordersPage([numbered(2), older, numbered(3, { phone: null })]),
    customerByPhone: ({ phone }) => ({ customerByIdentifier: phone === "+4930123456" ? { id: "gid://shopify/Customer/77" } : null }),
  });
  expect((await findOrdersByPhone(client, "+49 30 123456")).map((order) => order.name)).toEqual(["#2", "#1"]);
  expect(sent.find((one) => one.body.operationName === "OrdersByCustomer")?.body.variables.query).toBe("customer_id:77");
});

test("looks through further pages when the first offers nothing that fits", async () => {
  const { client, sent } = fakeAdmin({
    ordersBySearch: ({ after }) =>
      after ? ordersPage([numbered(2)]) : ordersPage([numbered(1, { email: "eve@example.com" })], "cursor-1"),
  });
  expect((await findOrdersByEmail(client, "ada@example.com")).map((order) => order.name)).toEqual(["#2"]);
  expect(sent.map((one) => one.body.variables.after)).toEqual([undefined, "cursor-1"]);
});

test("stops after a few pages of an index that offers nothing that fits", async () => {
  const { client, sent } = fakeAdmin({ ordersBySearch: () => ordersPage([numbered(1, { email: "eve@example.com" })], "more") });
  expect(await findOrdersByEmail(client, "ada@example.com")).toEqual([]);
  expect(sent).toHaveLength(3);
});

test("an order that the list cuts short is read whole", async () => {
  const short = orderNode({ lineItems: page([], "more") });
  const { client, sent } = fakeAdmin({ ordersBySearch: () => ordersPage([short]), orderById: () => ({ order: orderNode() }) });
  expect((await findOrderByName(client, "#1001"))?.items).toHaveLength(1);
  expect(sent.map((one) => one.body.operationName)).toEqual(["OrdersBySearch", "OrderById"]);
});

test("an order that is gone, or an id that is none, is null", async () => {
  const { client, sent } = fakeAdmin({ orderById: () => ({ order: null }) });
  expect(await getOrder(client, "gid://shopify/Order/404")).toBeNull();
  expect(sent).toHaveLength(1);
  for (const id of ["1001", "gid://shopify/Customer/1", 'gid://shopify/Order/1"', ""]) expect(await getOrder(client, id)).toBeNull();
  expect(sent).toHaveLength(1);
});

const allowed = /^(name:"[A-Z0-9-]{1,20}"|customer_id:\d{1,20}|email:"[a-z0-9!#$%&'+/=?^_{|}~.-]+@[a-z0-9.-]+\.[a-z]{2,63}"|"\+\d{5,15}")$/;
const attack = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom("1001", "#1001", "ada@example.com", "+4930123456", "77", ""),
      fc.constantFrom(
        '" OR name:*',
        " OR 1",
        "*",
        '"',
        "\\",
        ") OR (email:*",
        "\n",
        " status:any",
        "\u0000",
        ":",
        "' --",
        '"a"@example.com',
      ),
      fc.constantFrom("", "1001", "@example.com", "ada@example.com"),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom("1001", "#LL-1001", "ada+tag@example.com", "o'hara@mail.example.com", "+49 (30) 123456", "77"),
);

test("whatever a shopper types, only allow-listed terms reach Shopify's search", async () => {
  const queries: string[] = [];
  const { client, sent } = fuzzyShop();
  await fc.assert(
    fc.asyncProperty(attack, async (input) => {
      sent.length = 0;
      await Promise.all([
        findOrderByName(client, input),
        findOrdersByEmail(client, input),
        findOrdersByPhone(client, input),
        findOrdersByCustomer(client, input),
      ]);
      for (const { body } of sent) {
        if (body.operationName === "CustomerByPhone") expect(body.variables.phone).toMatch(/^\+\d{5,15}$/);
        else queries.push(String(body.variables.query));
      }
    }),
    { numRuns: 500 },
  );
  expect(queries.length).toBeGreaterThan(50);
  expect(queries.filter((query) => !allowed.test(query))).toEqual([]);
});
