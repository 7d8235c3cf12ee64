import { refundedUnits } from "./derive.ts";
import type { LineRecord, OrderRecord, RefundRecord, ReturnLineRecord, ReturnRecord, TransactionRecord } from "./model.ts";
import { type Cents, percentOf, scale, sum, unitShare } from "./money.ts";

/** The money of an order, worked out from its lines, its transactions and the rules below; nothing of it is stored. */

export function taxOf(order: OrderRecord, amount: Cents): Cents {
  return order.taxesIncluded ? scale(amount, order.taxPercent, 100 + order.taxPercent) : scale(amount, order.taxPercent, 100);
}

export const lineOriginal = (line: LineRecord): Cents => line.unitPrice * line.quantity;
export const lineBeforeOrderDiscounts = (line: LineRecord): Cents => lineOriginal(line) - line.lineDiscount;
export const lineTotal = (line: LineRecord): Cents => lineBeforeOrderDiscounts(line) - line.orderDiscount;

export type UnitMoney = {
  beforeOrderDiscounts: Cents;
  /** After all discounts; with the tax in it when the order's prices include taxes. */
  subtotal: Cents;
  tax: Cents;
  /** What the shopper paid. */
  paid: Cents;
};

/** What these units cost. Each unit carries a fixed share of its line, so all units together give the line's total. */
export function moneyOfUnits(order: OrderRecord, line: LineRecord, units: readonly number[]): UnitMoney {
  const share = (total: Cents): Cents => sum(units.map((unit) => unitShare(total, line.quantity, unit)));
  const subtotal = share(lineTotal(line));
  const tax = share(taxOf(order, lineTotal(line)));
  return { beforeOrderDiscounts: share(lineBeforeOrderDiscounts(line)), subtotal, tax, paid: subtotal + (order.taxesIncluded ? 0 : tax) };
}

export const subtotalOf = (order: OrderRecord): Cents => sum(order.lines.map(lineTotal));

export const totalTaxOf = (order: OrderRecord): Cents =>
  sum(order.lines.map((line) => taxOf(order, lineTotal(line)))) + taxOf(order, order.shippingPrice);

export const totalOf = (order: OrderRecord): Cents =>
  subtotalOf(order) + order.shippingPrice + (order.taxesIncluded ? 0 : totalTaxOf(order));

export const shippingRefunded = (order: OrderRecord): Cents => sum(order.refunds.map((refund) => refund.shipping));

/** The total after what was taken off the order or refunded. A cancelled order is worth nothing. */
export function currentTotalOf(order: OrderRecord): Cents {
  if (order.cancelled) return 0;
  const gone = order.lines.map((line) => moneyOfUnits(order, line, [...new Set([...line.removed, ...refundedUnits(order, line.id)])]).paid);
  return totalOf(order) - sum(gone) - shippingRefunded(order) + feesOf(order);
}

/** What returns have cost the shopper: fees are booked with the units that came back. */
function feesOf(order: OrderRecord): Cents {
  return sum(
    order.returns.map((record) => {
      const restocking = record.lines.map((line) => {
        const own = order.lines.find((one) => one.id === line.lineItemId);
        const units = line.processed.map(({ unit }) => unit);
        return own ? restockingFee(moneyOfUnits(order, own, units).subtotal, line.restockingFee?.percentage) : 0;
      });
      return sum(restocking) + (record.shippingFee?.charged ? record.shippingFee.amount : 0);
    }),
  );
}

const ofKind = (order: OrderRecord, kind: TransactionRecord["kind"]) => order.transactions.filter((one) => one.kind === kind);

export const receivedOf = (order: OrderRecord): Cents => sum(ofKind(order, "SALE").map((one) => one.amount));
export const refundedOf = (order: OrderRecord): Cents => sum(ofKind(order, "REFUND").map((one) => one.amount));
export const netPaymentOf = (order: OrderRecord): Cents => receivedOf(order) - refundedOf(order);
export const outstandingOf = (order: OrderRecord): Cents => Math.max(0, currentTotalOf(order) - netPaymentOf(order));

/** What can still go back through one payment. */
export function maximumRefundable(order: OrderRecord, payment: TransactionRecord): Cents {
  return payment.amount - sum(ofKind(order, "REFUND").flatMap((one) => (one.parentId === payment.id ? [one.amount] : [])));
}

export const payments = (order: OrderRecord): TransactionRecord[] => ofKind(order, "SALE");

export function refundTotal(order: OrderRecord, refund: RefundRecord): Cents {
  return sum(order.transactions.flatMap((one) => (refund.transactionIds.includes(one.id) ? [one.amount] : [])));
}

export function financialStatus(order: OrderRecord): string {
  const received = receivedOf(order);
  if (received === 0) {
    if (ofKind(order, "VOID").length > 0) return "VOIDED";
    return ofKind(order, "AUTHORIZATION").length > 0 ? "AUTHORIZED" : "PENDING";
  }
  const refunded = refundedOf(order);
  if (refunded >= received) return "REFUNDED";
  if (refunded > 0) return "PARTIALLY_REFUNDED";
  return received < totalOf(order) ? "PARTIALLY_PAID" : "PAID";
}

export function restockingFee(subtotal: Cents, percentage: number | undefined): Cents {
  return percentage === undefined ? 0 : percentOf(subtotal, percentage);
}

/** What Shopify would pay back for these units of a return, fees taken off, never more than was paid. */
export function suggestedRefund(
  order: OrderRecord,
  record: ReturnRecord,
  lines: { line: ReturnLineRecord; units: readonly number[] }[],
  shipping: Cents,
  exchange: Cents = 0,
): { subtotal: Cents; tax: Cents; amount: Cents; owed: Cents; maximum: Cents } {
  const money = lines.map(({ line, units }) => {
    const orderLine = order.lines.find((one) => one.id === line.lineItemId);
    const refunded = refundedUnits(order, line.lineItemId);
    const open = units.filter((unit) => !refunded.has(unit));
    const parts = orderLine ? moneyOfUnits(order, orderLine, open) : { subtotal: 0, tax: 0, paid: 0 };
    return { ...parts, fee: restockingFee(parts.subtotal, line.restockingFee?.percentage) };
  });
  const shippingFee = record.shippingFee && !record.shippingFee.charged && lines.length > 0 ? record.shippingFee.amount : 0;
  const maximum = netPaymentOf(order);
  const amount = sum(money.map((one) => one.paid - one.fee)) - shippingFee + shipping - exchange;
  return {
    subtotal: sum(money.map((one) => one.subtotal)),
    tax: sum(money.map((one) => one.tax)),
    amount: Math.max(0, Math.min(amount, maximum)),
    owed: Math.max(0, -amount),
    maximum,
  };
}
