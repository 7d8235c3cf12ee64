import type { Block, OrderStage } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { labelDay } from "../dates.ts";
import type { FlowContext } from "../engine.ts";
import { lastMovement, type Parcel, type Situation, scanOf, trackingUrl } from "./situation.ts";
import { type TrackTextKey, text } from "./texts/index.ts";

const labels: TrackTextKey[] = ["stageOrdered", "stagePrepared", "stageShipped", "stageOutForDelivery", "stageDelivered"];

/** How far each situation has come, as the index of the present dot. */
const reached: Record<Situation, number> = {
  preparing: 1,
  "on-its-way": 2,
  stuck: 2,
  delayed: 2,
  failed: 2,
  "not-delivered": 2,
  returning: 2,
  "out-for-delivery": 3,
  attempted: 3,
  "ready-for-pickup": 3,
  delivered: 4,
  "picked-up": 4,
  cancelled: 0,
};

const statusTexts: Record<Situation, TrackTextKey> = {
  preparing: "statusPreparing",
  "on-its-way": "statusOnItsWay",
  stuck: "statusStuck",
  delayed: "statusDelayed",
  "out-for-delivery": "statusOutForDelivery",
  attempted: "statusAttempted",
  "ready-for-pickup": "statusReadyForPickup",
  "picked-up": "statusPickedUp",
  delivered: "statusDelivered",
  failed: "statusFailed",
  "not-delivered": "statusNotDelivered",
  returning: "statusReturning",
  cancelled: "statusCancelled",
};

/** The card of one parcel: its items and five dots, each with the day it happened, the next with the day expected. */
export function parcelBlock(order: OrderFacts, parcel: Parcel, context: FlowContext): Block {
  const { facts, situation } = parcel;
  const left = facts.inTransitAt ?? scanOf(facts, "CARRIER_PICKED_UP") ?? facts.createdAt;
  const days = [
    order.processedAt,
    facts.createdAt,
    left,
    scanOf(facts, "OUT_FOR_DELIVERY") ?? scanOf(facts, "ATTEMPTED_DELIVERY") ?? scanOf(facts, "READY_FOR_PICKUP"),
    facts.deliveredAt ?? scanOf(facts, "DELIVERED") ?? (situation === "picked-up" ? lastMovement(facts) : undefined),
  ];
  const url = trackingUrl(facts);
  return {
    ...card(order, parcel.items, text(context.language, statusTexts[situation])),
    stages: stages(reached[situation], days, context, facts.estimatedDeliveryAt),
    ...(url && { trackingUrl: url, trackingLabel: text(context.language, "trackParcel") }),
  };
}

/** The card of what has not been sent, or of an order that never will be. */
export function unshippedBlock(order: OrderFacts, items: OrderFacts["items"], context: FlowContext): Block {
  const status = text(context.language, order.cancelledAt ? "statusCancelled" : unshippedStatus(order.fulfillmentStatus));
  return { ...card(order, items, status), stages: order.cancelledAt ? [] : stages(0, [order.processedAt], context) };
}

function unshippedStatus(fulfillmentStatus: string): TrackTextKey {
  if (fulfillmentStatus === "IN_PROGRESS" || fulfillmentStatus === "PENDING_FULFILLMENT") return "statusPacking";
  return fulfillmentStatus === "ON_HOLD" ? "statusHeld" : "statusUnshipped";
}

function card(order: OrderFacts, items: OrderFacts["items"], status: string) {
  return {
    kind: "order" as const,
    name: order.name,
    status,
    items: items.map(({ title, variantTitle, imageUrl, quantity }) => ({ title, variantTitle, imageUrl, quantity })),
  };
}

function stages(present: number, days: (Date | undefined)[], context: FlowContext, expected?: Date): OrderStage[] {
  return labels.map((label, index) => {
    const state = index < present ? "done" : index === present ? "present" : "ahead";
    const isExpected = index === labels.length - 1 && state === "ahead" && expected !== undefined && expected > context.now;
    const at = state === "ahead" ? (isExpected ? expected : undefined) : days[index];
    return { label: text(context.language, label), ...(at && { at: labelDay(at, context) }), state };
  });
}
