import { currencyOf } from "../currency.ts";
import { fulfillmentStatus, returnStatus, unfulfilledUnits } from "../derive.ts";
import type { OrderRecord } from "../model.ts";
import { sum } from "../money.ts";
import { isEditable } from "../order-edits.ts";
import { connection, firstOf, type PageArguments } from "../paging.ts";
import { numericId } from "../store.ts";
import * as totals from "../totals.ts";
import { instant, siblingId, type ViewContext } from "./context.ts";
import { fulfillmentView } from "./fulfillment.ts";
import { paymentUrl } from "./invoice.ts";
import { lineView } from "./line.ts";
import { addressView, moneyBag } from "./parts.ts";
import { refundView, transactionView } from "./refund.ts";
import { returnView } from "./return.ts";
import { customerView } from "./shop.ts";

function orderMoney(context: ViewContext, order: OrderRecord) {
  const bag = (cents: number) => moneyBag(context, order, cents);
  return {
    totalPriceSet: () => bag(totals.totalOf(order)),
    currentTotalPriceSet: () => bag(totals.currentTotalOf(order)),
    subtotalPriceSet: () => bag(totals.subtotalOf(order)),
    totalTaxSet: () => bag(totals.totalTaxOf(order)),
    totalDiscountsSet: () => bag(sum(order.lines.map((line) => line.lineDiscount + line.orderDiscount))),
    totalShippingPriceSet: () => bag(order.shippingPrice),
    totalRefundedSet: () => bag(totals.refundedOf(order)),
    totalReceivedSet: () => bag(totals.receivedOf(order)),
    netPaymentSet: () => bag(totals.netPaymentOf(order)),
    totalOutstandingSet: () => bag(totals.outstandingOf(order)),
    fullyPaid: () => totals.outstandingOf(order) === 0,
    unpaid: () => totals.receivedOf(order) === 0,
    refundable: () => totals.netPaymentOf(order) > 0,
  };
}

/** What is sent in exchange has a fulfilment order of its own, which waits for its payment. */
function exchangeOrders(order: OrderRecord, like: { id: string; status: string }) {
  const lines = order.lines.filter((line) => line.isExchange);
  if (lines.length === 0) return [];
  const id = `${like.id}2`;
  const hold = {
    id: siblingId(id, "FulfillmentHold"),
    reason: "AWAITING_PAYMENT",
    displayReason: "Awaiting payment",
    reasonNotes: null,
  };
  const isHeld = totals.outstandingOf(order) > 0;
  const isDone = lines.every((line) => unfulfilledUnits(order, line).length === 0);
  return [{ ...like, id, status: isDone ? "CLOSED" : isHeld ? "ON_HOLD" : "OPEN", fulfillmentHolds: isHeld && !isDone ? [hold] : [] }];
}

function orderLists(context: ViewContext, order: OrderRecord) {
  return {
    lineItems: (args: PageArguments) =>
      connection(
        order.lines,
        args,
        (line) => line.id,
        (line) => lineView(context, order, line),
      ),
    fulfillments: (args: { first?: number | null }) => firstOf(order.fulfillments, args).map((one) => fulfillmentView(context, order, one)),
    fulfillmentOrders: (args: PageArguments) => {
      const { work } = order;
      const open = work === undefined || work === "REQUESTED" ? "OPEN" : work;
      const done = order.cancelled ? "CANCELLED" : { FULFILLED: "CLOSED", PARTIALLY_FULFILLED: "IN_PROGRESS" }[fulfillmentStatus(order)];
      const one = {
        id: siblingId(order.id, "FulfillmentOrder"),
        status: done ?? open,
        requestStatus: work === "REQUESTED" ? "SUBMITTED" : "UNSUBMITTED",
        createdAt: instant(order.createdAt),
        updatedAt: instant(order.updatedAt),
        orderId: order.id,
        orderName: order.name,
      };
      return connection(
        [{ ...one, fulfillmentHolds: [] }, ...exchangeOrders(order, one)],
        args,
        (entry) => entry.id,
        (entry) => entry,
      );
    },
    returns: (args: PageArguments & { query?: string | null }) => {
      const status = /status:"?(\w+)/i.exec(args.query ?? "")?.[1]?.toUpperCase();
      return connection(
        order.returns.filter((record) => !status || record.status === status),
        args,
        (record) => record.id,
        (record) => returnView(context, order, record),
      );
    },
    refunds: (args: { first?: number | null }) => firstOf(order.refunds, args).map((refund) => refundView(context, order, refund)),
    transactions: (args: { first?: number | null }) => firstOf(order.transactions, args).map((one) => transactionView(context, order, one)),
  };
}

export function orderView(context: ViewContext, order: OrderRecord): object {
  const { store } = context;
  const customer = store.customers.get(order.customerId ?? "");
  return {
    id: order.id,
    legacyResourceId: String(numericId(order.id)),
    name: order.name,
    number: order.number,
    confirmationNumber: order.confirmationNumber,
    createdAt: instant(order.createdAt),
    processedAt: instant(order.createdAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: instant(order.cancelled?.at),
    cancelReason: order.cancelled?.reason ?? null,
    cancellation: order.cancelled ? { staffNote: order.cancelled.staffNote ?? null } : null,
    closed: order.cancelled !== undefined,
    closedAt: instant(order.cancelled?.at),
    confirmed: true,
    edited: order.edited ?? false,
    merchantEditable: () => isEditable(order),
    email: order.email ?? null,
    phone: order.phone ?? null,
    note: order.note ?? null,
    tags: order.tags,
    test: false,
    customAttributes: order.attributes,
    customerLocale: order.locale,
    currencyCode: store.shop.currency,
    presentmentCurrencyCode: currencyOf(store, order),
    taxesIncluded: order.taxesIncluded,
    displayFinancialStatus: () => totals.financialStatus(order),
    displayFulfillmentStatus: () => fulfillmentStatus(order),
    returnStatus: () => returnStatus(order),
    statusPageUrl: `https://${store.shop.domain}/${numericId(store.shop.id)}/orders/${order.token}/authenticate?key=${order.token.slice(0, 12)}`,
    canNotifyCustomer: Boolean(order.email ?? order.phone),
    customer: () => (customer ? customerView(context, customer) : null),
    shippingAddress: () => addressView(order.shippingAddress, siblingId(order.id, "MailingAddress")),
    billingAddress: () => addressView(order.billingAddress, siblingId(order.id, "MailingAddress")),
    shippingLine: () => ({
      id: siblingId(order.id, "ShippingLine"),
      title: order.shippingTitle,
      code: order.shippingTitle,
      originalPriceSet: moneyBag(context, order, order.shippingPrice),
      discountedPriceSet: moneyBag(context, order, order.shippingPrice),
    }),
    risk: { recommendation: order.risk ?? "ACCEPT" },
    discountCode: order.discountCode ?? null,
    discountCodes: order.discountCode ? [order.discountCode] : [],
    paymentGatewayNames: [...new Set(order.transactions.map((one) => one.gateway))],
    paymentCollectionDetails: () => ({
      additionalPaymentCollectionUrl: totals.outstandingOf(order) > 0 ? paymentUrl(store, order) : null,
    }),
    subtotalLineItemsQuantity: order.lines.reduce((total, line) => total + line.quantity, 0),
    ...orderMoney(context, order),
    ...orderLists(context, order),
  };
}
