import { expect, test } from "vitest";
import { openShop, type Problems, type Shop } from "./pretend-shop.ts";

const mutation = `mutation($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
  refund { id totalRefundedSet { presentmentMoney { amount } } } order { displayFinancialStatus } userErrors { field message } } }`;

const payment = (shop: Shop, order: string, amount: string, rest: Record<string, unknown> = {}) => ({
  amount,
  gateway: "shopify_payments",
  kind: "REFUND",
  orderId: shop.order(order).id,
  parentId: shop.order(order).transactions[0]?.id,
  ...rest,
});

type Reply = { refund: { id: string } | null; order: { displayFinancialStatus: string } | null; userErrors: Problems };
const refund = (shop: Shop, key: string, input: Record<string, unknown>) => shop.get<Reply>("refundCreate", mutation, { input, key });

test("a refund happens once per key", async () => {
  const shop = openShop();
  const input = { orderId: shop.order("#1004").id, note: "Goodwill", transactions: [payment(shop, "#1004", "5.00")] };
  const first = await refund(shop, "effect-1", input);
  expect(first).toMatchObject({
    refund: { totalRefundedSet: { presentmentMoney: { amount: "5.00" } } },
    order: { displayFinancialStatus: "PARTIALLY_REFUNDED" },
    userErrors: [],
  });
  expect((await refund(shop, "effect-1", input)).refund?.id).toBe(first.refund?.id);
  expect(shop.order("#1004").refunds).toHaveLength(1);
  expect(shop.history.of("shopify", "refundCreate")).toMatchObject([{ detail: { idempotencyKey: "effect-1", orderName: "#1004" } }]);
});

test("a key used for something else, after a failure, or while the first request runs is refused", async () => {
  const shop = openShop();
  const input = { orderId: shop.order("#1004").id, transactions: [payment(shop, "#1004", "5.00")] };
  const codeOf = async (key: string, changed: Record<string, unknown>) =>
    (await shop.ask(mutation, { key, input: changed })).errors?.[0]?.extensions?.code;
  await refund(shop, "one", input);
  expect(await codeOf("one", { ...input, note: "Other" })).toBe("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
  await refund(shop, "two", { orderId: "gid://shopify/Order/1" });
  expect(await codeOf("two", { orderId: "gid://shopify/Order/1" })).toBe("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
  shop.double.admin.refundMilliseconds = 40;
  const [slow, meanwhile] = await Promise.all([refund(shop, "three", input), codeOf("three", input)]);
  expect(slow.userErrors).toEqual([]);
  expect(meanwhile).toBe("IDEMPOTENCY_CONCURRENT_REQUEST");
  expect(shop.order("#1004").refunds).toHaveLength(2);
});

test("without the directive nothing is refunded; after a day a key is forgotten", async () => {
  const shop = openShop();
  const input = { orderId: shop.order("#1004").id, transactions: [payment(shop, "#1004", "5.00")] };
  const bare = await shop.ask(`mutation($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { message } } }`, {
    input,
  });
  expect(bare.errors?.[0]?.message).toContain("@idempotent");
  expect(shop.order("#1004").refunds).toEqual([]);
  await refund(shop, "key", input);
  shop.clock.offset += 25 * 3_600_000;
  shop.renewToken();
  await refund(shop, "key", input);
  expect(shop.order("#1004").refunds).toHaveLength(2);
});

test("refunded items are no longer returnable, and without a transaction no money moves", async () => {
  const shop = openShop();
  const lineItemId = shop.order("#1004").lines.find((line) => line.sku.startsWith("CUSHION"))?.id;
  await refund(shop, "items", { orderId: shop.order("#1004").id, refundLineItems: [{ lineItemId, quantity: 2, restockType: "RETURN" }] });
  const order = await shop.get<{ displayFinancialStatus: string; currentTotalPriceSet: unknown; lineItems: { nodes: unknown[] } }>(
    "order",
    `query($id: ID!) { order(id: $id) { displayFinancialStatus currentTotalPriceSet { shopMoney { amount } } lineItems(first: 5) { nodes { currentQuantity refundableQuantity } } } }`,
    { id: shop.order("#1004").id },
  );
  expect(order).toMatchObject({ displayFinancialStatus: "PAID", currentTotalPriceSet: { shopMoney: { amount: "188.00" } } });
  expect(order.lineItems.nodes[1]).toEqual({ currentQuantity: 0, refundableQuantity: 0 });
  const again = await refund(shop, "again", { orderId: shop.order("#1004").id, refundLineItems: [{ lineItemId, quantity: 1 }] });
  expect(again.userErrors).toMatchObject([{ field: ["input", "refundLineItems", "0", "quantity"] }]);
});

test("refundCreate refuses wrong input", async () => {
  const shop = openShop();
  const orderId = shop.order("#1004").id;
  let key = 0;
  const fieldOf = async (input: Record<string, unknown>) => {
    key += 1;
    return (await refund(shop, `wrong-${key}`, { orderId, ...input })).userErrors[0]?.field?.join(".");
  };
  expect(await fieldOf({})).toBe("input");
  expect(await fieldOf({ orderId: "gid://shopify/Order/1" })).toBe("input.orderId");
  expect(await fieldOf({ transactions: [payment(shop, "#1004", "237.01")] })).toBe("input.transactions.0.amount");
  expect(await fieldOf({ transactions: [payment(shop, "#1004", "200.00"), payment(shop, "#1004", "38.00")] })).toBe(
    "input.transactions.1.amount",
  );
  expect(await fieldOf({ transactions: [payment(shop, "#1004", "-1.00")] })).toBe("input.transactions.0.amount");
  expect(await fieldOf({ transactions: [payment(shop, "#4471", "1.00")] })).toBe("input.transactions.0.orderId");
  expect(await fieldOf({ transactions: [payment(shop, "#1004", "1.00", { kind: "SALE" })] })).toBe("input.transactions.0.kind");
  expect(await fieldOf({ transactions: [payment(shop, "#1004", "1.00", { parentId: null })] })).toBe("input.transactions.0.parentId");
  expect(await fieldOf({ refundLineItems: [{ lineItemId: shop.order("#4471").lines[0]?.id, quantity: 1 }] })).toBe(
    "input.refundLineItems.0.lineItemId",
  );
  expect(await fieldOf({ shipping: { amount: "0.01" } })).toBe("input.shipping");
  expect(await fieldOf({ currency: "USD", transactions: [payment(shop, "#1004", "1.00")] })).toBe("input.currency");
  expect(shop.order("#1004").refunds).toEqual([]);
  expect(shop.history.entries).toEqual([]);
});
