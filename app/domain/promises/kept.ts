import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { PromiseKind } from "./words.ts";

/** What stands in an order of a promise: it has been kept, nothing is left to be kept, or it is still open. */
export type Standing = "kept" | "moot" | "open";

/** Shopify's clock is not ours; milliseconds. */
const slack = 60_000;

/** Whether the store has done since what was promised. Of an answer, a label or anything else the store's facts say nothing. */
export function standsInOrder(about: PromiseKind, order: OrderFacts, madeAt: Date): Standing {
  const since = (at: Date) => at.getTime() >= madeAt.getTime() - slack;
  if (about === "refund") return order.refunds.some((one) => since(one.createdAt)) ? "kept" : "open";
  if (about !== "shipment" && about !== "exchange") return "open";
  if (order.fulfillments.some((one) => since(one.createdAt))) return "kept";
  return order.cancelledAt ? "moot" : "open";
}

/** Staff's next words keep these; the store has no event of them that we read. */
export const keptByReply: PromiseKind[] = ["answer", "label", "other"];

/** What staff write so soon after their own promise still belongs to it ("and have a nice day"); milliseconds. */
export const sameBreath = 15 * 60_000;
