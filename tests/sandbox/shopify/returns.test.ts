import { expect, test } from "vitest";
import { openShop, type Problems, type Shop } from "./pretend-shop.ts";

type Reply = { return: { id: string; name: string; status: string } | null; userErrors: Problems };

const request = (shop: Shop, input: Record<string, unknown>) =>
  shop.get<Reply>(
    "returnRequest",
    `mutation($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id name status } userErrors { field message code } } }`,
    { input },
  );
const create = (shop: Shop, input: Record<string, unknown>) =>
  shop.get<Reply>(
    "returnCreate",
    `mutation($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id name status } userErrors { field message code } } }`,
    { input },
  );
const byId = (shop: Shop, operation: string, id: unknown) =>
  shop.get<Reply>(
    operation,
    `mutation($id: ID!) { ${operation}(id: $id) { return { id name status } userErrors { field message code } } }`,
    { id },
  );
const withInput = (shop: Shop, operation: string, type: string, input: Record<string, unknown>) =>
  shop.get<Reply>(
    operation,
    `mutation($input: ${type}!) { ${operation}(input: $input) { return { id name status } userErrors { field message code } } }`,
    { input },
  );

const item = (shop: Shop, order: string, sku: string, quantity = 1, rest: Record<string, unknown> = {}) => ({
  fulfillmentLineItemId: shop.fulfilmentLine(order, sku),
  quantity,
  returnReasonDefinitionId: shop.reason(),
  ...rest,
});
const cushion = (shop: Shop, quantity = 1, rest: Record<string, unknown> = {}) => item(shop, "#1004", "CUSHION-SAN-50X50", quantity, rest);

async function returnableQuantities(shop: Shop, order: string): Promise<Record<string, number>> {
  const nodes = await shop.get<
    { returnableFulfillmentLineItems: { nodes: { quantity: number; fulfillmentLineItem: { lineItem: { sku: string } } }[] } }[]
  >(
    "returnableFulfillments.nodes",
    `query($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { returnableFulfillmentLineItems(first: 10) { nodes { quantity fulfillmentLineItem { lineItem { sku } } } } } } }`,
    { id: shop.order(order).id },
  );
  return Object.fromEntries(
    nodes.flatMap((one) => one.returnableFulfillmentLineItems.nodes).map((one) => [one.fulfillmentLineItem.lineItem.sku, one.quantity]),
  );
}

test("a requested return waits for approval and takes its units out of what is returnable", async () => {
  const shop = openShop();
  expect(await returnableQuantities(shop, "#1004")).toEqual({ "DRESS-OLI-M": 1, "CUSHION-SAN-50X50": 2, "SCARF-RUS-ONESIZE": 1 });
  const reply = await request(shop, {
    orderId: shop.order("#1004").id,
    returnLineItems: [cushion(shop), item(shop, "#1004", "DRESS-OLI-M")],
  });
  expect(reply).toEqual({
    return: { id: expect.stringContaining("gid://shopify/Return/"), name: "#1004-R1", status: "REQUESTED" },
    userErrors: [],
  });
  expect(await returnableQuantities(shop, "#1004")).toEqual({ "CUSHION-SAN-50X50": 1, "SCARF-RUS-ONESIZE": 1 });
  expect(shop.history.of("shopify", "returnRequest")).toHaveLength(1);
  expect(shop.history.of("shopify")[0]?.detail).toMatchObject({ orderName: "#1004", returnName: "#1004-R1" });
});

test("what is not shipped, cancelled or unknown cannot be returned", async () => {
  const shop = openShop();
  expect(await returnableQuantities(shop, "#4472")).toEqual({});
  expect(await returnableQuantities(shop, "#1011")).toEqual({ "TOWEL-WHI-70X140": 1 });
  const foreign = await request(shop, { orderId: shop.order("#4471").id, returnLineItems: [cushion(shop)] });
  expect(foreign.userErrors).toMatchObject([{ field: ["input", "returnLineItems", "0", "fulfillmentLineItemId"], code: "NOT_FOUND" }]);
  const lineId = shop.order("#4472").lines[0]?.id;
  const unshipped = await request(shop, {
    orderId: shop.order("#4472").id,
    returnLineItems: [cushion(shop, 1, { fulfillmentLineItemId: lineId })],
  });
  expect(unshipped.userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  const unknown = await request(shop, { orderId: "gid://shopify/Order/1", returnLineItems: [cushion(shop)] });
  expect(unknown.userErrors).toMatchObject([{ field: ["input", "orderId"], code: "NOT_FOUND" }]);
  const cancelled = await request(shop, { orderId: shop.order("#990").id, returnLineItems: [cushion(shop)] });
  expect(cancelled.userErrors).toMatchObject([{ field: ["input", "orderId"], code: "INVALID_STATE" }]);
  expect(shop.history.entries).toEqual([]);
});

test.each([
  ["too many", 3, {}, ["quantity"], "LESS_THAN_OR_EQUAL_TO"],
  ["none", 0, {}, ["quantity"], "GREATER_THAN"],
  ["no reason", 1, { returnReasonDefinitionId: null }, ["returnReasonDefinitionId"], "BLANK"],
  ["both reasons", 1, { returnReason: "UNWANTED" }, [], "TOO_MANY_ARGUMENTS"],
  [
    "an unknown reason",
    1,
    { returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/1" },
    ["returnReasonDefinitionId"],
    "NOT_FOUND",
  ],
  ["a long note", 1, { customerNote: "x".repeat(301) }, ["customerNote"], "TOO_LONG"],
  ["a fee above all", 1, { restockingFee: { percentage: 101 } }, ["restockingFee", "percentage"], "INVALID"],
] as const)("returnRequest refuses %s", async (_, quantity, rest, field, code) => {
  const shop = openShop();
  const reply = await request(shop, { orderId: shop.order("#1004").id, returnLineItems: [cushion(shop, quantity, rest)] });
  expect(reply.return).toBeNull();
  expect(reply.userErrors).toMatchObject([{ field: ["input", "returnLineItems", "0", ...field], code }]);
  expect(shop.order("#1004").returns).toEqual([]);
});

test("a deleted reason is listed as deleted and refused; the old enum still works", async () => {
  const shop = openShop();
  const orderId = shop.order("#1004").id;
  const deleted = await shop.get<{ id: string; deleted: boolean }>(
    "returnReasonDefinitions.nodes.0",
    `{ returnReasonDefinitions(first: 5, handles: ["colour-faded"]) { nodes { id deleted } } }`,
  );
  expect(deleted.deleted).toBe(true);
  const refused = await request(shop, { orderId, returnLineItems: [cushion(shop, 1, { returnReasonDefinitionId: deleted.id })] });
  expect(refused.userErrors).toMatchObject([{ code: "INVALID" }]);
  const old = await request(shop, {
    orderId,
    returnLineItems: [cushion(shop, 1, { returnReasonDefinitionId: null, returnReason: "UNWANTED" })],
  });
  expect(old.userErrors).toEqual([]);
  expect((await request(shop, { orderId, returnLineItems: [] })).userErrors).toMatchObject([{ code: "BLANK" }]);
});

test("the same units cannot be asked for twice, nor twice in one request", async () => {
  const shop = openShop();
  const orderId = shop.order("#1004").id;
  expect((await request(shop, { orderId, returnLineItems: [cushion(shop), cushion(shop, 2)] })).userErrors).toMatchObject([
    { field: ["input", "returnLineItems", "1", "quantity"] },
  ]);
  expect((await request(shop, { orderId, returnLineItems: [cushion(shop, 2)] })).userErrors).toEqual([]);
  expect((await request(shop, { orderId, returnLineItems: [cushion(shop)] })).userErrors).toMatchObject([
    { code: "LESS_THAN_OR_EQUAL_TO" },
  ]);
});

test("returnCreate opens at once, with a reverse fulfilment order, and limits its note to 255", async () => {
  const shop = openShop();
  const orderId = shop.order("#1004").id;
  const long = await create(shop, { orderId, returnLineItems: [cushion(shop, 1, { returnReasonNote: "x".repeat(256) })] });
  expect(long.userErrors).toMatchObject([{ field: ["returnInput", "returnLineItems", "0", "returnReasonNote"], code: "TOO_LONG" }]);
  const reply = await create(shop, { orderId, returnLineItems: [cushion(shop, 2, { returnReasonNote: "Wrong tone of sand" })] });
  expect(reply.return?.status).toBe("OPEN");
  const read = await shop.get<Record<string, unknown>>(
    "return",
    `query($id: ID!) { return(id: $id) { totalQuantity order { returnStatus } returnLineItems(first: 5) { nodes { quantity returnReasonNote ... on ReturnLineItem { fulfillmentLineItem { id } } } }
      reverseFulfillmentOrders(first: 1) { nodes { status lineItems(first: 5) { nodes { totalQuantity } } } } } }`,
    { id: reply.return?.id },
  );
  expect(read).toMatchObject({
    totalQuantity: 2,
    order: { returnStatus: "IN_PROGRESS" },
    returnLineItems: {
      nodes: [
        {
          quantity: 2,
          returnReasonNote: "Wrong tone of sand",
          fulfillmentLineItem: { id: shop.fulfilmentLine("#1004", "CUSHION-SAN-50X50") },
        },
      ],
    },
    reverseFulfillmentOrders: { nodes: [{ status: "OPEN", lineItems: { nodes: [{ totalQuantity: 2 }] } }] },
  });
});

test("approving and declining work once, on requested returns only", async () => {
  const shop = openShop();
  const id = shop.order("#1006").returns[0]?.id;
  const decline = (declineNote: string) =>
    withInput(shop, "returnDeclineRequest", "ReturnDeclineRequestInput", { id, declineReason: "OTHER", declineNote });
  expect((await decline("x".repeat(501))).userErrors).toMatchObject([{ field: ["input", "declineNote"], code: "TOO_LONG" }]);
  expect((await withInput(shop, "returnApproveRequest", "ReturnApproveRequestInput", { id })).return?.status).toBe("OPEN");
  expect((await withInput(shop, "returnApproveRequest", "ReturnApproveRequestInput", { id })).userErrors).toMatchObject([
    { field: ["input", "id"], code: "INVALID_STATE" },
  ]);
  expect((await decline("Too late")).userErrors).toMatchObject([{ code: "INVALID_STATE" }]);
  expect(
    (await withInput(shop, "returnApproveRequest", "ReturnApproveRequestInput", { id: "gid://shopify/Return/1" })).userErrors,
  ).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("a declined return gives its units back", async () => {
  const shop = openShop();
  const id = shop.order("#1006").returns[0]?.id;
  expect(await returnableQuantities(shop, "#1006")).toEqual({ "SOCKS-OLI-39-42": 1 });
  const reply = await withInput(shop, "returnDeclineRequest", "ReturnDeclineRequestInput", {
    id,
    declineReason: "FINAL_SALE",
    declineNote: "Sample sale",
  });
  expect(reply.return?.status).toBe("DECLINED");
  expect(await returnableQuantities(shop, "#1006")).toEqual({ "SHIRT-INK-L": 1, "SOCKS-OLI-39-42": 1 });
  expect(await shop.get("return.decline", `query($id: ID!) { return(id: $id) { decline { reason note } } }`, { id })).toEqual({
    reason: "FINAL_SALE",
    note: "Sample sale",
  });
});

test("cancelling gives the units back, closing keeps them, and neither works twice", async () => {
  const shop = openShop();
  const orderId = shop.order("#1004").id;
  const first = await create(shop, { orderId, returnLineItems: [cushion(shop, 2)] });
  expect((await byId(shop, "returnCancel", first.return?.id)).return?.status).toBe("CANCELED");
  expect((await byId(shop, "returnCancel", first.return?.id)).userErrors).toMatchObject([{ field: ["id"], code: "INVALID_STATE" }]);
  const second = await create(shop, { orderId, returnLineItems: [cushion(shop, 2)] });
  expect(second.return?.name).toBe("#1004-R2");
  expect((await byId(shop, "returnClose", second.return?.id)).return?.status).toBe("CLOSED");
  expect((await byId(shop, "returnClose", second.return?.id)).userErrors).toMatchObject([{ code: "INVALID_STATE" }]);
  expect(await returnableQuantities(shop, "#1004")).toEqual({ "DRESS-OLI-M": 1, "SCARF-RUS-ONESIZE": 1 });
  expect((await byId(shop, "returnCancel", "gid://shopify/Return/1")).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("returnCalculate gives the exact money with fees, and refuses what cannot be returned", async () => {
  const shop = openShop();
  const query = `query($input: CalculateReturnInput!) { returnCalculate(input: $input) {
    returnLineItems { quantity subtotalSet { presentmentMoney { amount currencyCode } } totalTaxSet { presentmentMoney { amount } } restockingFee { amountSet { presentmentMoney { amount } } } }
    returnShippingFee { amountSet { presentmentMoney { amount } } } } }`;
  const line = { fulfillmentLineItemId: shop.fulfilmentLine("#4470", "SOCKS-INK-39-42"), quantity: 1, restockingFee: { percentage: 12.5 } };
  const input = {
    orderId: shop.order("#4470").id,
    returnLineItems: [line],
    returnShippingFee: { amount: { amount: "4.9", currencyCode: "EUR" } },
  };
  // Two pairs at 16.00 less 2.00 on the line and 10 % on the order: 13.50 a pair, 2.16 of it tax, 1.69 fee.
  expect(await shop.get("returnCalculate", query, { input })).toEqual({
    returnLineItems: [
      {
        quantity: 1,
        subtotalSet: { presentmentMoney: { amount: "13.50", currencyCode: "EUR" } },
        totalTaxSet: { presentmentMoney: { amount: "2.16" } },
        restockingFee: { amountSet: { presentmentMoney: { amount: "1.69" } } },
      },
    ],
    returnShippingFee: { amountSet: { presentmentMoney: { amount: "4.90" } } },
  });
  const tooMany = await shop.ask(query, { input: { ...input, returnLineItems: [{ ...line, quantity: 3 }] } });
  expect(tooMany.errors?.[0]?.extensions?.code).toBe("LESS_THAN_OR_EQUAL_TO");
  const dollars = await shop.ask(query, { input: { ...input, returnShippingFee: { amount: { amount: "1", currencyCode: "USD" } } } });
  expect(dollars.errors?.[0]?.message).toContain("EUR");
});
