import type { ReturnPolicy, ReviewTriggers } from "#app/domain/returns/policy-types.ts";
import { type ReturnReasonKey, returnReasons } from "#app/domain/returns/reasons.ts";
import { isAmount, isCount, isDay, isPercentage, readList, toAmount } from "./field-forms.ts";
import { readOutcomes, readRules, rulesToForm } from "./rule-form.ts";

/** What a policy may say beyond its base; everything empty is not said. */
type MorePolicy = Pick<
  ReturnPolicy,
  | "rules"
  | "holiday"
  | "outcomes"
  | "feesWaivedForExchange"
  | "feesWaivedForStoreCredit"
  | "creditBonusPercentage"
  | "creditExpiresAfterDays"
  | "keepItemUpTo"
  | "instantUpTo"
  | "instantAfterOrders"
  | "instantReasons"
  | "giftReturns"
  | "returnsPerOrder"
  | "review"
>;
type Problems = Partial<Record<string, string>>;

const yesNo = (value: boolean | undefined) => (value ? "yes" : "no");
const number = (value: number | undefined) => (value === undefined ? "" : String(value));

/** The further points of a policy as a form holds them. */
export function morePolicyToForm(policy: ReturnPolicy): Record<string, string> {
  const { holiday, review = {} } = policy;
  return {
    rules: rulesToForm(policy.rules),
    holidayFrom: holiday?.orderedFrom ?? "",
    holidayUntil: holiday?.orderedUntil ?? "",
    holidayReturn: holiday?.returnUntil ?? "",
    outcomes: policy.outcomes?.join(", ") ?? "",
    feesWaivedForExchange: yesNo(policy.feesWaivedForExchange),
    feesWaivedForStoreCredit: yesNo(policy.feesWaivedForStoreCredit),
    creditBonusPercentage: number(policy.creditBonusPercentage),
    creditExpiresAfterDays: number(policy.creditExpiresAfterDays),
    keepItemUpTo: policy.keepItemUpTo ?? "",
    instantUpTo: policy.instantUpTo ?? "",
    instantAfterOrders: number(policy.instantAfterOrders),
    instantReasons: policy.instantReasons?.join(", ") ?? "",
    giftReturns: yesNo(policy.giftReturns),
    returnsPerOrder: number(policy.returnsPerOrder),
    reviewValueAbove: review.valueAbove ?? "",
    reviewReasons: review.reasons?.join(", ") ?? "",
    reviewInternational: yesNo(review.international),
    reviewRisky: yesNo(review.risky),
    reviewBeforeReceipt: yesNo(review.refundBeforeReceipt),
    reviewReturnsCount: number(review.returnsBefore?.count),
    reviewReturnsDays: number(review.returnsBefore?.days),
    reviewReturnsReasons: review.returnsBefore?.reasons?.join(", ") ?? "",
  };
}

/** Checks the further points; what the form does not name stays as it is in `stored`. */
export function readMorePolicy(sent: Partial<Record<string, string>>, stored: ReturnPolicy): { policy: MorePolicy; problems: Problems } {
  const form = { ...morePolicyToForm(stored), ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) };
  const value = (name: string) => (form[name] ?? "").trim();
  const problems: Problems = {};
  const amount = (name: string) => {
    if (value(name) === "") return undefined;
    if (isAmount(value(name))) return toAmount(value(name));
    problems[name] = "Enter an amount such as 10.00, or leave it empty.";
    return undefined;
  };
  const count = (name: string, most: number) => {
    if (value(name) === "") return undefined;
    if (isCount(value(name), most, 1)) return Number(value(name));
    problems[name] = `Enter a whole number from 1 to ${most}, or leave it empty.`;
    return undefined;
  };
  const { rules, problems: ofRules } = readRules(form.rules ?? "[]");
  const bonus = value("creditBonusPercentage");
  if (bonus !== "" && !isPercentage(bonus)) problems.creditBonusPercentage = "Enter a percentage from 0 to 100, or leave it empty.";
  const outcomes = readOutcomes(readList(value("outcomes")));
  if (value("outcomes") !== "" && outcomes.length === 0) problems.outcomes = "Choose at least one.";
  const instantReasons = reasons(value("instantReasons"));
  const policy: MorePolicy = {
    rules: rules.length > 0 || stored.rules ? rules : undefined,
    holiday: readHoliday(value, problems),
    outcomes: outcomes.length > 0 ? outcomes : undefined,
    feesWaivedForExchange: value("feesWaivedForExchange") === "yes" || undefined,
    feesWaivedForStoreCredit: value("feesWaivedForStoreCredit") === "yes" || undefined,
    creditBonusPercentage: Number(bonus.replace(",", ".")) || undefined,
    creditExpiresAfterDays: count("creditExpiresAfterDays", 3650),
    keepItemUpTo: amount("keepItemUpTo"),
    instantUpTo: amount("instantUpTo"),
    instantAfterOrders: count("instantAfterOrders", 100),
    instantReasons: instantReasons.length > 0 ? instantReasons : undefined,
    giftReturns: value("giftReturns") === "yes" || undefined,
    returnsPerOrder: count("returnsPerOrder", 50),
    review: readReview(value, amount, count, problems),
  };
  return { policy, problems: { ...problems, ...ofRules } };
}

/** All three days or none. */
function readHoliday(value: (name: string) => string, problems: Problems): ReturnPolicy["holiday"] {
  const [from, until, back] = [value("holidayFrom"), value("holidayUntil"), value("holidayReturn")];
  if (!from && !until && !back) return undefined;
  for (const name of ["holidayFrom", "holidayUntil", "holidayReturn"])
    if (!isDay(value(name))) problems[name] = "Choose a day, or leave all three empty.";
  if (!isDay(from) || !isDay(until) || !isDay(back)) return undefined;
  if (until < from) problems.holidayUntil = "This lies before the first day of ordering.";
  if (back < until) problems.holidayReturn = "This lies before the last day of ordering.";
  return { orderedFrom: from, orderedUntil: until, returnUntil: back };
}

function readReview(
  value: (name: string) => string,
  amount: (name: string) => string | undefined,
  count: (name: string, most: number) => number | undefined,
  problems: Problems,
): ReviewTriggers | undefined {
  const [times, days] = [count("reviewReturnsCount", 100), count("reviewReturnsDays", 730)];
  if (value("reviewReturnsCount") !== "" && value("reviewReturnsDays") === "") problems.reviewReturnsDays = "Enter in how many days.";
  if (value("reviewReturnsCount") === "" && value("reviewReturnsDays") !== "") problems.reviewReturnsCount = "Enter how many returns.";
  const repeated = reasons(value("reviewReturnsReasons"));
  const asked = reasons(value("reviewReasons"));
  const triggers: ReviewTriggers = {
    valueAbove: amount("reviewValueAbove"),
    reasons: asked.length > 0 ? asked : undefined,
    international: value("reviewInternational") === "yes" || undefined,
    risky: value("reviewRisky") === "yes" || undefined,
    refundBeforeReceipt: value("reviewBeforeReceipt") === "yes" || undefined,
    returnsBefore: times && days ? { count: times, days, ...(repeated.length > 0 && { reasons: repeated }) } : undefined,
  };
  const said = Object.fromEntries(Object.entries(triggers).filter(([, one]) => one !== undefined));
  return Object.keys(said).length > 0 ? said : undefined;
}

function reasons(text: string): ReturnReasonKey[] {
  return readList(text).filter((one): one is ReturnReasonKey => returnReasons.some((reason) => reason === one));
}
