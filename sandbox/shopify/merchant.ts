import { randomUUID } from "node:crypto";
import { currencyOf, formatIn } from "./currency.ts";
import { allUnits, fulfilledUnits, fulfillmentStatus, unfulfilledUnits, unprocessedUnits } from "./derive.ts";
import { moneyOfExchange, openOf } from "./exchange-lines.ts";
import type {
  AddressRecord,
  FulfillmentRecord,
  MergeRecord,
  OrderRecord,
  RefundRecord,
  ReturnRecord,
  ShipmentEventRecord,
  ShipmentEventStatus,
} from "./model.ts";
import { sum } from "./money.ts";
import { carryOutCancellation } from "./orders.ts";
import type { Problem } from "./problems.ts";
import { processReturn } from "./process-return.ts";
import { bookRefund } from "./refunds.ts";
import { approveRequest, declineRequest } from "./returns.ts";
import type { ShopifyStore } from "./store.ts";
import { maximumRefundable, outstandingOf, payments, suggestedRefund } from "./totals.ts";

/** What people of the store and carriers do, by the names one sees in the admin. Each tells the app by webhook. */
export type FulfilOptions = {
  /** SKU → quantity; everything that is open when left out. */
  items?: Record<string, number>;
  company?: string;
  number?: string;
  url?: string;
  estimatedDeliveryAt?: Date;
  at?: Date;
};

/** Ships an order or a part of it. */
export function fulfil(store: ShopifyStore, orderName: string, options: FulfilOptions = {}): FulfillmentRecord {
  const order = store.orderByName(orderName);
  if (order.cancelled) throw new Error(`${orderName} is cancelled`);
  const at = options.at ?? store.now();
  const lines = order.lines.flatMap((line) => {
    const open = unfulfilledUnits(order, line);
    const wanted = options.items ? (options.items[line.sku] ?? 0) : open.length;
    if (wanted > 0 && line.isExchange && outstandingOf(order) > 0) {
      if (options.items) throw new Error(`${orderName} waits for the payment of ${line.sku}`);
      return [];
    }
    if (wanted > open.length) throw new Error(`${orderName} has only ${open.length} × ${line.sku} left to ship`);
    return wanted > 0 ? [{ id: store.nextId("FulfillmentLineItem"), lineItemId: line.id, units: open.slice(0, wanted) }] : [];
  });
  if (lines.length === 0) throw new Error(`${orderName} has nothing left to ship`);
  const { company, number, url, estimatedDeliveryAt } = options;
  const fulfillment: FulfillmentRecord = {
    id: store.nextId("Fulfillment"),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: "SUCCESS",
    createdAt: at,
    updatedAt: at,
    lines,
    tracking: company || number || url ? [{ company, number, url }] : [],
    estimatedDeliveryAt,
    events: [],
  };
  store.addFulfillment(order, fulfillment);
  store.touch(order, at);
  store.emit({ topic: "fulfillments/create", order, fulfillment });
  store.emit({ topic: fulfillmentStatus(order) === "FULFILLED" ? "orders/fulfilled" : "orders/partially_fulfilled", order });
  store.emit({ topic: "orders/updated", order });
  return fulfillment;
}

export type ShipmentOptions = Partial<Omit<ShipmentEventRecord, "id" | "status" | "createdAt" | "happenedAt">> & {
  at?: Date;
  /** Which parcel, counted from 1; the last one when left out. */
  parcel?: number;
};

/** The warehouse takes an order up, holds it, or is asked to. */
export function beginWork(store: ShopifyStore, orderName: string, work: OrderRecord["work"] = "IN_PROGRESS"): OrderRecord {
  const order = store.orderByName(orderName);
  order.work = work;
  store.touch(order);
  store.emit({ topic: "orders/updated", order });
  return order;
}

/** A scan by the carrier. */
export function shipmentEvent(
  store: ShopifyStore,
  orderName: string,
  status: ShipmentEventStatus,
  options: ShipmentOptions = {},
): ShipmentEventRecord {
  const order = store.orderByName(orderName);
  const { at = store.now(), parcel, ...place } = options;
  const fulfillment = parcel === undefined ? order.fulfillments.at(-1) : order.fulfillments[parcel - 1];
  if (!fulfillment) throw new Error(`${orderName} has no such parcel`);
  const event: ShipmentEventRecord = { id: store.nextId("FulfillmentEvent"), status, happenedAt: at, createdAt: at, ...place };
  fulfillment.events.push(event);
  fulfillment.updatedAt = at;
  store.touch(order, at);
  store.emit({ topic: "fulfillment_events/create", order, fulfillment, event });
  store.emit({ topic: "fulfillments/update", order, fulfillment });
  return event;
}

/** The parcel reaches the shopper. */
export function deliver(store: ShopifyStore, orderName: string, options: ShipmentOptions = {}): ShipmentEventRecord {
  return shipmentEvent(store, orderName, "DELIVERED", { message: "Delivered to the recipient", ...options });
}

function findReturn(store: ShopifyStore, returnName: string): { order: OrderRecord; record: ReturnRecord } {
  for (const order of store.orders.values()) {
    const record = order.returns.find((one) => one.name === returnName);
    if (record) return { order, record };
  }
  throw new Error(`the sandbox store has no return ${returnName}`);
}

function requireDone(problems: Problem[]): void {
  if (problems[0]) throw new Error(problems[0].message);
}

export function approveReturn(store: ShopifyStore, returnName: string): ReturnRecord {
  const { record } = findReturn(store, returnName);
  requireDone(approveRequest(store, { id: record.id }).userErrors);
  return record;
}

export function declineReturn(
  store: ShopifyStore,
  returnName: string,
  reason: "FINAL_SALE" | "RETURN_PERIOD_ENDED" | "OTHER",
  note?: string,
): ReturnRecord {
  const { record } = findReturn(store, returnName);
  requireDone(declineRequest(store, { id: record.id, declineReason: reason, declineNote: note }).userErrors);
  return record;
}

/** Books the whole return as received and pays back what Shopify suggests; this closes it. */
export function refundReturn(store: ShopifyStore, returnName: string): RefundRecord | undefined {
  const { order, record } = findReturn(store, returnName);
  const open = record.lines.map((line) => ({ line, units: unprocessedUnits(line) })).filter((one) => one.units.length > 0);
  const exchange = (record.exchangeLines ?? []).filter((line) => openOf(line) > 0);
  const cost = sum(exchange.map((line) => moneyOfExchange(order, line.unitPrice, openOf(line)).cost));
  let left = suggestedRefund(order, record, open, 0, cost).amount;
  const orderTransactions = payments(order).flatMap((payment) => {
    const part = Math.min(left, maximumRefundable(order, payment));
    left -= part;
    const transactionAmount = { amount: formatIn(store, order, part), currencyCode: currencyOf(store, order) };
    return part > 0 ? [{ parentId: payment.id, transactionAmount }] : [];
  });
  const returnLineItems = open.map(({ line, units }) => ({
    id: line.id,
    quantity: units.length,
    dispositions: [{ reverseFulfillmentOrderLineItemId: line.reverseLineId, quantity: units.length, dispositionType: "RESTOCKED" }],
  }));
  requireDone(
    processReturn(store, {
      returnId: record.id,
      returnLineItems,
      exchangeLineItems: exchange.map(({ id, quantity, processed }) => ({ id, quantity: quantity - processed })),
      ...((exchange.length === 0 || orderTransactions.length > 0) && { financialTransfer: { issueRefund: { orderTransactions } } }),
    }).userErrors,
  );
  return order.refunds.findLast((refund) => refund.returnId === record.id);
}

/** The customer pays what is still open, on Shopify's own page. */
export function payOutstanding(store: ShopifyStore, orderName: string): number {
  const order = store.orderByName(orderName);
  const amount = outstandingOf(order);
  if (amount === 0) throw new Error(`${orderName} has nothing to be paid`);
  order.transactions.push({
    id: store.nextId("OrderTransaction"),
    kind: "SALE",
    amount,
    gateway: "shopify_payments",
    createdAt: store.now(),
  });
  store.touch(order);
  store.emit({ topic: "orders/updated", order });
  return amount;
}

/** Staff cancel an order in the admin: at once, and the money goes back. */
export function cancelOrder(
  store: ShopifyStore,
  orderName: string,
  options: { reason?: string; refund?: boolean; staffNote?: string } = {},
): OrderRecord {
  const order = store.orderByName(orderName);
  if (order.cancelled) throw new Error(`${orderName} is already cancelled`);
  if (order.lines.some((line) => fulfilledUnits(order, line.id).size > 0)) throw new Error(`${orderName} has been shipped`);
  const { reason = "CUSTOMER", refund = true, staffNote } = options;
  carryOutCancellation(store, order, { reason, restock: true, refundMethod: { originalPaymentMethodsRefund: refund }, staffNote });
  return order;
}

/** Staff correct where an order goes. */
export function moveOrder(store: ShopifyStore, orderName: string, address: Partial<AddressRecord>): OrderRecord {
  const order = store.orderByName(orderName);
  order.shippingAddress = { ...order.shippingAddress, ...address };
  store.touch(order);
  store.emit({ topic: "orders/updated", order });
  return order;
}

/** Pays back a whole order without a return. */
export function refundOrder(store: ShopifyStore, orderName: string, note?: string): RefundRecord {
  const order = store.orderByName(orderName);
  const input = {
    lines: order.lines.map((line) => ({ lineItemId: line.id, units: allUnits(line), restockType: "NO_RESTOCK" })),
    shipping: order.shippingPrice,
    note,
    parts: payments(order).map((payment) => ({ payment, amount: maximumRefundable(order, payment) })),
  };
  const refund = bookRefund(store, order, input);
  store.emit({ topic: "orders/updated", order });
  return refund;
}

/** Staff make one customer of two. The orders go to the one that is kept, the other is gone; a failed merge changes nothing. */
export function mergeCustomers(
  store: ShopifyStore,
  keptId: string,
  deletedId: string,
  status: MergeRecord["status"] = "COMPLETED",
): MergeRecord {
  const [kept, deleted] = [store.customers.get(keptId), store.customers.get(deletedId)];
  if (!kept || !deleted) throw new Error("the sandbox store has no such customer");
  const merge: MergeRecord = { jobId: `gid://shopify/Job/${randomUUID()}`, keptId, deletedId, status };
  if (status === "COMPLETED") {
    for (const order of store.orders.values()) if (order.customerId === deletedId) order.customerId = keptId;
    store.customers.delete(deletedId);
  }
  store.merges.push(merge);
  store.emit({ topic: "customers/merge", merge });
  return merge;
}
