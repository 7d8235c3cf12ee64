import type { Money } from "#app/channels/message.ts";
import type { OrderFacts } from "../orders/facts.ts";
import type { ReturnPolicy } from "./policy-types.ts";
import type { ReturnReasonKey } from "./reasons.ts";
import { isAtMost } from "./review.ts";

export type InstantFacts = {
  /**
   * What goes back, and once it was calculated the money for it with its tax, in the shop's currency; null where nobody can tell,
   * which no limit lets pass.
   */
  values: (Money | null)[];
  /** Of each thing all that was ordered: of a part, Shopify would not know which pieces were paid for already. */
  isWhole: boolean;
  /** Another return of theirs is under way, so that many small ones do not make a large one. */
  hasOther: boolean;
  reason: ReturnReasonKey;
  /** All of this customer's orders, this one among them. */
  orders: Pick<OrderFacts, "cancelledAt">[];
};

/** Whether the merchant gives the money of such a return before the item is back. */
export function isWithinInstant({ values, isWhole, hasOther, reason, orders }: InstantFacts, policy: ReturnPolicy): boolean {
  const { instantUpTo, instantAfterOrders = 0, instantReasons } = policy;
  if (instantReasons && !instantReasons.includes(reason)) return false;
  if (!isWhole || hasOther || !values.every((value) => isAtMost(value, instantUpTo))) return false;
  return orders.filter((order) => !order.cancelledAt).length >= instantAfterOrders;
}
