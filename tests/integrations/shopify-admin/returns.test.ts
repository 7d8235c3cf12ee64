import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReturnEffectInput } from "#app/flows/engine.ts";
import { addDecimals, inCurrency, negateDecimal } from "#app/integrations/shopify-admin/decimal.ts";
import { effectReference } from "#app/integrations/shopify-admin/own-return.ts";
import { calculateQuote, createReturn, getReturnable, readReturns, requestReturn } from "#app/integrations/shopify-admin/returns.server.ts";
import { clientWith, eur, fakeAdmin, fakeFetch, page, type Sent } from "./fake-admin.ts";

const orderId = "gid://shopify/Order/1";
const line = (number: number) => `gid://shopify/FulfillmentLineItem/${number}`;
const reason = (number: number, changes = {}) => ({
  id: `gid://shopify/ReturnReasonDefinition/${number}`,
  handle: `reason-${number}`,
  name: "Too small",
  deleted: false,
  ...changes,
});

const returnableLine = (number: number, changes: Record<string, unknown> = {}) => ({
  quantity: 1,
  fulfillmentLineItem: {
    id: line(number),
    lineItem: {
      id: `gid://shopify/LineItem/${number}`,
      title: "Linen shirt",
      variantTitle: null,
      image: null,
      discountedUnitPriceAfterAllDiscountsSet: eur("20.0"),
      originalUnitPriceSet: eur("25.0"),
      variant: { id: "gid://shopify/ProductVariant/1" },
      product: { id: "gid://shopify/Product/1", tags: ["sale"], productType: "Shirts", collections: { nodes: [{ handle: "linen" }] } },
      suggestedReturnReasonDefinitions: { nodes: [reason(1), reason(2, { deleted: true })] },
      ...changes,
    },
  },
});
const parcel = (lines: unknown) => ({
  fulfillment: { createdAt: "2026-11-02T09:00:00Z", deliveredAt: null },
  returnableFulfillmentLineItems: lines,
});

test("lists what Shopify says is returnable, over all parcels and pages of lines, without deleted reasons", async () => {
  const { client, sent } = fakeAdmin({
    returnable: ({ after, afterLine }) => {
      if (after) return { returnableFulfillments: page([parcel(page([returnableLine(3)]))]) };
      const lines = afterLine ? page([returnableLine(2)]) : page([returnableLine(1)], "line-1");
      return { returnableFulfillments: page([parcel(lines)], "parcel-1") };
    },
  });
  const items = await getReturnable(client, orderId);
  expect(items.map((item) => item.fulfillmentLineItemId)).toEqual([line(1), line(2), line(3)]);
  expect(items[0]).toMatchObject({
    title: "Linen shirt",
    unitPrice: { amount: "20.0", currencyCode: "EUR" },
    fulfilledAt: new Date("2026-11-02T09:00:00Z"),
    deliveredAt: undefined,
    productTags: ["sale"],
    productType: "Shirts",
    reasons: [{ id: "gid://shopify/ReturnReasonDefinition/1", handle: "reason-1", name: "Too small" }],
  });
  expect(sent.map((one) => [one.body.variables.after, one.body.variables.afterLine])).toEqual([
    [undefined, undefined],
    [undefined, "line-1"],
    ["parcel-1", undefined],
  ]);
});

test("a line whose product suggests no reasons gets Shopify's library, asked for once", async () => {
  const bare = (number: number) => returnableLine(number, { product: null, suggestedReturnReasonDefinitions: null });
  const { client, sent } = fakeAdmin({
    returnable: () => ({ returnableFulfillments: page([parcel(page([bare(1), bare(2)]))]) }),
    returnReasonDefinitions: () => ({ returnReasonDefinitions: { nodes: [reason(8), reason(9, { deleted: true })] } }),
  });
  const items = await getReturnable(client, orderId);
  expect(items.map((item) => item.reasons.map((one) => one.handle))).toEqual([["reason-8"], ["reason-8"]]);
  expect(items[0]).toMatchObject({ productTags: [], productType: "" });
  expect(sent).toHaveLength(2);
});

test("nothing returnable is an empty list", async () => {
  const { client } = fakeAdmin({ returnable: () => ({ returnableFulfillments: page([]) }) });
  expect(await getReturnable(client, orderId)).toEqual([]);
});

const calculated = (lines: { number: number; quantity?: number; subtotal: string; tax: string; fee?: string }[], shipping?: string) => ({
  returnLineItems: lines.map((one) => ({
    quantity: one.quantity ?? 1,
    fulfillmentLineItem: { id: line(one.number) },
    subtotalSet: eur(one.subtotal),
    totalTaxSet: eur(one.tax),
    restockingFee: one.fee ? { amountSet: eur(one.fee) } : null,
  })),
  returnShippingFee: shipping ? { amountSet: eur(shipping) } : null,
  exchangeLineItems: [],
});
const quoteOf = (returnCalculate: unknown, taxesIncluded = false) =>
  fakeAdmin({ quote: () => ({ order: { taxesIncluded }, returnCalculate }) });
const request = {
  orderId,
  items: [
    { fulfillmentLineItemId: line(1), quantity: 1, restockingFeePercentage: 10 },
    { fulfillmentLineItemId: line(2), quantity: 2 },
  ],
  returnShippingFee: { amount: "4.90", currencyCode: "EUR" },
};
const twoLines = [
  { number: 1, subtotal: "0.1", tax: "0.02", fee: "0.01" },
  { number: 2, quantity: 2, subtotal: "20.2", tax: "3.84" },
];

test("a quote is exact to the cent: subtotals and taxes less fees", async () => {
  const { client, sent } = quoteOf(calculated(twoLines, "4.9"));
  expect(await calculateQuote(client, request)).toMatchObject({
    items: [
      {
        fulfillmentLineItemId: line(1),
        subtotal: { amount: "0.10", currencyCode: "EUR" },
        restockingFee: { amount: "0.01", currencyCode: "EUR" },
      },
      { fulfillmentLineItemId: line(2), quantity: 2, tax: { amount: "3.84", currencyCode: "EUR" }, restockingFee: undefined },
    ],
    returnShippingFee: { amount: "4.90", currencyCode: "EUR" },
    total: { amount: "19.25", currencyCode: "EUR" },
  });
  expect(sent[0]?.body.variables.input).toEqual({
    orderId,
    returnLineItems: [
      { fulfillmentLineItemId: line(1), quantity: 1, restockingFee: { percentage: 10 } },
      { fulfillmentLineItemId: line(2), quantity: 2 },
    ],
    returnShippingFee: { amount: { amount: "4.90", currencyCode: "EUR" } },
  });
});

test("where prices include tax, the tax is not paid back twice", async () => {
  const { client } = quoteOf(calculated(twoLines, "4.9"), true);
  expect(await calculateQuote(client, request)).toMatchObject({ total: { amount: "15.39", currencyCode: "EUR" } });
});

test("the hash is stable over Shopify's order of lines and spelling of amounts, and changes with every amount", async () => {
  const hashOf = async (node: unknown, id = orderId) => {
    const quote = await calculateQuote(quoteOf(node).client, { ...request, orderId: id });
    if ("error" in quote) throw new Error(quote.error);
    return quote.hash;
  };
  const base = await hashOf(calculated(twoLines, "4.9"));
  expect(base).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOf(calculated([...twoLines].reverse(), "4.90"))).toBe(base);
  const [first, second] = twoLines;
  if (!first || !second) throw new Error("Two lines were expected.");
  const others = [
    calculated([{ ...first, subtotal: "0.11" }, second], "4.9"),
    calculated([{ ...first, tax: "0.03" }, second], "4.9"),
    calculated([{ ...first, fee: "0.02" }, second], "4.9"),
    calculated(twoLines, "4.91"),
    calculated(twoLines),
  ];
  const hashes = await Promise.all([...others.map((node) => hashOf(node)), hashOf(calculated(twoLines, "4.9"), "gid://shopify/Order/2")]);
  expect(new Set([base, ...hashes]).size).toBe(7);
});

test("fees above the value of the goods come out negative, not hidden", async () => {
  const { client } = quoteOf(calculated(twoLines, "40"));
  expect(await calculateQuote(client, request)).toMatchObject({ total: { amount: "-15.85", currencyCode: "EUR" } });
});

test.each([
  ["nothing", null],
  ["a line less", calculated(twoLines.slice(0, 1))],
  ["another quantity", calculated(twoLines.map((one) => ({ ...one, quantity: 1 })))],
])("when Shopify calculates %s, there is an error instead of a quote", async (_name, node) => {
  expect(await calculateQuote(quoteOf(node).client, request)).toHaveProperty("error");
});

test("when Shopify refuses to calculate, its reason is the error; an outage is thrown", async () => {
  const refusal = () =>
    Response.json({ data: { order: null, returnCalculate: null }, errors: [{ message: "Too many", path: ["returnCalculate"] }] });
  expect(await calculateQuote(clientWith(fakeFetch(refusal)), request)).toEqual({ error: "Too many" });
  await expect(calculateQuote(clientWith(fakeFetch(new Response("", { status: 500 }))), request)).rejects.toMatchObject({ status: 500 });
});

test("decimals add up exactly where floats do not", () => {
  expect(addDecimals("0.1", "0.2")).toBe("0.3");
  expect(addDecimals("9007199254740993.01", "-0.02")).toBe("9007199254740992.99");
  expect(inCurrency("500.0", "JPY")).toBe("500");
  expect(inCurrency("5", "EUR")).toBe("5.00");
  expect(inCurrency("16.666", "EUR")).toBe("16.666");
  expect(() => addDecimals("1e3")).toThrow(RangeError);
  const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const written = (value: bigint) => {
    const digits = String(value < 0n ? -value : value).padStart(3, "0");
    return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), (amounts) => {
      const sum = amounts.reduce((left, right) => left + right, 0n);
      expect(addDecimals(...amounts.map(written))).toBe(written(sum));
      expect(addDecimals(written(sum), negateDecimal(written(sum)))).toBe("0.00");
    }),
  );
});

const effect: ReturnEffectInput = {
  orderId,
  orderName: "#1001",
  items: [
    {
      fulfillmentLineItemId: line(1),
      quantity: 1,
      reasonDefinitionId: reason(1).id,
      note: `Too small ${"x".repeat(400)}`,
      restockingFeePercentage: 10,
    },
    { fulfillmentLineItemId: line(2), quantity: 2, reasonDefinitionId: reason(2).id },
  ],
  returnShippingFee: { amount: "4.90", currencyCode: "EUR" },
  quoteHash: "h",
};
const made = { id: "gid://shopify/Return/5", name: "#1001-R1", status: "REQUESTED" };

type SentReturn = { returnLineItems: { customerNote?: string; returnReasonNote?: string }[] };
const sentInput = (sent: Sent[]) => sent[0]?.body.variables.input as SentReturn;

test("a return request carries lines, reasons, fees and our mark in the first note, within 300 characters", async () => {
  const { client, sent } = fakeAdmin({ returnRequest: () => ({ returnRequest: { return: made, userErrors: [] } }) });
  expect(await requestReturn(client, effect, "effect-a")).toEqual({ ok: true, return: made });
  const input = sentInput(sent);
  expect(input).toMatchObject({
    orderId,
    returnLineItems: [
      { fulfillmentLineItemId: line(1), quantity: 1, returnReasonDefinitionId: reason(1).id, restockingFee: { percentage: 10 } },
      { fulfillmentLineItemId: line(2), quantity: 2, returnReasonDefinitionId: reason(2).id },
    ],
    returnShippingFee: { amount: { amount: "4.90", currencyCode: "EUR" } },
  });
  const [first, second] = input.returnLineItems;
  expect(first?.customerNote?.length).toBeLessThanOrEqual(300);
  expect(first?.customerNote).toMatch(/^Too small x+ \[ref [0-9a-f]{8}\]$/);
  expect(second).not.toHaveProperty("customerNote");
});

test("a return opened at once carries our mark in the reason's note, within 255 characters", async () => {
  const { client, sent } = fakeAdmin({ returnCreate: () => ({ returnCreate: { return: made, userErrors: [] } }) });
  await createReturn(client, effect, "effect-a");
  const input = sentInput(sent);
  const note = input.returnLineItems[0]?.returnReasonNote ?? "";
  expect(note.length).toBeLessThanOrEqual(255);
  expect(note.endsWith(effectReference("effect-a"))).toBe(true);
});

test("Shopify's objections come back as values", async () => {
  const userErrors = [{ field: ["input"], message: "Quantity is too high", code: "GREATER_THAN" }];
  const { client } = fakeAdmin({ returnRequest: () => ({ returnRequest: { return: null, userErrors } }) });
  expect(await requestReturn(client, effect, "effect-a")).toEqual({ ok: false, userErrors });
});

test("an answer with neither return nor objection may have happened", async () => {
  const { client } = fakeAdmin({ returnRequest: () => ({ returnRequest: { return: null, userErrors: [] } }) });
  await expect(requestReturn(client, effect, "effect-a")).rejects.toMatchObject({ outcome: "unknown" });
});

test("more lines than one read-back can compare are refused before anything is sent", async () => {
  const { client, sent } = fakeAdmin({});
  const items = Array.from({ length: 51 }, (_, index) => ({ fulfillmentLineItemId: line(index), quantity: 1, reasonDefinitionId: "r" }));
  expect(await requestReturn(client, { ...effect, items }, "effect-a")).toMatchObject({ ok: false, userErrors: [{ code: "TOO_BIG" }] });
  expect(sent).toHaveLength(0);
});

test("the read-back sees every page of an order's returns", async () => {
  const node = (number: number) => ({
    id: `gid://shopify/Return/${number}`,
    name: `#1001-R${number}`,
    status: "OPEN",
    createdAt: `2026-11-1${number}T10:00:00Z`,
    decline: null,
    returnLineItems: page([]),
  });
  const { client } = fakeAdmin({
    returnsOfOrder: ({ after }) => ({ order: { returns: after ? page([node(2)]) : page([node(1)], "next") } }),
  });
  expect((await readReturns(client, orderId)).map((one) => one.name)).toEqual(["#1001-R2", "#1001-R1"]);
});
