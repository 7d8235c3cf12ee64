import { createHash } from "node:crypto";
import type { Money } from "#app/channels/message.ts";
import type { CancelFacts, CancelMoney, PaymentFacts } from "#app/domain/orders/facts.ts";
import { addDecimals, inCurrency, negateDecimal } from "./decimal.ts";
import type { OrderMoneyNode } from "./responses.ts";

type Transaction = OrderMoneyNode["transactions"][number];

/** As many as are read; an order with more is for a person. */
export const mostTransactions = 30;

/** What code knows of an order that is to be cancelled, from Shopify's answer. */
export function toCancelFacts(orderId: string, node: OrderMoneyNode): CancelFacts {
  return {
    processedAt: node.processedAt,
    total: node.totalPriceSet.presentmentMoney,
    cancelledAt: node.cancelledAt,
    fulfillmentStatus: node.displayFulfillmentStatus,
    returnStatus: node.returnStatus,
    cancelNote: node.cancellation?.staffNote,
    money: toCancelMoney(orderId, node),
  };
}

/**
 * What cancelling pays back, worked out payment by payment, and held against what Shopify says the shop still has of it: where
 * the two differ, something is under way that we do not see, and nobody is told a sum.
 */
function toCancelMoney(orderId: string, node: OrderMoneyNode): CancelMoney | { error: string } {
  const { currencyCode, amount: net } = node.netPaymentSet.presentmentMoney;
  const done = node.transactions.filter((one) => one.status === "SUCCESS");
  if (node.transactions.length >= mostTransactions) return { error: "The order has more payments than are read." };
  if (done.some((one) => one.amountSet.presentmentMoney.currencyCode !== currencyCode)) {
    return { error: "The order was paid in several currencies." };
  }
  const money = (amounts: string[]): Money => ({ amount: inCurrency(addDecimals(...amounts), currencyCode), currencyCode });
  const leftOf = (held: Transaction) =>
    money([amountOf(held), ...childrenOf(done, held, "CAPTURE").map((one) => negateDecimal(amountOf(one)))]);
  const payments = paymentsLeft(done, currencyCode);
  const total = money(payments.map((one) => one.left.amount));
  if (payments.some((one) => one.left.amount.startsWith("-")) || total.amount !== inCurrency(net, currencyCode)) {
    return { error: "The payments of the order do not add up to what Shopify says the shop has." };
  }
  const open = done.filter((one) => one.kind === "AUTHORIZATION" && childrenOf(done, one, "VOID").length === 0);
  const reserved = money(open.map((one) => leftOf(one).amount));
  return { payments, total, reserved, hash: hashOf(orderId, { payments, total, reserved }) };
}

/** Of each payment that was made, what was not paid back; those of which nothing is left are none. */
export function paymentsLeft(done: Transaction[], currencyCode: string): PaymentFacts[] {
  return done
    .filter((one) => one.kind === "SALE" || one.kind === "CAPTURE")
    .map((one) => {
      const gone = childrenOf(done, one, "REFUND").map((child) => negateDecimal(amountOf(child)));
      const amount = inCurrency(addDecimals(amountOf(one), ...gone), currencyCode);
      return { id: one.id, name: one.formattedGateway ?? "", left: { amount, currencyCode } };
    })
    .filter((one) => /[1-9]/.test(one.left.amount));
}

/** The same payments at the same money give the same hash, in whatever order Shopify listed them. */
function hashOf(orderId: string, { payments, total, reserved }: Omit<CancelMoney, "hash">): string {
  const lines = payments.map((one) => [one.id, one.left.amount]).sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  const canonical = JSON.stringify([orderId, lines, total.amount, reserved.amount, total.currencyCode]);
  return createHash("sha256").update(canonical).digest("hex");
}

function childrenOf(all: Transaction[], parent: Transaction, kind: string): Transaction[] {
  return all.filter((one) => one.kind === kind && one.parentTransaction?.id === parent.id);
}

function amountOf(transaction: Transaction): string {
  return transaction.amountSet.presentmentMoney.amount;
}
