import type { ReturnableItem } from "../orders/facts.ts";
import { calendarDay } from "./calendar.ts";
import { type RefusalReason, type RefusedFor, type ReturnOutcome, type ReturnPolicy, returnOutcomes } from "./policy-types.ts";
import { folded, type PreparedRule, preparedTags } from "./prepared.ts";
import { type ReturnReasonKey, returnReasons } from "./reasons.ts";
import { assumedTransitDays, isInEu, statutoryDays } from "./statute.ts";
import { type ReturnCheck, rulesFor, type Terms, termsFor, termsOf } from "./terms.ts";

/** What a shop begins with until the merchant writes their own rules. */
export const defaultReturnPolicy: ReturnPolicy = {
  windowDays: 30,
  windowStartsAt: "delivered",
  finalSaleTags: ["final-sale"],
  restockingFeePercentage: 0,
  returnShippingFee: "0.00",
  feesWaivedForShopFault: true,
  mode: "request",
};

/** A refusal with the facts that explain it. `lastDay` counts days since 1970, see `calendarDay`. */
export type Refusal =
  | { because: Extract<RefusalReason, "window-closed">; windowDays: number; lastDay: number }
  | { because: Extract<RefusalReason, "final-sale">; tag: string }
  | { because: Extract<RefusalReason, "not-returnable">; refusedFor: RefusedFor }
  | { because: Extract<RefusalReason, "returned-before"> }
  | { because: Extract<RefusalReason, "not-delivered"> };

/** `lastDay` null: there is no end to it. */
export type Eligibility = { eligible: true; lastDay: number | null } | ({ eligible: false } & Refusal);

/**
 * May this item come back today? The first reason against it is the one that is told. While the reason or the outcome is not known,
 * the item may come back if it might for any of them.
 */
export function checkReturn(check: ReturnCheck, policy: ReturnPolicy): Eligibility {
  const rules = rulesFor(check, policy);
  let refused: Eligibility | undefined;
  for (const known of possibilities(check, rules)) {
    const eligibility = checkKnown(known, policy, termsOf(known, policy, rules));
    if (eligibility.eligible) return eligibility;
    refused ??= eligibility;
  }
  return refused ?? checkKnown(check, policy, termsOf(check, policy, rules));
}

/** With the reason and outcome that are known, or each that a rule makes a difference between; one stands for all that none names. */
function* possibilities(check: ReturnCheck, rules: readonly PreparedRule[]): Generator<ReturnCheck> {
  yield check;
  const reasons = check.reason ? [check.reason] : told(returnReasons, rules, "reasons");
  const outcomes = check.outcome ? [check.outcome] : told(returnOutcomes, rules, "outcomes");
  if (reasons.length * outcomes.length === 1) return;
  for (const reason of reasons) for (const outcome of outcomes) yield { ...check, reason, outcome };
}

/** Those that a rule names, and the first that none does; in the order of `all`. */
function told<Value extends string>(
  all: readonly Value[],
  rules: readonly PreparedRule[],
  by: "reasons" | "outcomes",
): (Value | undefined)[] {
  const naming = rules.filter((rule) => rule[by]);
  if (naming.length === 0) return [undefined];
  const isNamed = (one: Value) => naming.some((rule) => rule[by]?.has(folded(one)));
  const unnamed = all.find((one) => !isNamed(one));
  return all.filter((one) => one === unnamed || isNamed(one));
}

function checkKnown(check: ReturnCheck, policy: ReturnPolicy, terms: Terms): Eligibility {
  const refusal =
    delivered(check) ??
    notFinalSale(check, policy, terms) ??
    takenBack(check, terms) ??
    withinCount(check, policy, terms) ??
    withinWindow(check, policy, terms);
  return refusal ? { eligible: false, ...refusal } : { eligible: true, lastDay: windowFor(check, policy, terms).lastDay };
}

/** The item has arrived, as far as anyone can know. */
function delivered(check: ReturnCheck): Refusal | null {
  return deliveryDay(check.item, check.timeZone) <= today(check) ? null : { because: "not-delivered" };
}

/** No tag of the product makes it final sale. Which goods the law exempts only the merchant knows, so the law does not overrule it. */
function notFinalSale(check: ReturnCheck, policy: ReturnPolicy, terms: Terms): Refusal | null {
  if (terms.takeBack === "always") return null;
  const finalSale = preparedTags(policy.finalSaleTags);
  const tag = check.item.productTags?.find((one) => finalSale.has(folded(one)));
  return tag === undefined ? null : { because: "final-sale", tag };
}

/** No rule keeps it from coming back, unless the law gives the shopper that right. */
function takenBack(check: ReturnCheck, terms: Terms): Refusal | null {
  if (terms.takeBack !== "never" || isWithinStatute(check)) return null;
  return { because: "not-returnable", refusedFor: terms.refusedFor ?? "other" };
}

/** The order has not had as many returns as one may have; those that came to nothing do not count. */
function withinCount(check: ReturnCheck, { returnsPerOrder }: ReturnPolicy, terms: Terms): Refusal | null {
  if (returnsPerOrder === undefined || terms.takeBack === "always" || isWithinStatute(check)) return null;
  const counted = check.order?.returns?.filter((one) => one.status !== "CANCELED" && one.status !== "DECLINED") ?? [];
  return counted.length < returnsPerOrder ? null : { because: "returned-before" };
}

/** Today is not after the window's last day, in the shop's own calendar. */
function withinWindow(check: ReturnCheck, policy: ReturnPolicy, terms: Terms): Refusal | null {
  if (terms.takeBack === "always") return null;
  const { windowDays, lastDay } = windowFor(check, policy, terms);
  if (windowDays === null || lastDay === null || today(check) <= lastDay) return null;
  return { because: "window-closed", windowDays, lastDay };
}

export type Window = { windowDays: number | null; lastDay: number | null };

/** The days a shopper has and the last of them: the merchant's window, never shorter than the law's. */
export function windowOf(check: ReturnCheck, policy: ReturnPolicy): Window {
  return windowFor(check, policy, termsFor(check, policy));
}

function windowFor(check: ReturnCheck, policy: ReturnPolicy, terms: Terms): Window {
  if (terms.windowDays === null || terms.takeBack === "always") return { windowDays: null, lastDay: null };
  const start = startDay(check, terms);
  const merchants = { windowDays: terms.windowDays, lastDay: Math.max(start + terms.windowDays, holidayDay(check, policy)) };
  const statutory = { windowDays: statutoryDays, lastDay: deliveryDay(check.item, check.timeZone) + statutoryDays };
  return isInEu(check.order?.countryCode) && statutory.lastDay > merchants.lastDay ? statutory : merchants;
}

function startDay({ item, order, timeZone }: ReturnCheck, terms: Terms): number {
  if (terms.windowStartsAt === "delivered") return deliveryDay(item, timeZone);
  const start = terms.windowStartsAt === "ordered" ? (order?.processedAt ?? item.fulfilledAt) : item.fulfilledAt;
  return calendarDay(start, timeZone);
}

/** The last day of the holiday's extension, for orders of its time. */
function holidayDay({ order, timeZone }: ReturnCheck, { holiday }: ReturnPolicy): number {
  if (!holiday || !order?.processedAt) return Number.NEGATIVE_INFINITY;
  const ordered = calendarDay(order.processedAt, timeZone);
  const within = ordered >= writtenDay(holiday.orderedFrom) && ordered <= writtenDay(holiday.orderedUntil);
  return within ? writtenDay(holiday.returnUntil) : Number.NEGATIVE_INFINITY;
}

/** "2026-12-24" as days since 1970. */
function writtenDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function isWithinStatute(check: ReturnCheck): boolean {
  const days = today(check) - deliveryDay(check.item, check.timeZone);
  return isInEu(check.order?.countryCode) && days <= statutoryDays;
}

/** Which ends are open to this item for this reason, in the order in which they are offered. */
export function outcomesFor(check: Omit<ReturnCheck, "outcome"> & { reason: ReturnReasonKey }, policy: ReturnPolicy): ReturnOutcome[] {
  const offered = termsFor(check, policy).outcomes;
  const open = offered.filter((outcome) => checkReturn({ ...check, outcome }, policy).eligible);
  // Whoever withdraws by law gets the money back, whatever else is offered before it.
  return isWithinStatute(check) && !open.includes("refund") ? [...open, "refund"] : open;
}

type ReturnFees = { restockingFeePercentage?: number; returnShippingFee?: string };

/** What the shop takes off one item: nothing where the fault is its own or it prefers the outcome, and the policy says so. */
export function feesFor(check: ReturnCheck & { reason: ReturnReasonKey }, policy: ReturnPolicy): ReturnFees {
  const { reason, outcome } = check;
  if (policy.feesWaivedForShopFault && shopFaults.has(reason)) return {};
  // Nothing is sent and nothing put back.
  if (outcome === "keep-item") return {};
  if (policy.feesWaivedForExchange && outcome?.startsWith("exchange")) return {};
  if (policy.feesWaivedForStoreCredit && outcome === "store-credit") return {};
  const terms = termsFor(check, policy);
  return {
    ...(terms.restockingFeePercentage > 0 &&
      !isWithinStatute(check) && { restockingFeePercentage: Math.min(100, terms.restockingFeePercentage) }),
    ...(Number(terms.returnShippingFee) > 0 && { returnShippingFee: terms.returnShippingFee }),
  };
}

/** How many pictures a reason wants, and at most may: damage is looked at by a person, who needs to see it. */
export const photoCounts = { damaged: 2, wrongItem: 0, notAsDescribed: 0, most: 4 } as const;

export function photosWanted(policy: ReturnPolicy, reason: ReturnReasonKey, checks: ReturnCheck[] = []): number {
  const ruled = checks.map((check) => termsFor({ ...check, reason }, policy).photos).filter((count) => count !== undefined);
  if (ruled.length > 0) return Math.max(...ruled);
  if (reason === "damaged") return policy.photosDamaged ?? photoCounts.damaged;
  if (reason === "wrong_item") return policy.photosWrongItem ?? photoCounts.wrongItem;
  return reason === "not_as_described" ? (policy.photosNotAsDescribed ?? photoCounts.notAsDescribed) : 0;
}

export const shopFaults: ReadonlySet<ReturnReasonKey> = new Set(["damaged", "wrong_item", "not_as_described"]);

function today({ now, timeZone }: ReturnCheck): number {
  return calendarDay(now, timeZone);
}

function deliveryDay(item: Pick<ReturnableItem, "deliveredAt" | "fulfilledAt">, timeZone: string): number {
  return item.deliveredAt ? calendarDay(item.deliveredAt, timeZone) : calendarDay(item.fulfilledAt, timeZone) + assumedTransitDays;
}
