import { currencyOf, formatIn, parseIn } from "./currency.ts";
import { unprocessedUnits } from "./derive.ts";
import { bookExchange, type ExchangeProcessInput, moneyOfExchange, openOf, pickExchange } from "./exchange-lines.ts";
import type { OrderRecord, ReturnLineRecord, ReturnRecord } from "./model.ts";
import { sum } from "./money.ts";
import { type Problem, problem } from "./problems.ts";
import { bookRefund, type CreditPart, checkPayments, type PaymentPart } from "./refunds.ts";
import type { ReturnOutcome } from "./returns.ts";
import type { ShopifyStore } from "./store.ts";
import { shippingRefunded, suggestedRefund } from "./totals.ts";

export type MoneyInput = { amount: string; currencyCode: string };
export type RefundShippingInput = { fullRefund?: boolean | null; shippingRefundAmount?: MoneyInput | null };

export type ReturnProcessInput = {
  returnId: string;
  note?: string | null;
  returnLineItems?:
    | {
        id: string;
        quantity: number;
        dispositions?: { reverseFulfillmentOrderLineItemId: string; quantity: number; dispositionType: string }[] | null;
      }[]
    | null;
  exchangeLineItems?: ExchangeProcessInput[] | null;
  refundShipping?: RefundShippingInput | null;
  financialTransfer?: {
    issueRefund?: {
      orderTransactions: { parentId: string; transactionAmount: MoneyInput }[];
      refundMethods?: { storeCreditRefund?: { amount: MoneyInput; expiresAt?: string | null } | null }[] | null;
      allowOverRefunding?: boolean | null;
    } | null;
  } | null;
};

type Picked = { line: ReturnLineRecord; units: number[]; dispositions: string[] };

/** How much of the shipping price a refund gives back. */
export function shippingPart(store: ShopifyStore, order: OrderRecord, input: RefundShippingInput | null | undefined): number | undefined {
  const left = order.shippingPrice - shippingRefunded(order);
  if (input?.shippingRefundAmount) {
    const amount = parseIn(store, order, input.shippingRefundAmount.amount);
    return amount !== undefined && amount >= 0 && amount <= left ? amount : undefined;
  }
  return input?.fullRefund ? left : 0;
}

function pickLines(record: ReturnRecord, input: ReturnProcessInput, problems: Problem[]): Picked[] {
  const picked: Picked[] = [];
  for (const [index, wanted] of (input.returnLineItems ?? []).entries()) {
    const at = ["input", "returnLineItems", String(index)];
    const line = record.lines.find((one) => one.id === wanted.id);
    const earlier = picked.filter((one) => one.line === line).flatMap((one) => one.units);
    const open = line ? unprocessedUnits(line).filter((unit) => !earlier.includes(unit)) : [];
    if (!line) problems.push(problem([...at, "id"], "Return line item not found", "NOT_FOUND"));
    else if (wanted.quantity < 1) problems.push(problem([...at, "quantity"], "Quantity must be greater than 0", "GREATER_THAN"));
    else if (wanted.quantity > open.length) {
      problems.push(problem([...at, "quantity"], `Quantity must be less than or equal to ${open.length}`, "LESS_THAN_OR_EQUAL_TO"));
    } else {
      const dispositions = (wanted.dispositions ?? []).flatMap((one) =>
        Array.from({ length: Math.max(0, one.quantity) }, () => one.dispositionType),
      );
      if ((wanted.dispositions ?? []).some((one) => one.reverseFulfillmentOrderLineItemId !== line.reverseLineId)) {
        problems.push(problem([...at, "dispositions"], "Reverse fulfillment order line item not found", "NOT_FOUND"));
      }
      if (dispositions.length > wanted.quantity) {
        problems.push(problem([...at, "dispositions"], "Disposed quantity exceeds the processed quantity", "LESS_THAN_OR_EQUAL_TO"));
      }
      picked.push({ line, units: open.slice(0, wanted.quantity), dispositions });
    }
  }
  return picked;
}

/** Credit goes to the customer's account: there has to be one. */
function checkCredit(
  store: ShopifyStore,
  order: OrderRecord,
  methods: { storeCreditRefund?: { amount: MoneyInput; expiresAt?: string | null } | null }[],
  problems: Problem[],
): CreditPart[] {
  return methods.flatMap(({ storeCreditRefund: credit }, index) => {
    const at = ["input", "financialTransfer", "issueRefund", "refundMethods", String(index), "storeCreditRefund"];
    const amount = credit ? parseIn(store, order, credit.amount.amount) : undefined;
    const expiresAt = credit?.expiresAt ? new Date(credit.expiresAt) : undefined;
    if (!order.customerId) problems.push(problem(at, "The order has no customer to give store credit to", "INVALID"));
    else if (!credit || amount === undefined || amount <= 0)
      problems.push(problem([...at, "amount"], "Amount must be greater than 0", "INVALID"));
    else if (credit.amount.currencyCode !== currencyOf(store, order)) {
      problems.push(problem([...at, "amount"], `Currency must be ${currencyOf(store, order)}`, "INVALID"));
    } else if (expiresAt && !(expiresAt > store.now())) problems.push(problem([...at, "expiresAt"], "Must be in the future", "INVALID"));
    else return [{ amount, ...(expiresAt && { expiresAt }) }];
    return [];
  });
}

/** Books what came back and, when asked, pays for it. A return whose last unit is processed closes itself. */
export function processReturn(store: ShopifyStore, input: ReturnProcessInput): ReturnOutcome {
  const found = store.findReturn(input.returnId);
  if (!found) return { return: null, userErrors: [problem(["input", "returnId"], "Return not found", "NOT_FOUND")] };
  const { order, record } = found;
  const problems: Problem[] = [];
  if (record.status !== "OPEN")
    problems.push(problem(["input", "returnId"], `Return is ${record.status.toLowerCase()}, not open`, "INVALID_STATE"));
  if ([...(input.note ?? "")].length > 255)
    problems.push(problem(["input", "note"], "Note is too long (maximum is 255 characters)", "TOO_LONG"));
  const picked = pickLines(record, input, problems);
  const exchange = pickExchange(record, input.exchangeLineItems, problems);
  if (picked.length + exchange.length === 0 && problems.length === 0)
    problems.push(problem(["input", "returnLineItems"], "Nothing to process", "BLANK"));
  const shipping = shippingPart(store, order, input.refundShipping);
  if (shipping === undefined)
    problems.push(problem(["input", "refundShipping"], "Amount exceeds the shipping that was paid", "LESS_THAN_OR_EQUAL_TO"));
  const issue = input.financialTransfer?.issueRefund;
  const path = ["input", "financialTransfer", "issueRefund", "orderTransactions"];
  const wanted = (issue?.orderTransactions ?? []).map((one) => ({ parentId: one.parentId, ...one.transactionAmount }));
  const parts: PaymentPart[] = issue ? checkPayments(store, order, wanted, path, "INVALID", problems) : [];
  const cost = sum(exchange.map(({ line, quantity }) => moneyOfExchange(order, line.unitPrice, quantity).cost));
  const credit = issue ? checkCredit(store, order, issue.refundMethods ?? [], problems) : [];
  const suggested = suggestedRefund(order, record, picked, shipping ?? 0, cost);
  if (issue && !issue.allowOverRefunding && sum([...parts, ...credit].map((one) => one.amount)) > suggested.amount) {
    problems.push(problem(path, `Amount exceeds the refundable ${formatIn(store, order, suggested.amount)}`, "LESS_THAN_OR_EQUAL_TO"));
  }
  if (problems.length > 0) return { return: null, userErrors: problems };

  for (const { line, units, dispositions } of picked) {
    line.processed.push(...units.map((unit, index) => ({ unit, disposition: dispositions[index], at: store.now() })));
  }
  if (record.shippingFee) record.shippingFee.charged = true;
  bookExchange(store, order, exchange);
  // What came back leaves the order whether or not money goes with it.
  if (issue || exchange.length > 0) {
    const lines = picked.map(({ line, units }) => ({ lineItemId: line.lineItemId, units, restockType: "RETURN" }));
    bookRefund(store, order, { lines, shipping: shipping ?? 0, note: input.note ?? undefined, returnId: record.id, parts, credit });
  }
  store.emit({ topic: "returns/process", order, record });
  const isSent = (record.exchangeLines ?? []).every((line) => openOf(line) === 0);
  if (isSent && record.lines.every((line) => unprocessedUnits(line).length === 0)) {
    record.status = "CLOSED";
    record.closedAt = store.now();
    store.emit({ topic: "returns/close", order, record });
  }
  store.touch(order);
  store.emit({ topic: "orders/updated", order });
  return { return: found, userErrors: [] };
}
