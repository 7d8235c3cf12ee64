import type { OrderFacts, ReturnableItem } from "../orders/facts.ts";
import type { PolicyRule, RefusedFor, ReturnOutcome, ReturnPolicy, RuleConditions, RuleEffects, WindowStart } from "./policy-types.ts";
import { folded, type PreparedRule, preparedRules } from "./prepared.ts";
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
  return termsOf(check, policy, rulesFor(check, policy));
}

/** The same, of the rules that fit whatever the reason and the outcome; see `rulesFor`. */
export function termsOf(check: ReturnCheck, policy: ReturnPolicy, candidates: readonly PreparedRule[]): Terms {
  const terms: Terms = {
    takeBack: "by-the-window",
    windowDays: policy.windowDays,
    windowStartsAt: policy.windowStartsAt,
    restockingFeePercentage: policy.restockingFeePercentage,
    returnShippingFee: policy.returnShippingFee,
    outcomes: policy.outcomes ?? usualOutcomes,
    photos: undefined,
    review: false,
  };
  const said = new Set<keyof RuleEffects>();
  for (const { rule, reasons, outcomes } of candidates) {
    if (reasons && !(check.reason && reasons.has(folded(check.reason)))) continue;
    if (outcomes && !(check.outcome && outcomes.has(folded(check.outcome)))) continue;
    for (const key of effectNames) {
      if (rule.says[key] === undefined || said.has(key)) continue;
      said.add(key);
      Object.assign(terms, { [key]: rule.says[key] });
      if (key === "takeBack" && rule.says.takeBack === "never") terms.refusedFor = refusedFor(rule);
    }
  }
  return terms;
}

const effectNames = [
  "takeBack",
  "windowDays",
  "windowStartsAt",
  "restockingFeePercentage",
  "returnShippingFee",
  "outcomes",
  "photos",
  "review",
] as const satisfies (keyof RuleEffects)[];

/** The rules of which everything fits but, perhaps, the reason and the outcome. */
export function rulesFor({ item, order }: ReturnCheck, policy: ReturnPolicy): readonly PreparedRule[] {
  const rules = preparedRules(policy);
  if (rules.length === 0) return rules;
  const given = new Map<string, readonly string[]>([
    ["countries", countryNames(order?.countryCode).map(folded)],
    ["collections", item.collections?.map(folded) ?? []],
    ["productTypes", item.productType ? [folded(item.productType)] : []],
    ["productTags", item.productTags?.map(folded) ?? []],
    ["customerTags", order?.customerTags?.map(folded) ?? []],
    ["orderTags", order?.tags?.map(folded) ?? []],
    ["orders", order?.name ? [folded(order.name)] : []],
    ["discountCodes", order?.discountCodes?.map(folded) ?? []],
  ]);
  return rules.filter(
    ({ lists, rule }) =>
      lists.every(([key, wanted]) => given.get(key)?.some((one) => wanted.has(one))) &&
      (rule.when.discountedBy === undefined || discountOf(item) >= rule.when.discountedBy),
  );
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
