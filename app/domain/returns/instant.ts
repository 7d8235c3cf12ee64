import type { Money } from "#app/channels/message.ts";
import type { OrderFacts } from "../orders/facts.ts";
import type { ReturnPolicy } from "./policy-types.ts";
import type { ReturnReasonKey } from "./reasons.ts";
import { isAtMost } from "./review.ts";

export type InstantFacts = {
  /** What goes back, in the shop's currency; null where nobody can tell, which no limit lets pass. */
  value: Money | null;
  reason: ReturnReasonKey;
  /** All of this customer's orders, this one among them. */
  orders: Pick<OrderFacts, "cancelledAt">[];
};

/** Whether the merchant gives the money of such a return before the item is back. */
export function isWithinInstant({ value, reason, orders }: InstantFacts, policy: ReturnPolicy): boolean {
  const { instantUpTo, instantAfterOrders = 0, instantReasons } = policy;
  if (instantReasons && !instantReasons.includes(reason)) return false;
  return isAtMost(value, instantUpTo) && orders.filter((order) => !order.cancelledAt).length >= instantAfterOrders;
}
