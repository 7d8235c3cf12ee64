import { itemLabel } from "#app/channels/message.ts";
import type { FulfillmentFacts, OrderFacts } from "#app/domain/orders/facts.ts";
import { calendarDay } from "#app/domain/returns/calendar.ts";
import { sayDay } from "../dates.ts";
import type { FlowContext } from "../engine.ts";
import { sayMoney } from "../money.ts";
import { openReturns, sayReturnStatus } from "../return/existing.ts";
import { sayList } from "../texts.ts";
import { isTracked, lastMovement, type Parcel, partsOf, scanOf } from "./situation.ts";
import { type TrackTextKey, text } from "./texts/index.ts";

/** Everything worth saying about an order's way: each parcel by itself, what is still here, money and returns. */
export function tellOrder(order: OrderFacts, context: FlowContext): string[] {
  const refunds = order.refunds.map((refund) =>
    text(context.language, "refunded", { amount: sayMoney(refund.total, context.language), date: sayDay(refund.createdAt, context) }),
  );
  if (order.cancelledAt) {
    const next = refunds.length > 0 ? [] : [text(context.language, "nextMoney")];
    return [text(context.language, "cancelled", { order: order.name, date: sayDay(order.cancelledAt, context) }), ...refunds, ...next];
  }
  const { parcels, unshipped } = partsOf(order, context.now);
  if (parcels.length === 0) {
    const words = unshippedText[order.fulfillmentStatus] ?? "unshipped";
    return [text(context.language, words, { order: order.name, date: sayDay(order.processedAt, context) }), ...refunds];
  }
  const returns = openReturns(order).map((existing) => sayReturnStatus(existing, context));
  const rest =
    unshipped.length > 0 ? [text(context.language, "partUnshipped", { items: sayList(context.language, unshipped.map(itemLabel)) })] : [];
  const told = parcels.map((parcel, index) => tellOne(order, parcel, index + 1, parcels.length, context));
  return [...told, ...nextOf(parcels, context), ...rest, ...refunds, ...returns];
}

/** OrderDisplayFulfillmentStatus of an order of which nothing has left. What Shopify adds later is simply not shipped yet. */
const unshippedText: Record<string, TrackTextKey> = {
  IN_PROGRESS: "unshippedPacking",
  PENDING_FULFILLMENT: "unshippedPacking",
  ON_HOLD: "unshippedHeld",
  SCHEDULED: "unshippedPlanned",
  REQUEST_DECLINED: "unshippedDeclined",
  RESTOCKED: "restocked",
  FULFILLMENT_NOT_REQUIRED: "nothingToShip",
};

/** An order that does not go on by itself: a person has to look. */
const standsStill = new Set(["ON_HOLD", "REQUEST_DECLINED", "RESTOCKED"]);

export function isStandingStill(order: OrderFacts, context: FlowContext): boolean {
  return !order.cancelledAt && standsStill.has(order.fulfillmentStatus) && partsOf(order, context.now).parcels.length === 0;
}

/** What happens next with these parcels, or what the shopper can do, each said once. Where a person is offered, that is it. */
export function nextOf(parcels: Parcel[], context: FlowContext): string[] {
  const keys = parcels.map((parcel) => nextKey(parcel, context)).filter((key) => key !== undefined);
  return [...new Set(keys)].map((key) => text(context.language, key));
}

function nextKey({ facts, situation }: Parcel, context: FlowContext): TrackTextKey | undefined {
  switch (situation) {
    case "preparing":
      return "nextLeaves";
    case "on-its-way":
      return isTracked(facts) && !isOverdue(facts, context) ? "nextMoves" : "nextTell";
    case "delayed":
      return "nextTell";
    case "out-for-delivery":
      return "nextAtDoor";
    case "attempted":
      return "nextAttempt";
    case "ready-for-pickup":
      return "nextPickup";
    case "delivered":
    case "picked-up":
      return "ifNotRight";
    // A person is offered, or what was in it is told as not shipped.
    case "stuck":
    case "failed":
    case "not-delivered":
    case "returning":
    case "cancelled":
      return undefined;
  }
}

const isOverdue = (parcel: FulfillmentFacts, context: FlowContext): boolean =>
  parcel.estimatedDeliveryAt !== undefined && futureArrival(parcel, context) === undefined;

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
    case "returning":
      return text(language, "returning");
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
