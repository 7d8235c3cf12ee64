import type { OrderRecord, RefundRecord, TransactionRecord } from "../model.ts";
import { connection, type PageArguments } from "../paging.ts";
import { numericId, requireLine } from "../store.ts";
import { maximumRefundable, moneyOfUnits, refundTotal } from "../totals.ts";
import { instant, type ViewContext } from "./context.ts";
import { lineView } from "./line.ts";
import { orderView } from "./order.ts";
import { moneyBag } from "./parts.ts";
import { returnView } from "./return.ts";

const gatewayName = (gateway: string): string =>
  gateway
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

export function transactionView(context: ViewContext, order: OrderRecord, transaction: TransactionRecord): object {
  const parent = order.transactions.find((one) => one.id === transaction.parentId);
  return {
    id: transaction.id,
    kind: transaction.kind,
    status: "SUCCESS",
    gateway: transaction.gateway,
    formattedGateway: gatewayName(transaction.gateway),
    amountSet: moneyBag(context, order, transaction.amount),
    createdAt: instant(transaction.createdAt),
    processedAt: instant(transaction.createdAt),
    test: false,
    parentTransaction: () => (parent ? transactionView(context, order, parent) : null),
    maximumRefundableV2: () =>
      transaction.kind === "SALE" ? moneyBag(context, order, maximumRefundable(order, transaction)).presentmentMoney : null,
  };
}

/** How Shopify would spread an amount over the payments of an order. */
export function suggestedTransactions(context: ViewContext, order: OrderRecord, amount: number): object[] {
  let left = amount;
  return order.transactions
    .filter((one) => one.kind === "SALE")
    .flatMap((payment) => {
      const available = maximumRefundable(order, payment);
      const part = Math.min(left, available);
      left -= part;
      if (part <= 0) return [];
      return [
        {
          amountSet: moneyBag(context, order, part),
          gateway: payment.gateway,
          formattedGateway: gatewayName(payment.gateway),
          kind: "SUGGESTED_REFUND",
          maximumRefundableSet: moneyBag(context, order, available),
          parentTransaction: () => transactionView(context, order, payment),
        },
      ];
    });
}

export function refundView(context: ViewContext, order: OrderRecord, refund: RefundRecord): object {
  const record = order.returns.find((one) => one.id === refund.returnId);
  return {
    id: refund.id,
    legacyResourceId: String(numericId(refund.id)),
    createdAt: instant(refund.createdAt),
    processedAt: instant(refund.createdAt),
    updatedAt: instant(refund.createdAt),
    note: refund.note ?? null,
    totalRefundedSet: () => moneyBag(context, order, refundTotal(order, refund)),
    order: () => orderView(context, order),
    return: () => (record ? returnView(context, order, record) : null),
    refundLineItems: (args: PageArguments) =>
      connection(
        refund.lines,
        args,
        (line) => line.id,
        (line) => {
          const orderLine = requireLine(order, line.lineItemId);
          const amounts = moneyOfUnits(order, orderLine, line.units);
          return {
            id: line.id,
            quantity: line.units.length,
            restockType: line.restockType,
            restocked: line.restockType !== "NO_RESTOCK",
            lineItem: () => lineView(context, order, orderLine),
            priceSet: moneyBag(context, order, orderLine.unitPrice),
            subtotalSet: moneyBag(context, order, amounts.subtotal),
            totalTaxSet: moneyBag(context, order, amounts.tax),
          };
        },
      ),
    transactions: (args: PageArguments) =>
      connection(
        order.transactions.filter((one) => refund.transactionIds.includes(one.id)),
        args,
        (one) => one.id,
        (one) => transactionView(context, order, one),
      ),
  };
}
