import { itemLabel } from "#app/channels/message.ts";
import type { FulfillmentFacts, OrderFacts } from "#app/domain/orders/facts.ts";
import { calendarDay } from "#app/domain/returns/calendar.ts";
import { sayDay } from "../dates.ts";
import type { FlowContext } from "../engine.ts";
import { sayMoney } from "../money.ts";
import { openReturns, sayReturnStatus } from "../return/existing.ts";
import { sayList } from "../texts.ts";
import { isTracked, lastMovement, type Parcel, partsOf, scanOf } from "./situation.ts";
import { text } from "./texts/index.ts";

/** Everything worth saying about an order's way: each parcel by itself, what is still here, money and returns. */
export function tellOrder(order: OrderFacts, context: FlowContext): string[] {
  const refunds = order.refunds.map((refund) =>
    text(context.language, "refunded", { amount: sayMoney(refund.total, context.language), date: sayDay(refund.createdAt, context) }),
  );
  if (order.cancelledAt) {
    return [text(context.language, "cancelled", { order: order.name, date: sayDay(order.cancelledAt, context) }), ...refunds];
  }
  const { parcels, unshipped } = partsOf(order, context.now);
  if (parcels.length === 0) {
    return [text(context.language, "unshipped", { order: order.name, date: sayDay(order.processedAt, context) }), ...refunds];
  }
  const returns = openReturns(order).map((existing) => sayReturnStatus(existing, context));
  const rest =
    unshipped.length > 0 ? [text(context.language, "partUnshipped", { items: sayList(context.language, unshipped.map(itemLabel)) })] : [];
  return [...parcels.map((parcel, index) => tellOne(order, parcel, index + 1, parcels.length, context)), ...rest, ...refunds, ...returns];
}

function tellOne(order: OrderFacts, parcel: Parcel, number: number, count: number, context: FlowContext): string {
  const words = tellParcel(parcel, context);
  if (count === 1) return text(context.language, "ofOrder", { order: order.name, words });
  const items = sayList(context.language, parcel.items.map(itemLabel));
  return text(context.language, items ? "parcelOf" : "parcelOfCount", { number, count, items, words });
}

/** One parcel in a sentence or two. A day is named only where the carrier or the shop has named it. */
export function tellParcel({ facts, situation }: Parcel, context: FlowContext): string {
  const { language } = context;
  const day = (at: Date | undefined) => at && sayDay(at, context);
  switch (situation) {
    case "preparing":
      return text(language, "preparing");
    case "on-its-way":
      return onItsWay(facts, context);
    case "stuck": {
      const date = sayDay(lastMovement(facts), context);
      return text(language, facts.events.length > 0 ? "stuck" : "neverScanned", { date });
    }
    case "delayed": {
      const date = futureArrival(facts, context);
      return date ? text(language, "delayedUntil", { date }) : text(language, "delayed");
    }
    case "out-for-delivery":
      return text(language, "outForDelivery", { date: sayDay(scanOf(facts, "OUT_FOR_DELIVERY") ?? lastMovement(facts), context) });
    case "attempted":
      return text(language, "attempted", { date: sayDay(scanOf(facts, "ATTEMPTED_DELIVERY") ?? lastMovement(facts), context) });
    case "ready-for-pickup":
      return text(language, "readyForPickup");
    case "picked-up":
      return text(language, "pickedUp");
    case "delivered": {
      const date = day(deliveredAt(facts));
      return date ? text(language, "delivered", { date }) : text(language, "deliveredSomeDay");
    }
    case "failed":
      return text(language, "failed");
    case "not-delivered":
      return text(language, "notDelivered");
    case "cancelled":
      return text(language, "parcelCancelled");
  }
}

export function deliveredAt(parcel: FulfillmentFacts): Date | undefined {
  return parcel.deliveredAt ?? scanOf(parcel, "DELIVERED");
}

function onItsWay(parcel: FulfillmentFacts, context: FlowContext): string {
  const { language } = context;
  const left = sayDay(parcel.inTransitAt ?? parcel.createdAt, context);
  const date = futureArrival(parcel, context);
  const noTracking = isTracked(parcel) ? [] : [text(language, "noTracking")];
  if (date) return [text(language, "arrives", { left, date }), ...noTracking].join(" ");
  if (parcel.estimatedDeliveryAt) return text(language, "overdue", { left, date: sayDay(parcel.estimatedDeliveryAt, context) });
  return [text(language, noTracking.length > 0 ? "leftOnly" : "arrivalUnknown", { left }), ...noTracking].join(" ");
}

/** The day the carrier names, while it is today or ahead: a day that has passed is no promise. */
function futureArrival(parcel: FulfillmentFacts, context: FlowContext): string | undefined {
  const at = parcel.estimatedDeliveryAt;
  const isAhead = at && calendarDay(at, context.timeZone) >= calendarDay(context.now, context.timeZone);
  return isAhead ? sayDay(at, context) : undefined;
}
