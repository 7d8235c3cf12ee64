import type { FulfillmentFacts, OrderFacts, OrderItem } from "#app/domain/orders/facts.ts";

/** Where one parcel stands, in as many cases as need different words. */
export type Situation =
  | "preparing"
  | "on-its-way"
  | "stuck"
  | "delayed"
  | "out-for-delivery"
  | "attempted"
  | "ready-for-pickup"
  | "picked-up"
  | "delivered"
  | "failed"
  | "not-delivered"
  | "returning"
  | "cancelled";

/** FulfillmentDisplayStatus and FulfillmentEventStatus, whose names agree. What Shopify adds later counts as on its way. */
const situations: Record<string, Situation> = {
  SUBMITTED: "preparing",
  CONFIRMED: "preparing",
  LABEL_PURCHASED: "preparing",
  LABEL_PRINTED: "preparing",
  LABEL_VOIDED: "preparing",
  FULFILLED: "on-its-way",
  MARKED_AS_FULFILLED: "on-its-way",
  CARRIER_PICKED_UP: "on-its-way",
  IN_TRANSIT: "on-its-way",
  DELAYED: "delayed",
  OUT_FOR_DELIVERY: "out-for-delivery",
  ATTEMPTED_DELIVERY: "attempted",
  READY_FOR_PICKUP: "ready-for-pickup",
  PICKED_UP: "picked-up",
  DELIVERED: "delivered",
  FAILURE: "failed",
  NOT_DELIVERED: "not-delivered",
  CANCELED: "cancelled",
};

/** Statuses the merchant sets, which say less than any scan of the carrier. */
const overruledByScan = new Set(["FULFILLED", "MARKED_AS_FULFILLED", "SUBMITTED", "CONFIRMED"]);
const stuckAfterHours = 72;

function situationOf(parcel: FulfillmentFacts, now: Date): Situation {
  if (parcel.displayStatus === "CANCELED") return "cancelled";
  if (parcel.deliveredAt) return "delivered";
  if (goesBack(parcel)) return "returning";
  const scan = parcel.events[0]?.status;
  const status = scan && overruledByScan.has(parcel.displayStatus) ? scan : parcel.displayStatus;
  const situation = situations[status] ?? "on-its-way";
  return situation === "on-its-way" && isStuck(parcel, now) ? "stuck" : situation;
}

/**
 * Shopify has no status for a parcel that goes back to its sender; carriers say it in the remark of their last scan. The remark
 * only sorts: none of its words are ever shown.
 */
function goesBack({ displayStatus, events: [last] }: FulfillmentFacts): boolean {
  return last?.status !== "DELIVERED" && displayStatus !== "DELIVERED" && toSender.test(last?.message ?? "");
}

const toSender =
  /\b(return(ed|ing)?|sent back) to (the )?(sender|shipper|origin)\b|\ban (den )?(absender|versender)\b|\bretour (à|a|chez) l.exp[ée]diteur\b|\bdevuelt[oa] al remitente\b|\bdevolvid[oa] ao remetente\b|\b(reso|restituit[oa]|rispedit[oa]) al mittente\b|\b(retour|terug) (naar )?(de )?afzender\b/i;

/** The carrier has shown nothing for three days. A parcel that cannot be tracked is never seen at all, so it is not stuck. */
function isStuck(parcel: FulfillmentFacts, now: Date): boolean {
  if (!isTracked(parcel)) return false;
  return now.getTime() - lastMovement(parcel).getTime() > stuckAfterHours * 3_600_000;
}

export function isTracked(parcel: FulfillmentFacts): boolean {
  return parcel.tracking.some((one) => one.number || one.url);
}

export function lastMovement(parcel: FulfillmentFacts): Date {
  return parcel.events[0]?.happenedAt ?? parcel.inTransitAt ?? parcel.createdAt;
}

/** When the carrier reported this status, the newest time; undefined when it never did. */
export function scanOf(parcel: FulfillmentFacts, status: string): Date | undefined {
  return parcel.events.find((event) => event.status === status)?.happenedAt;
}

/** A web address of the carrier; anything else a tracking field may hold is not made a link. */
export function trackingUrl(parcel: FulfillmentFacts): string | undefined {
  return parcel.tracking.map((one) => one.url).find((url) => url !== undefined && /^https?:\/\//i.test(url));
}

export type Parcel = { facts: FulfillmentFacts; situation: Situation; items: (OrderItem & { quantity: number })[] };

/** The order's parcels, oldest first, and what has not been sent yet. */
export function partsOf(order: OrderFacts, now: Date): { parcels: Parcel[]; unshipped: OrderItem[] } {
  const parcels = [...order.fulfillments]
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
    .map((facts) => ({ facts, situation: situationOf(facts, now), items: itemsOf(order, facts) }));
  const active = parcels.filter((parcel) => parcel.situation !== "cancelled");
  const unshipped = order.items.flatMap((item) => {
    const sent = active.flatMap((parcel) => parcel.items).filter((one) => one.lineItemId === item.lineItemId);
    const left = item.quantity - sent.reduce((sum, one) => sum + one.quantity, 0);
    return left > 0 ? [{ ...item, quantity: left }] : [];
  });
  return { parcels: active.length > 0 ? active : parcels, unshipped };
}

function itemsOf(order: OrderFacts, parcel: FulfillmentFacts) {
  return parcel.items.flatMap(({ lineItemId, quantity }) => {
    const item = order.items.find((one) => one.lineItemId === lineItemId);
    return item ? [{ ...item, quantity }] : [];
  });
}

/** A carrier's trouble that a shopper wants to hear of without asking. */
export const isTrouble = (situation: Situation): boolean => troubles.has(situation);
const troubles: ReadonlySet<Situation> = new Set<Situation>(["delayed", "attempted", "failed", "not-delivered", "returning"]);

export function hasTrouble(order: OrderFacts, now: Date): boolean {
  return !order.cancelledAt && partsOf(order, now).parcels.some((parcel) => isTrouble(parcel.situation));
}

/** Nothing more will happen to it on its way. */
export function hasArrived(situation: Situation): boolean {
  return situation === "delivered" || situation === "picked-up";
}

export function isUnderWay(order: OrderFacts, now: Date): boolean {
  if (order.cancelledAt) return false;
  const { parcels, unshipped } = partsOf(order, now);
  return unshipped.length > 0 || parcels.some((parcel) => !hasArrived(parcel.situation) && parcel.situation !== "cancelled");
}
