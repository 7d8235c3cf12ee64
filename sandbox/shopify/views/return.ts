import { GraphQLError } from "graphql";
import { refundedUnits, unprocessedUnits } from "../derive.ts";
import { moneyOfExchange, openOf, pickExchange } from "../exchange-lines.ts";
import type { ExchangeLineRecord, OrderRecord, ReturnLineRecord, ReturnRecord, ReverseDeliveryRecord } from "../model.ts";
import { sum } from "../money.ts";
import { connection, type PageArguments } from "../paging.ts";
import type { Problem } from "../problems.ts";
import { type RefundShippingInput, shippingPart } from "../process-return.ts";
import { requireLine } from "../store.ts";
import { moneyOfUnits, restockingFee, suggestedRefund } from "../totals.ts";
import { instant, siblingId, type ViewContext } from "./context.ts";
import { fulfillmentLineView } from "./fulfillment.ts";
import { lineView } from "./line.ts";
import { orderView } from "./order.ts";
import { moneyBag } from "./parts.ts";
import { refundView, suggestedTransactions, transactionView } from "./refund.ts";
import { reasonView } from "./shop.ts";

function fulfillmentLineOf(context: ViewContext, order: OrderRecord, id: string): object | null {
  const found = context.store.findFulfillmentLine(id);
  return found ? fulfillmentLineView(context, order, found.line) : null;
}

function returnLineView(context: ViewContext, order: OrderRecord, record: ReturnRecord, line: ReturnLineRecord): object {
  const reason = context.store.reasons.find((one) => one.id === line.reasonId);
  const refunded = refundedUnits(order, line.lineItemId);
  const paidBack = line.units.filter((unit) => refunded.has(unit)).length;
  const open = unprocessedUnits(line).length;
  const money = () => moneyOfUnits(order, requireLine(order, line.lineItemId), line.units);
  const fee = line.restockingFee;
  return {
    __typename: "ReturnLineItem",
    id: line.id,
    quantity: line.units.length,
    processedQuantity: line.processed.length,
    unprocessedQuantity: open,
    processableQuantity: record.status === "OPEN" ? open : 0,
    refundedQuantity: paidBack,
    refundableQuantity: line.units.length - paidBack,
    customerNote: line.customerNote ?? null,
    returnReason: line.reason ?? "OTHER",
    returnReasonDefinition: reason ? reasonView(reason) : null,
    returnReasonNote: line.reasonNote,
    restockingFee: () => fee && { ...fee, amountSet: moneyBag(context, order, restockingFee(money().subtotal, fee.percentage)) },
    fulfillmentLineItem: () => fulfillmentLineOf(context, order, line.fulfillmentLineItemId),
    withCodeDiscountedTotalPriceSet: () => moneyBag(context, order, money().subtotal),
  };
}

function reverseLineView(context: ViewContext, order: OrderRecord, line: ReturnLineRecord): object {
  const dispositions = line.processed.flatMap((one) =>
    one.disposition
      ? [
          {
            id: `${siblingId(line.id, "ReverseFulfillmentOrderDisposition")}-${one.unit}`,
            type: one.disposition,
            quantity: 1,
            createdAt: instant(one.at),
          },
        ]
      : [],
  );
  return {
    id: line.reverseLineId,
    totalQuantity: line.units.length,
    fulfillmentLineItem: () => fulfillmentLineOf(context, order, line.fulfillmentLineItemId),
    dispositions,
  };
}

/** The carrier's name is Shopify's own guess by the number, which is not made up here. */
export function reverseDeliveryView(
  context: ViewContext,
  order: OrderRecord,
  record: ReturnRecord,
  delivery: ReverseDeliveryRecord,
): object {
  const { labelUrl, tracking, createdAt, updatedAt } = delivery;
  return {
    id: delivery.id,
    deliverable: {
      __typename: "ReverseDeliveryShippingDeliverable",
      label: labelUrl ? { publicFileUrl: labelUrl, createdAt: instant(createdAt), updatedAt: instant(updatedAt) } : null,
      tracking: tracking ? { number: tracking.number ?? null, url: tracking.url ?? null, carrierName: null } : null,
    },
    reverseFulfillmentOrder: () => reverseOrders(context, order, record)[0],
    reverseDeliveryLineItems: (args: PageArguments) =>
      connection(
        delivery.lines,
        args,
        (one) => one.id,
        (one) => {
          const line = record.lines.find((known) => known.reverseLineId === one.reverseLineId);
          return {
            id: one.id,
            quantity: one.quantity,
            reverseFulfillmentOrderLineItem: () => line && reverseLineView(context, order, line),
          };
        },
      ),
  };
}

function reverseOrders(context: ViewContext, order: OrderRecord, record: ReturnRecord): object[] {
  if (!record.reverseFulfillmentOrderId) return [];
  const status = { CANCELED: "CANCELED", CLOSED: "CLOSED" }[record.status as string] ?? "OPEN";
  return [
    {
      id: record.reverseFulfillmentOrderId,
      status,
      order: () => orderView(context, order),
      lineItems: (args: PageArguments) =>
        connection(
          record.lines,
          args,
          (line) => line.reverseLineId,
          (line) => reverseLineView(context, order, line),
        ),
      reverseDeliveries: (args: PageArguments) =>
        connection(
          record.deliveries ?? [],
          args,
          (one) => one.id,
          (one) => reverseDeliveryView(context, order, record, one),
        ),
    },
  ];
}

function exchangeLineView(context: ViewContext, order: OrderRecord, line: ExchangeLineRecord): object {
  const { store } = context;
  const variant = store.variants.get(line.variantId);
  const open = openOf(line);
  return {
    id: line.id,
    quantity: line.quantity,
    processedQuantity: line.processed,
    unprocessedQuantity: open,
    processableQuantity: open,
    productId: variant?.productId ?? null,
    title: store.products.get(variant?.productId ?? "")?.title ?? null,
    variantId: line.variantId,
    variantSku: variant?.sku ?? null,
    variantTitle: variant?.title ?? null,
    lineItems: () => order.lines.filter((one) => line.lineItemIds.includes(one.id)).map((one) => lineView(context, order, one)),
  };
}

type OutcomeArguments = {
  returnLineItems: { id: string; quantity: number }[];
  exchangeLineItems: { id: string; quantity: number }[];
  refundShipping?: RefundShippingInput | null;
};

function financialOutcome(context: ViewContext, order: OrderRecord, record: ReturnRecord, args: OutcomeArguments): object {
  const problems: Problem[] = [];
  const exchange = pickExchange(record, args.exchangeLineItems, problems);
  if (problems[0]) throw new GraphQLError(problems[0].message, { extensions: { code: "BAD_REQUEST" } });
  const cost = sum(exchange.map(({ line, quantity }) => moneyOfExchange(order, line.unitPrice, quantity).cost));
  const picked = args.returnLineItems.map((wanted) => {
    const line = record.lines.find((one) => one.id === wanted.id);
    const units = line ? unprocessedUnits(line) : [];
    if (!line || wanted.quantity < 1 || wanted.quantity > units.length) {
      throw new GraphQLError(`Return line item ${wanted.id} can't be processed with quantity ${wanted.quantity}`, {
        extensions: { code: "BAD_REQUEST" },
      });
    }
    return { line, units: units.slice(0, wanted.quantity) };
  });
  const suggested = suggestedRefund(order, record, picked, shippingPart(context.store, order, args.refundShipping) ?? 0, cost);
  return {
    discountedSubtotal: moneyBag(context, order, suggested.subtotal),
    totalTax: moneyBag(context, order, suggested.tax),
    maximumRefundable: moneyBag(context, order, suggested.maximum),
    financialTransfer:
      suggested.owed > 0
        ? { __typename: "InvoiceReturnOutcome", amount: moneyBag(context, order, suggested.owed) }
        : suggested.amount === 0
          ? null
          : {
              __typename: "RefundReturnOutcome",
              amount: moneyBag(context, order, suggested.amount),
              suggestedTransactions: () => suggestedTransactions(context, order, suggested.amount),
            },
  };
}

export function returnView(context: ViewContext, order: OrderRecord, record: ReturnRecord): object {
  const refunds = order.refunds.filter((refund) => refund.returnId === record.id);
  const isDone = (line: ReturnLineRecord) => unprocessedUnits(line).length === 0;
  return {
    id: record.id,
    name: record.name,
    status: record.status,
    createdAt: instant(record.createdAt),
    closedAt: instant(record.closedAt),
    requestApprovedAt: instant(record.approvedAt),
    totalQuantity: sum(record.lines.map((line) => line.units.length)),
    decline: record.decline ?? null,
    order: () => orderView(context, order),
    returnShippingFees: record.shippingFee
      ? [{ id: record.shippingFee.id, amountSet: moneyBag(context, order, record.shippingFee.amount) }]
      : [],
    returnLineItems: (args: PageArguments & { processingStatus?: string | null }) =>
      connection(
        record.lines.filter((line) => !args.processingStatus || isDone(line) === (args.processingStatus === "PROCESSED")),
        args,
        (line) => line.id,
        (line) => returnLineView(context, order, record, line),
      ),
    exchangeLineItems: (args: PageArguments & { includeRemovedItems?: boolean | null }) =>
      connection(
        (record.exchangeLines ?? []).filter((line) => args.includeRemovedItems || line.removed < line.quantity),
        args,
        (line) => line.id,
        (line) => exchangeLineView(context, order, line),
      ),
    reverseFulfillmentOrders: (args: PageArguments) =>
      connection(
        reverseOrders(context, order, record),
        args,
        () => record.reverseFulfillmentOrderId ?? "",
        (one) => one,
      ),
    refunds: (args: PageArguments) =>
      connection(
        refunds,
        args,
        (refund) => refund.id,
        (refund) => refundView(context, order, refund),
      ),
    transactions: (args: PageArguments) =>
      connection(
        order.transactions.filter((one) => refunds.some((refund) => refund.transactionIds.includes(one.id))),
        args,
        (one) => one.id,
        (one) => transactionView(context, order, one),
      ),
    suggestedFinancialOutcome: (args: OutcomeArguments) => financialOutcome(context, order, record, args),
  };
}
