import { deliveredAt, estimatedDeliveryAt, inTransitAt, returnableUnits, shipmentStatus } from "../derive.ts";
import type { FulfillmentRecord, OrderRecord } from "../model.ts";
import { scale } from "../money.ts";
import { connection, firstOf, type PageArguments } from "../paging.ts";
import { numericId, requireLine } from "../store.ts";
import { lineBeforeOrderDiscounts } from "../totals.ts";
import { instant, siblingId, type ViewContext } from "./context.ts";
import { lineView } from "./line.ts";
import { orderView } from "./order.ts";
import { moneyBag } from "./parts.ts";

export function fulfillmentLineView(context: ViewContext, order: OrderRecord, line: FulfillmentRecord["lines"][number]): object {
  const orderLine = requireLine(order, line.lineItemId);
  return {
    id: line.id,
    quantity: line.units.length,
    lineItem: () => lineView(context, order, orderLine),
    discountedTotalSet: moneyBag(context, order, scale(lineBeforeOrderDiscounts(orderLine), line.units.length, orderLine.quantity)),
    originalTotalSet: moneyBag(context, order, orderLine.unitPrice * line.units.length),
  };
}

export function fulfillmentView(context: ViewContext, order: OrderRecord, fulfillment: FulfillmentRecord): object {
  return {
    id: fulfillment.id,
    legacyResourceId: String(numericId(fulfillment.id)),
    name: fulfillment.name,
    status: fulfillment.status,
    displayStatus: shipmentStatus(fulfillment),
    createdAt: instant(fulfillment.createdAt),
    updatedAt: instant(fulfillment.updatedAt),
    inTransitAt: instant(inTransitAt(fulfillment)),
    estimatedDeliveryAt: instant(estimatedDeliveryAt(fulfillment)),
    deliveredAt: instant(deliveredAt(fulfillment)),
    requiresShipping: true,
    totalQuantity: fulfillment.lines.reduce((sum, line) => sum + line.units.length, 0),
    trackingInfo: (args: { first?: number | null }) => firstOf(fulfillment.tracking, args),
    order: () => orderView(context, order),
    events: (args: PageArguments) =>
      connection(
        fulfillment.events.toSorted((left, right) => left.happenedAt.getTime() - right.happenedAt.getTime()),
        args,
        (event) => event.id,
        (event) => ({
          ...event,
          happenedAt: instant(event.happenedAt),
          createdAt: instant(event.createdAt),
          estimatedDeliveryAt: instant(event.estimatedDeliveryAt),
        }),
      ),
    fulfillmentLineItems: (args: PageArguments) =>
      connection(
        fulfillment.lines,
        args,
        (line) => line.id,
        (line) => fulfillmentLineView(context, order, line),
      ),
  };
}

/** Fulfilments of an order that still hold something returnable. */
export function returnableConnection(context: ViewContext, args: PageArguments & { orderId: string }) {
  const order = context.store.orders.get(args.orderId);
  const returnable = (order?.fulfillments ?? []).flatMap((fulfillment) => {
    const lines = order
      ? fulfillment.lines.flatMap((line) => {
          const quantity = returnableUnits(order, fulfillment, line).length;
          return quantity > 0 ? [{ line, quantity }] : [];
        })
      : [];
    return order && lines.length > 0 ? [{ order, fulfillment, lines, id: siblingId(fulfillment.id, "ReturnableFulfillment") }] : [];
  });
  return connection(
    returnable,
    args,
    (one) => one.id,
    (one) => ({
      id: one.id,
      fulfillment: () => fulfillmentView(context, one.order, one.fulfillment),
      returnableFulfillmentLineItems: (page: PageArguments) =>
        connection(
          one.lines,
          page,
          (entry) => entry.line.id,
          (entry) => ({ quantity: entry.quantity, fulfillmentLineItem: () => fulfillmentLineView(context, one.order, entry.line) }),
        ),
    }),
  );
}
