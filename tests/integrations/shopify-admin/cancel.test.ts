import { expect, test } from "vitest";
import { toCancelFacts } from "#app/integrations/shopify-admin/cancel-quote.ts";
import type { OrderMoneyNode } from "#app/integrations/shopify-admin/responses.ts";

const bag = (amount: string, currencyCode = "EUR") => ({ presentmentMoney: { amount, currencyCode } });
const paid = (id: string, amount: string, changes: Partial<OrderMoneyNode["transactions"][number]> = {}) => ({
  id,
  kind: "SALE",
  status: "SUCCESS",
  formattedGateway: "Shopify Payments",
  amountSet: bag(amount),
  parentTransaction: null,
  ...changes,
});
const back = (id: string, of: string, amount: string, status = "SUCCESS") =>
  paid(id, amount, { kind: "REFUND", status, parentTransaction: { id: of } });
const moneyOf = (net: string, transactions: OrderMoneyNode["transactions"]) =>
  toCancelFacts("gid://shopify/Order/1", {
    processedAt: new Date(),
    totalPriceSet: bag(net),
    cancelledAt: undefined,
    displayFulfillmentStatus: "UNFULFILLED",
    returnStatus: "NO_RETURN",
    netPaymentSet: bag(net),
    transactions,
  }).money;

test("each payment gets back what is left of it, to the cent", () => {
  const money = moneyOf("70.0", [
    paid("1", "50.0"),
    paid("2", "39.99", { formattedGateway: "Gift Card" }),
    back("3", "1", "19.99"),
    back("4", "1", "5.00", "FAILURE"),
  ]);
  expect(money).toMatchObject({
    payments: [
      { id: "1", name: "Shopify Payments", left: { amount: "30.01" } },
      { id: "2", name: "Gift Card", left: { amount: "39.99" } },
    ],
    total: { amount: "70.00", currencyCode: "EUR" },
    reserved: { amount: "0.00" },
  });
});

test("a reservation that was captured is a payment; what was not captured is only let go", () => {
  const hold = paid("1", "80.00", { kind: "AUTHORIZATION" });
  const capture = paid("2", "30.00", { kind: "CAPTURE", parentTransaction: { id: "1" } });
  expect(moneyOf("30.00", [hold, capture])).toMatchObject({ total: { amount: "30.00" }, reserved: { amount: "50.00" } });
  const voided = paid("3", "80.00", { kind: "VOID", parentTransaction: { id: "1" } });
  expect(moneyOf("0.00", [hold, voided])).toMatchObject({ payments: [], total: { amount: "0.00" }, reserved: { amount: "0.00" } });
});

test("money that does not add up, of several currencies, or too many payments gives no sum", () => {
  expect(moneyOf("50.00", [paid("1", "50.00"), back("2", "1", "20.00")])).toHaveProperty("error");
  expect(moneyOf("50.00", [paid("1", "50.00"), paid("2", "1.00", { amountSet: bag("1.00", "USD") })])).toHaveProperty("error");
  expect(
    moneyOf(
      "30.00",
      Array.from({ length: 30 }, (_, index) => paid(String(index), "1.00")),
    ),
  ).toHaveProperty("error");
  expect(moneyOf("-10.00", [paid("1", "10.00"), back("2", "1", "20.00")])).toHaveProperty("error");
});

test("the hash is the same in any order of payments and another at any other cent", () => {
  const hash = (net: string, transactions: OrderMoneyNode["transactions"]) => {
    const money = moneyOf(net, transactions);
    return "hash" in money ? money.hash : "";
  };
  const [one, other] = [paid("1", "10.00"), paid("2", "5.00")];
  expect(hash("15.00", [one, other])).toBe(hash("15.00", [other, one]));
  expect(hash("15.01", [one, paid("2", "5.01")])).not.toBe(hash("15.00", [one, other]));
  expect(hash("15.00", [one, other, paid("3", "5.00", { kind: "AUTHORIZATION" })])).not.toBe(hash("15.00", [one, other]));
});
