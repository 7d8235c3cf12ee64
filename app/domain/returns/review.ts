import type { Money } from "#app/channels/message.ts";
import type { OrderFacts } from "../orders/facts.ts";
import type { ReturnPolicy, ReviewReason } from "./policy-types.ts";
import { type ReturnReasonKey, reasonOfHandle } from "./reasons.ts";
import { type ReturnCheck, termsFor } from "./terms.ts";

const day = 86_400_000;

/** What is known of a return that the rules allow, before it opens. */
export type ReviewFacts = {
  checks: ReturnCheck[];
  reason: ReturnReasonKey;
  /** What goes back, in the shop's currency; null where nobody can tell, which a limit never lets pass. */
  value: Money | null;
  /** Where the shop is; undefined where that is not known. */
  shopCountry?: string;
  order?: Pick<OrderFacts, "countryCode" | "risk">;
  /** All of this customer's orders. */
  orders: Pick<OrderFacts, "returns">[];
  isBeforeReceipt: boolean;
  now: Date;
};

/** Why a person looks at this return first; empty: nobody needs to. */
export function reviewsFor(facts: ReviewFacts, policy: ReturnPolicy): ReviewReason[] {
  const triggers = policy.review ?? {};
  const country = facts.order?.countryCode;
  const reasons: [ReviewReason, boolean][] = [
    ["rule", facts.checks.some((check) => termsFor({ ...check, reason: facts.reason }, policy).review)],
    ["value", triggers.valueAbove !== undefined && !isAtMost(facts.value, triggers.valueAbove)],
    ["reason", triggers.reasons?.includes(facts.reason) === true],
    ["international", triggers.international === true && (!country || !facts.shopCountry || country !== facts.shopCountry)],
    ["risk", triggers.risky === true && (facts.order?.risk === "INVESTIGATE" || facts.order?.risk === "CANCEL")],
    ["returns-before", hasReturnedOften(facts, triggers.returnsBefore)],
    ["before-receipt", triggers.refundBeforeReceipt === true && facts.isBeforeReceipt],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

function hasReturnedOften({ orders, now }: ReviewFacts, limit: NonNullable<ReturnPolicy["review"]>["returnsBefore"]): boolean {
  if (!limit) return false;
  const since = now.getTime() - limit.days * day;
  const counted = orders.flatMap((order) =>
    order.returns.filter(
      (one) =>
        one.createdAt.getTime() >= since &&
        one.status !== "CANCELED" &&
        one.status !== "DECLINED" &&
        (!limit.reasons || one.items.some(({ reasonHandle }) => isOneOf(limit.reasons, reasonHandle))),
    ),
  );
  return counted.length >= limit.count;
}

function isOneOf(reasons: ReturnReasonKey[] | undefined, handle: string | undefined): boolean {
  const reason = handle === undefined ? undefined : reasonOfHandle(handle);
  return reason !== undefined && reasons?.includes(reason) === true;
}

/** A sum is within a limit of the shop's currency; one that is not known is not. */
export function isAtMost(value: Money | null, limit: string | undefined): boolean {
  return value !== null && limit !== undefined && Number(value.amount) <= Number(limit);
}
