import type { OrderFacts, ReturnableItem } from "../orders/facts.ts";
import type { PolicyRule, RefusedFor, ReturnOutcome, ReturnPolicy, RuleConditions, RuleEffects, WindowStart } from "./policy-types.ts";
import type { ReturnReasonKey } from "./reasons.ts";
import { isInEu } from "./statute.ts";

type ParcelDates = Pick<ReturnableItem, "deliveredAt" | "fulfilledAt">;

/** What is known of a bought item and its order; what is absent fulfils no condition of a rule. */
export type ReturnCheck = {
  item: ParcelDates & Partial<Pick<ReturnableItem, "productTags" | "productType" | "collections" | "unitPrice" | "fullPrice">>;
  order?: Partial<Pick<OrderFacts, "name" | "processedAt" | "countryCode" | "tags" | "customerTags" | "discountCodes" | "returns">>;
  /** Absent while nobody has said it yet. */
  reason?: ReturnReasonKey;
  outcome?: ReturnOutcome;
  now: Date;
  /** IANA zone of the shop. */
  timeZone: string;
};

/** What holds for one item: the policy with the rules that fit. */
export type Terms = {
  takeBack: "by-the-window" | "always" | "never";
  /** Why "never", where a rule says so. */
  refusedFor?: RefusedFor;
  windowDays: number | null;
  windowStartsAt: WindowStart;
  restockingFeePercentage: number;
  returnShippingFee: string;
  outcomes: readonly ReturnOutcome[];
  /** Undefined: as the policy says for the reason. */
  photos?: number;
  review: boolean;
};

/** A shop that has not chosen: money back is offered first, and whoever wants another item says so. */
export const usualOutcomes: readonly ReturnOutcome[] = ["refund", "exchange-variant", "exchange-product"];

/** The terms of one item. Of several rules that fit, the one higher up decides each point that it speaks of. */
export function termsFor(check: ReturnCheck, policy: ReturnPolicy): Terms {
  const fitting = policy.rules?.filter((rule) => fits(rule.when, check)) ?? [];
  const said = <Key extends keyof RuleEffects>(key: Key) => fitting.find((rule) => rule.says[key] !== undefined);
  const value = <Key extends keyof RuleEffects>(key: Key): RuleEffects[Key] => said(key)?.says[key];
  const window = said("windowDays");
  const takeBack = said("takeBack");
  return {
    takeBack: takeBack?.says.takeBack ?? "by-the-window",
    ...(takeBack?.says.takeBack === "never" && { refusedFor: refusedFor(takeBack) }),
    windowDays: window?.says.windowDays === undefined ? policy.windowDays : window.says.windowDays,
    windowStartsAt: value("windowStartsAt") ?? policy.windowStartsAt,
    restockingFeePercentage: value("restockingFeePercentage") ?? policy.restockingFeePercentage,
    returnShippingFee: value("returnShippingFee") ?? policy.returnShippingFee,
    outcomes: value("outcomes") ?? policy.outcomes ?? usualOutcomes,
    photos: value("photos"),
    review: value("review") ?? false,
  };
}

/** Every condition that is named holds. */
function fits(when: RuleConditions, { item, order, reason, outcome }: ReturnCheck): boolean {
  return (
    any(when.countries, countryNames(order?.countryCode)) &&
    any(when.collections, item.collections) &&
    any(when.productTypes, item.productType ? [item.productType] : []) &&
    any(when.productTags, item.productTags) &&
    any(when.customerTags, order?.customerTags) &&
    any(when.orderTags, order?.tags) &&
    any(when.orders, order?.name ? [order.name] : []) &&
    any(when.discountCodes, order?.discountCodes) &&
    any(when.reasons, reason ? [reason] : []) &&
    any(when.outcomes, outcome ? [outcome] : []) &&
    (when.discountedBy === undefined || discountOf(item) >= when.discountedBy)
  );
}

function any(wanted: readonly string[] | undefined, given: readonly string[] = []): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return given.some((one) => wanted.some((other) => folded(other) === folded(one)));
}

export function folded(text: string): string {
  return text.trim().toLowerCase();
}

function countryNames(code: string | undefined): string[] {
  if (!code) return [];
  return isInEu(code) ? [code, "EU"] : [code];
}

/** How much below its price it was bought, in percent; 0 where the price is not known. */
function discountOf({ unitPrice, fullPrice }: ReturnCheck["item"]): number {
  if (!unitPrice || !fullPrice || unitPrice.currencyCode !== fullPrice.currencyCode) return 0;
  const full = Number(fullPrice.amount);
  return full > 0 ? Math.max(0, 100 * (1 - Number(unitPrice.amount) / full)) : 0;
}

const tellingFirst: [keyof RuleConditions, RefusedFor][] = [
  ["reasons", "reason"],
  ["outcomes", "outcome"],
  ["discountCodes", "discount"],
  ["discountedBy", "discount"],
  ["collections", "collection"],
  ["productTypes", "type"],
  ["productTags", "tag"],
  ["customerTags", "customer"],
  ["orders", "order"],
  ["orderTags", "order"],
  ["countries", "country"],
];

/** What about the return a rule holds against it, the most telling first. */
function refusedFor({ when }: PolicyRule): RefusedFor {
  return tellingFirst.find(([key]) => when[key] !== undefined)?.[1] ?? "other";
}
