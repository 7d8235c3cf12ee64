import { currencyOf, formatIn, parseIn } from "./currency.ts";
import { refundableUnits, refundedUnits, unfulfilledUnits } from "./derive.ts";
import type { OrderRecord, RefundRecord, TransactionRecord } from "./model.ts";
import { type Cents, sum } from "./money.ts";
import { type Problem, problem } from "./problems.ts";
import type { ShopifyStore } from "./store.ts";
import { maximumRefundable, netPaymentOf, payments, shippingRefunded } from "./totals.ts";

export type PaymentPart = { payment: TransactionRecord; amount: Cents };
export type CreditPart = { amount: Cents; expiresAt?: Date };
type RefundLine = { lineItemId: string; units: number[]; restockType: string };

/** Money goes back only through a payment of the same order, and never more than that payment still holds. */
export function checkPayments(
  store: ShopifyStore,
  order: OrderRecord,
  wanted: { parentId?: string | null; amount: string; currencyCode?: string }[],
  path: string[],
  code: string | undefined,
  problems: Problem[],
): PaymentPart[] {
  const parts: PaymentPart[] = [];
  for (const [index, one] of wanted.entries()) {
    const at = [...path, String(index)];
    const payment = payments(order).find((candidate) => candidate.id === one.parentId);
    const amount = parseIn(store, order, one.amount);
    if (!payment) problems.push(problem([...at, "parentId"], "Parent transaction not found on this order", code && "NOT_FOUND"));
    else if (amount === undefined || amount <= 0) problems.push(problem([...at, "amount"], "Amount must be greater than 0", code));
    else if (one.currencyCode !== undefined && one.currencyCode !== currencyOf(store, order)) {
      problems.push(problem([...at, "currencyCode"], `Currency must be ${currencyOf(store, order)}`, code));
    } else {
      const earlier = sum(parts.flatMap((part) => (part.payment === payment ? [part.amount] : [])));
      const left = maximumRefundable(order, payment) - earlier;
      if (amount > left)
        problems.push(problem([...at, "amount"], `Refund amount exceeds the available ${formatIn(store, order, left)}`, code));
      else parts.push({ payment, amount });
    }
  }
  return parts;
}

/** Writes a refund that has been checked. */
export function bookRefund(
  store: ShopifyStore,
  order: OrderRecord,
  refund: { lines: RefundLine[]; shipping: Cents; note?: string; returnId?: string; parts: PaymentPart[]; credit?: CreditPart[] },
): RefundRecord {
  const toAccount = (refund.credit ?? []).map(({ amount }) => ({
    id: store.nextId("OrderTransaction"),
    kind: "REFUND" as const,
    amount,
    gateway: "shopify_store_credit",
    createdAt: store.now(),
  }));
  const toPayments = refund.parts.map(({ payment, amount }) => ({
    id: store.nextId("OrderTransaction"),
    kind: "REFUND" as const,
    amount,
    gateway: payment.gateway,
    parentId: payment.id,
    createdAt: store.now(),
  }));
  const transactions = [...toPayments, ...toAccount];
  const lines = refund.lines.map((line) => {
    const already = refundedUnits(order, line.lineItemId);
    return { ...line, id: store.nextId("RefundLineItem"), units: line.units.filter((unit) => !already.has(unit)) };
  });
  const record: RefundRecord = {
    id: store.nextId("Refund"),
    createdAt: store.now(),
    note: refund.note,
    returnId: refund.returnId,
    lines: lines.filter((line) => line.units.length > 0),
    shipping: refund.shipping,
    transactionIds: transactions.map((one) => one.id),
  };
  order.transactions.push(...transactions);
  order.refunds.push(record);
  store.touch(order);
  store.emit({ topic: "refunds/create", order, refund: record });
  return record;
}

export type RefundInput = {
  orderId: string;
  note?: string | null;
  allowOverRefunding?: boolean | null;
  currency?: string | null;
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: { amount: string; gateway: string; kind: string; orderId: string; parentId?: string | null }[] | null;
};

function pickLines(order: OrderRecord, input: RefundInput, problems: Problem[]): RefundLine[] {
  const picked: RefundLine[] = [];
  for (const [index, wanted] of (input.refundLineItems ?? []).entries()) {
    const at = ["input", "refundLineItems", String(index)];
    const line = order.lines.find((one) => one.id === wanted.lineItemId);
    if (!line) {
      problems.push(problem([...at, "lineItemId"], "Line item not found on this order"));
      continue;
    }
    const earlier = picked.filter((one) => one.lineItemId === line.id).flatMap((one) => one.units);
    const candidates = refundableUnits(order, line).filter((unit) => !earlier.includes(unit));
    const unshipped = unfulfilledUnits(order, line);
    const isCancel = wanted.restockType === "CANCEL";
    const open = isCancel ? candidates.filter((unit) => unshipped.includes(unit)) : candidates;
    if (wanted.quantity < 1) problems.push(problem([...at, "quantity"], "Quantity must be greater than 0"));
    else if (wanted.quantity > open.length)
      problems.push(problem([...at, "quantity"], "Quantity cannot refund more items than were purchased"));
    else picked.push({ lineItemId: line.id, units: open.slice(0, wanted.quantity), restockType: wanted.restockType ?? "NO_RESTOCK" });
  }
  return picked;
}

/** refundCreate. Without transactions no money moves, only the items are marked. */
export function createRefund(
  store: ShopifyStore,
  input: RefundInput,
): { order: OrderRecord | null; refund: RefundRecord | null; userErrors: Problem[] } {
  const refused = (...userErrors: Problem[]) => ({ order: null, refund: null, userErrors });
  const order = store.orders.get(input.orderId);
  if (!order) return refused(problem(["input", "orderId"], "Order does not exist"));
  const problems: Problem[] = [];
  const currency = currencyOf(store, order);
  if ((input.currency || order.presentment) && input.currency !== currency)
    problems.push(problem(["input", "currency"], `Currency must be ${currency}`));
  const lines = pickLines(order, input, problems);
  const left = order.shippingPrice - shippingRefunded(order);
  const shipping = input.shipping?.amount ? parseIn(store, order, input.shipping.amount) : input.shipping?.fullRefund ? left : 0;
  if (shipping === undefined || shipping < 0 || shipping > left)
    problems.push(problem(["input", "shipping"], "Shipping refund exceeds what was paid"));
  const wanted = input.transactions ?? [];
  for (const [index, one] of wanted.entries()) {
    const at = ["input", "transactions", String(index)];
    if (one.kind !== "REFUND") problems.push(problem([...at, "kind"], "Kind must be REFUND"));
    if (one.orderId !== order.id) problems.push(problem([...at, "orderId"], "Transaction belongs to another order"));
  }
  const checked = checkPayments(store, order, wanted, ["input", "transactions"], undefined, problems);
  if (!input.allowOverRefunding && sum(checked.map((one) => one.amount)) > netPaymentOf(order)) {
    problems.push(problem(["input", "transactions"], "Refund amount exceeds what was paid"));
  }
  if (lines.length === 0 && !shipping && wanted.length === 0 && problems.length === 0) problems.push(problem(["input"], "Refund is empty"));
  if (problems.length > 0) return refused(...problems);
  const refund = bookRefund(store, order, { lines, shipping: shipping ?? 0, note: input.note ?? undefined, parts: checked });
  store.emit({ topic: "orders/updated", order });
  return { order, refund, userErrors: [] };
}
