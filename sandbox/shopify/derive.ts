import type { FulfillmentRecord, LineRecord, OrderRecord, ReturnLineRecord, ReturnRecord } from "./model.ts";

/** What Shopify works out from the facts of an order: which units are where, and the statuses people see. */

const holdsItsUnits = new Set<ReturnRecord["status"]>(["REQUESTED", "OPEN", "CLOSED"]);

export function refundedUnits(order: OrderRecord, lineItemId: string): Set<number> {
  return new Set(
    order.refunds.flatMap((refund) => refund.lines.filter((line) => line.lineItemId === lineItemId).flatMap((line) => line.units)),
  );
}

/** Units that stand in a return that was neither declined nor cancelled. */
export function unitsInReturns(order: OrderRecord, lineItemId: string): Set<number> {
  const holding = order.returns.filter((record) => holdsItsUnits.has(record.status));
  return new Set(holding.flatMap((record) => record.lines.filter((line) => line.lineItemId === lineItemId).flatMap((line) => line.units)));
}

export function fulfilledUnits(order: OrderRecord, lineItemId: string): Set<number> {
  const shipped = order.fulfillments.filter((fulfillment) => fulfillment.status === "SUCCESS");
  return new Set(shipped.flatMap((one) => one.lines.filter((line) => line.lineItemId === lineItemId).flatMap((line) => line.units)));
}

export const allUnits = (line: LineRecord): number[] => Array.from({ length: line.quantity }, (_, unit) => unit);

/** Units neither shipped, taken off the order nor refunded. */
export function unfulfilledUnits(order: OrderRecord, line: LineRecord): number[] {
  const gone = new Set([...fulfilledUnits(order, line.id), ...line.removed, ...refundedUnits(order, line.id)]);
  return allUnits(line).filter((unit) => !gone.has(unit));
}

/** Units of one fulfilment line that can still be returned, lowest first. */
export function returnableUnits(order: OrderRecord, fulfillment: FulfillmentRecord, line: FulfillmentRecord["lines"][number]): number[] {
  if (fulfillment.status !== "SUCCESS") return [];
  const gone = new Set([...unitsInReturns(order, line.lineItemId), ...refundedUnits(order, line.lineItemId)]);
  return line.units.filter((unit) => !gone.has(unit));
}

/** Units that can still be refunded: those in no return first, then those that are only on their way back. */
export function refundableUnits(order: OrderRecord, line: LineRecord): number[] {
  const refunded = refundedUnits(order, line.id);
  const returning = unitsInReturns(order, line.id);
  const open = allUnits(line).filter((unit) => !refunded.has(unit) && !line.removed.includes(unit));
  return [...open.filter((unit) => !returning.has(unit)), ...open.filter((unit) => returning.has(unit))];
}

export function currentQuantity(order: OrderRecord, line: LineRecord): number {
  const gone = new Set([...line.removed, ...refundedUnits(order, line.id)]);
  return line.quantity - gone.size;
}

export const unprocessedUnits = (line: ReturnLineRecord): number[] =>
  line.units.filter((unit) => !line.processed.some((one) => one.unit === unit));

export function returnStatus(order: OrderRecord): string {
  const states = new Set(order.returns.map((record) => record.status));
  if (states.has("REQUESTED")) return "RETURN_REQUESTED";
  if (states.has("OPEN")) {
    const open = order.returns.filter((record) => record.status === "OPEN");
    return open.some((record) => record.lines.some((line) => unprocessedUnits(line).length > 0)) ? "IN_PROGRESS" : "INSPECTION_COMPLETE";
  }
  return states.has("CLOSED") ? "RETURNED" : "NO_RETURN";
}

export function fulfillmentStatus(order: OrderRecord): string {
  const open = order.lines.some((line) => unfulfilledUnits(order, line).length > 0);
  const shipped = order.lines.some((line) => fulfilledUnits(order, line.id).size > 0);
  if (!shipped) return order.work === "REQUESTED" ? "PENDING_FULFILLMENT" : (order.work ?? "UNFULFILLED");
  return open ? "PARTIALLY_FULFILLED" : "FULFILLED";
}

/** Events in the order they happened. */
const inOrder = (fulfillment: FulfillmentRecord) =>
  fulfillment.events.toSorted((left, right) => left.happenedAt.getTime() - right.happenedAt.getTime());

/** FulfillmentDisplayStatus: the last thing the carrier said. */
export function shipmentStatus(fulfillment: FulfillmentRecord): string {
  if (fulfillment.status === "CANCELLED") return "CANCELED";
  return inOrder(fulfillment).at(-1)?.status ?? "FULFILLED";
}

export function deliveredAt(fulfillment: FulfillmentRecord): Date | undefined {
  return inOrder(fulfillment).find((event) => event.status === "DELIVERED")?.happenedAt;
}

export function inTransitAt(fulfillment: FulfillmentRecord): Date | undefined {
  return inOrder(fulfillment).find((event) => event.status === "IN_TRANSIT" || event.status === "CARRIER_PICKED_UP")?.happenedAt;
}

export function estimatedDeliveryAt(fulfillment: FulfillmentRecord): Date | undefined {
  return inOrder(fulfillment).findLast((event) => event.estimatedDeliveryAt)?.estimatedDeliveryAt ?? fulfillment.estimatedDeliveryAt;
}
