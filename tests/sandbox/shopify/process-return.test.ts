import { expect, test } from "vitest";
import { openShop, type Problems, type Shop } from "./pretend-shop.ts";

async function openReturn(shop: Shop, quantity = 2) {
  const created = await shop.get<{ return: { id: string; returnLineItems: { nodes: { id: string }[] } } }>(
    "returnCreate",
    `mutation($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id returnLineItems(first: 5) { nodes { id } } } userErrors { message } } }`,
    {
      input: {
        orderId: shop.order("#1004").id,
        returnShippingFee: { amount: { amount: "4.00", currencyCode: "EUR" } },
        returnLineItems: [
          {
            fulfillmentLineItemId: shop.fulfilmentLine("#1004", "CUSHION-SAN-50X50"),
            quantity,
            returnReasonDefinitionId: shop.reason(),
            restockingFee: { percentage: 10 },
          },
        ],
      },
    },
  );
  return { returnId: created.return.id, line: created.return.returnLineItems.nodes[0]?.id };
}

const process = (shop: Shop, input: Record<string, unknown>) =>
  shop.get<{
    return: { status: string; refunds: { nodes: { totalRefundedSet: { presentmentMoney: { amount: string } } }[] } } | null;
    userErrors: Problems;
  }>(
    "returnProcess",
    `mutation($input: ReturnProcessInput!) { returnProcess(input: $input) { return { status refunds(first: 5) { nodes { totalRefundedSet { presentmentMoney { amount } } } } } userErrors { field message code } } }`,
    { input },
  );

const transfer = (shop: Shop, amount: string, parentId = shop.order("#1004").transactions[0]?.id) => ({
  issueRefund: { orderTransactions: [{ parentId, transactionAmount: { amount, currencyCode: "EUR" } }] },
});

test("the suggested outcome takes the fees off, and paying it closes the return", async () => {
  const shop = openShop();
  const { returnId, line } = await openReturn(shop);
  const outcome = await shop.get<Record<string, unknown>>(
    "return.suggestedFinancialOutcome",
    `query($id: ID!, $items: [SuggestedOutcomeReturnLineItemInput!]!) { return(id: $id) { suggestedFinancialOutcome(returnLineItems: $items, exchangeLineItems: []) {
      maximumRefundable { presentmentMoney { amount } }
      financialTransfer { __typename ... on RefundReturnOutcome { amount { presentmentMoney { amount } } suggestedTransactions { parentTransaction { id } amountSet { presentmentMoney { amount } } } } ... on InvoiceReturnOutcome { amount { presentmentMoney { amount } } } } } } }`,
    { id: returnId, items: [{ id: line, quantity: 2 }] },
  );
  // 2 × 24.50, less 10 % (4.90) and 4.00 for shipping.
  expect(outcome).toEqual({
    maximumRefundable: { presentmentMoney: { amount: "237.00" } },
    financialTransfer: {
      __typename: "RefundReturnOutcome",
      amount: { presentmentMoney: { amount: "40.10" } },
      suggestedTransactions: [
        { parentTransaction: { id: shop.order("#1004").transactions[0]?.id }, amountSet: { presentmentMoney: { amount: "40.10" } } },
      ],
    },
  });
  const reply = await process(shop, { returnId, returnLineItems: [{ id: line, quantity: 2 }], financialTransfer: transfer(shop, "40.10") });
  expect(reply).toEqual({
    return: { status: "CLOSED", refunds: { nodes: [{ totalRefundedSet: { presentmentMoney: { amount: "40.10" } } }] } },
    userErrors: [],
  });
  const order = await shop.get(
    "order",
    `query($id: ID!) { order(id: $id) { returnStatus displayFinancialStatus totalRefundedSet { shopMoney { amount } } netPaymentSet { shopMoney { amount } } } }`,
    { id: shop.order("#1004").id },
  );
  expect(order).toEqual({
    returnStatus: "RETURNED",
    displayFinancialStatus: "PARTIALLY_REFUNDED",
    totalRefundedSet: { shopMoney: { amount: "40.10" } },
    netPaymentSet: { shopMoney: { amount: "196.90" } },
  });
});

test("in two steps the shipping fee is taken once", async () => {
  const shop = openShop();
  const { returnId, line } = await openReturn(shop);
  const first = await process(shop, { returnId, returnLineItems: [{ id: line, quantity: 1 }], financialTransfer: transfer(shop, "18.05") });
  expect(first.return?.status).toBe("OPEN");
  const second = await process(shop, {
    returnId,
    returnLineItems: [{ id: line, quantity: 1 }],
    financialTransfer: transfer(shop, "22.05"),
  });
  expect(second.userErrors).toEqual([]);
  expect(second.return?.status).toBe("CLOSED");
});

test("processing without money books the goods only", async () => {
  const shop = openShop();
  const { returnId, line } = await openReturn(shop);
  const reply = await process(shop, { returnId, returnLineItems: [{ id: line, quantity: 1 }] });
  expect(reply.return).toEqual({ status: "OPEN", refunds: { nodes: [] } });
  const cancelled = await shop.get<Problems>(
    "returnCancel.userErrors",
    `mutation($id: ID!) { returnCancel(id: $id) { userErrors { field message code } } }`,
    { id: returnId },
  );
  expect(cancelled).toMatchObject([{ code: "INVALID_STATE" }]);
});

test("processing refuses wrong lines, wrong amounts and wrong states", async () => {
  const shop = openShop();
  const { returnId, line } = await openReturn(shop);
  const lines = [{ id: line, quantity: 2 }];
  const refused = async (input: Record<string, unknown>) => (await process(shop, { returnId, ...input })).userErrors[0]?.code;
  expect(await refused({ returnLineItems: [{ id: line, quantity: 3 }] })).toBe("LESS_THAN_OR_EQUAL_TO");
  expect(await refused({ returnLineItems: [{ id: "gid://shopify/ReturnLineItem/1", quantity: 1 }] })).toBe("NOT_FOUND");
  expect(await refused({ returnLineItems: [] })).toBe("BLANK");
  expect(await refused({ returnLineItems: lines, note: "x".repeat(256) })).toBe("TOO_LONG");
  expect(await refused({ returnLineItems: lines, financialTransfer: transfer(shop, "40.11") })).toBe("LESS_THAN_OR_EQUAL_TO");
  expect(
    await refused({ returnLineItems: lines, financialTransfer: transfer(shop, "40.10", shop.order("#4471").transactions[0]?.id) }),
  ).toBe("NOT_FOUND");
  expect(await refused({ returnLineItems: lines, refundShipping: { shippingRefundAmount: { amount: "1.00", currencyCode: "EUR" } } })).toBe(
    "LESS_THAN_OR_EQUAL_TO",
  );
  expect(await refused({ returnId: "gid://shopify/Return/1", returnLineItems: lines })).toBe("NOT_FOUND");
  expect(await refused({ returnId: shop.order("#1006").returns[0]?.id, returnLineItems: [] })).toBe("INVALID_STATE");
  expect(shop.order("#1004").refunds).toEqual([]);
  expect(shop.history.of("shopify", "returnProcess")).toEqual([]);
});
