import type { Money } from "#app/channels/message.ts";
import type { OrderFacts, ReturnableItem } from "../orders/facts.ts";
import { atMostLeftOf, inShopCurrency } from "../orders/rate.ts";
import { checkReturn, feesFor, outcomesFor, photosWanted, type Refusal } from "./policy.ts";
import type { ReturnOutcome, ReturnPolicy, ReviewReason } from "./policy-types.ts";
import { type ReturnReasonKey, reasonOfHandle } from "./reasons.ts";
import { reviewsFor } from "./review.ts";
import type { ReturnCheck } from "./terms.ts";

/** How far back a trial goes. */
export const trialDays = 90;

/** One bought item of a past order, as much of it as the rules look at. */
export type PastItem = Pick<
  ReturnableItem,
  | "fulfillmentLineItemId"
  | "title"
  | "variantTitle"
  | "unitPrice"
  | "fullPrice"
  | "deliveredAt"
  | "fulfilledAt"
  | "productTags"
  | "productType"
  | "collections"
>;
export type PastOrder = Pick<
  OrderFacts,
  "id" | "name" | "processedAt" | "countryCode" | "tags" | "customerTags" | "discountCodes" | "risk" | "total" | "shopTotal" | "returns"
> & { items: PastItem[] };

/** What a policy says of one item: a refusal, or the terms on which it comes back. */
export type Decision =
  | ({ takenBack: false } & { refusal: Refusal })
  | {
      takenBack: true;
      /** Days since 1970; null: without end. */
      lastDay: number | null;
      restockingFeePercentage: number;
      returnShippingFee: string;
      outcomes: ReturnOutcome[];
      photos: number;
      reviews: ReviewReason[];
    };

/** What is different, the weightiest first; an item is counted once. */
export const trialKinds = ["refused", "taken-back", "shorter", "longer", "dearer", "cheaper", "outcomes", "review", "pictures"] as const;
export type TrialKind = (typeof trialKinds)[number];

export type TrialLine = {
  kind: TrialKind;
  orderName: string;
  item: string;
  before: Decision;
  after: Decision;
  askedAt: Date;
  /** The item came back in truth, on that day and for its reason; else it is as if somebody asked now. */
  hasReturn: boolean;
};

type Shop = { timeZone: string; countryCode?: string };

/** Each item of an order that two policies decide differently, and how many were looked at. */
export function tryOrder(
  order: PastOrder,
  present: ReturnPolicy,
  draft: ReturnPolicy,
  at: Date,
  shop: Shop,
): { lines: TrialLine[]; items: number } {
  const lines = order.items.flatMap((item) => {
    const asked = askedFor(order, item, at);
    const [before, after] = [present, draft].map((policy) => decide(order, item, asked, policy, shop)) as [Decision, Decision];
    const kind = kindOf(before, after, item);
    if (!kind) return [];
    const title = [item.title, item.variantTitle].filter(Boolean).join(", ");
    return [{ kind, orderName: order.name, item: title, before, after, askedAt: asked.at, hasReturn: asked.hasReturn }];
  });
  return { lines, items: order.items.length };
}

type Asked = { at: Date; reason?: ReturnReasonKey; outcome?: ReturnOutcome; hasReturn: boolean; earlier: OrderFacts["returns"] };

/** When and why the item came back, if it did. */
function askedFor(order: PastOrder, { fulfillmentLineItemId }: PastItem, at: Date): Asked {
  const own = order.returns.find(
    (one) => one.status !== "CANCELED" && one.items.some((line) => line.fulfillmentLineItemId === fulfillmentLineItemId),
  );
  if (!own) return { at, hasReturn: false, earlier: order.returns };
  const handle = own.items.find((line) => line.fulfillmentLineItemId === fulfillmentLineItemId)?.reasonHandle;
  const reason = (handle === undefined ? undefined : reasonOfHandle(handle)) ?? "other";
  return { at: own.createdAt, reason, hasReturn: true, earlier: order.returns.filter((one) => one.createdAt < own.createdAt) };
}

/** What the policy says when this item is asked for on that day. Where no reason is known its terms are those of a changed mind. */
export function decide(
  order: PastOrder,
  item: PastItem,
  asked: { at: Date; reason?: ReturnReasonKey; outcome?: ReturnOutcome; earlier?: OrderFacts["returns"] },
  policy: ReturnPolicy,
  { timeZone, countryCode }: Shop,
): Decision {
  const known = { ...order, returns: asked.earlier ?? order.returns };
  const check: ReturnCheck = { item, order: known, reason: asked.reason, outcome: asked.outcome, now: asked.at, timeZone };
  const eligibility = checkReturn(check, policy);
  if (!eligibility.eligible) {
    const { eligible: _, ...refusal } = eligibility;
    return { takenBack: false, refusal };
  }
  const reason = asked.reason ?? "changed_mind";
  const fees = feesFor({ ...check, reason }, policy);
  const value = inShopCurrency(item.unitPrice, order);
  const facts = { checks: [check], reason, value, shopCountry: countryCode, order, orders: [known], isBeforeReceipt: false, now: asked.at };
  return {
    takenBack: true,
    lastDay: eligibility.lastDay,
    restockingFeePercentage: fees.restockingFeePercentage ?? 0,
    returnShippingFee: shippingFeeOf(fees, value),
    outcomes: outcomesFor({ ...check, reason }, policy),
    photos: photosWanted(policy, reason, [check]),
    reviews: reviewsFor(facts, policy),
  };
}

/** As much of the fee as the item leaves, in the shop's currency; the fee itself where the item's worth in it is not known. */
function shippingFeeOf({ returnShippingFee = "0.00", restockingFeePercentage }: ReturnType<typeof feesFor>, value: Money | null): string {
  if (!value) return returnShippingFee;
  const fee = { amount: returnShippingFee, currencyCode: value.currencyCode };
  return atMostLeftOf(fee, [{ unitPrice: value, quantity: 1, restockingFeePercentage }])?.amount ?? "0.00";
}

function kindOf(before: Decision, after: Decision, item: PastItem): TrialKind | null {
  if (!before.takenBack || !after.takenBack) {
    if (before.takenBack === after.takenBack) return null;
    return before.takenBack ? "refused" : "taken-back";
  }
  const [was, is] = [before.lastDay ?? Number.POSITIVE_INFINITY, after.lastDay ?? Number.POSITIVE_INFINITY];
  if (is !== was) return is < was ? "shorter" : "longer";
  const [cost, now] = [costOf(before, item), costOf(after, item)];
  if (now !== cost) return now > cost ? "dearer" : "cheaper";
  if (before.outcomes.join() !== after.outcomes.join()) return "outcomes";
  if (before.reviews.length > 0 !== after.reviews.length > 0) return "review";
  return before.photos === after.photos ? null : "pictures";
}

function costOf(decision: Extract<Decision, { takenBack: true }>, { unitPrice }: PastItem): number {
  return (Number(unitPrice.amount) * decision.restockingFeePercentage) / 100 + Number(decision.returnShippingFee);
}
