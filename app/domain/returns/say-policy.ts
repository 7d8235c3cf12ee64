import { capsOf } from "./allowance.ts";
import { photosWanted } from "./policy.ts";
import type { ReturnPolicy } from "./policy-types.ts";
import { oneOf, reasonWords, sayConditions, sayDay, sayDays, sayEffects, sayMoney, sayOrder, startWords } from "./policy-words.ts";
import { usualOutcomes } from "./terms.ts";

/** One point of a policy said in a sentence. `rule`: it is one of the exceptions. `quiet`: only told when it changes. */
export type PolicyPoint = { key: string; words: string; rule?: true; quiet?: true };

/** The whole policy, the way the merchant would tell it to somebody at the counter, point by point. */
export function pointsOf(policy: ReturnPolicy, currencyCode: string): PolicyPoint[] {
  const money = (amount: string) => sayMoney(amount, currencyCode);
  const fees = [
    policy.restockingFeePercentage > 0 && `${policy.restockingFeePercentage}% restocking`,
    Number(policy.returnShippingFee) > 0 && `${money(policy.returnShippingFee)} for the way back`,
  ].filter((fee) => fee !== false);
  const waived = [policy.feesWaivedForExchange && "an exchange", policy.feesWaivedForStoreCredit && "store credit"].filter(
    (one): one is string => typeof one === "string",
  );
  const caps = capsOf(policy);
  const { holiday } = policy;
  const points: [key: string, words: string | false | undefined, quiet?: true][] = [
    [
      "window",
      policy.windowDays === null
        ? "Shoppers can return items whenever they like."
        : `Shoppers can return items for ${sayDays(policy.windowDays)} after ${startWords[policy.windowStartsAt]}.`,
    ],
    [
      "holiday",
      holiday &&
        `Orders of ${sayDay(holiday.orderedFrom)} to ${sayDay(holiday.orderedUntil)} can come back until ${sayDay(holiday.returnUntil)}.`,
    ],
    ["final-sale", policy.finalSaleTags.length > 0 && `Products tagged ${sayTags(policy.finalSaleTags)} cannot be returned.`],
    ["returns-per-order", policy.returnsPerOrder !== undefined && `One order has at most ${count(policy.returnsPerOrder, "return")}.`],
    ["fees", fees.length > 0 ? `You keep ${fees.join(" and ")}.` : "You keep no fees."],
    [
      "fault",
      policy.feesWaivedForShopFault ? "When the fault is yours, they pay nothing." : "They pay these even when the fault is yours.",
      fees.length > 0 ? undefined : true,
    ],
    ["waived", waived.length > 0 && `No fees for ${oneOf(waived)}.`],
    ["outcomes", `Offered: ${sayOrder(policy.outcomes ?? usualOutcomes)}.`, policy.outcomes ? undefined : true],
    ["bonus", (policy.creditBonusPercentage ?? 0) > 0 && `Store credit is ${policy.creditBonusPercentage}% more.`],
    [
      "credit-expires",
      policy.creditExpiresAfterDays !== undefined && `Store credit is gone after ${sayDays(policy.creditExpiresAfterDays)}.`,
    ],
    ["keep-item", policy.keepItemUpTo !== undefined && `Items of at most ${money(policy.keepItemUpTo)} need not come back.`],
    ["instant", sayInstant(policy, currencyCode)],
    ["gifts", policy.giftReturns && "Whoever was given a thing may change it for another kind, or send it back for a gift card."],
    ["mode", policy.mode === "open" ? "A return within these rules opens at once." : "You approve each return before it opens."],
    ["pictures", photosWanted(policy, "damaged") > 0 && "Of damage they send pictures first, and one of you looks at it."],
    ["picture-counts", sayPictures(policy), true],
    ["review", sayReview(policy, currencyCode)],
    ["a-day", `At most ${caps.perShopper} returns of one customer and ${caps.perShop} of all begin by themselves in a day.`, true],
  ];
  return [
    ...points.flatMap(([key, words, quiet]) => (words ? [{ key, words, ...(quiet && { quiet }) }] : [])),
    ...(policy.rules ?? []).map((rule) => ({ key: `rule:${rule.id}`, words: sayRule(rule, currencyCode), rule: true as const })),
  ];
}

/** The base of a policy in one paragraph, without its rules. */
export function sayPolicy(policy: ReturnPolicy, currencyCode: string): string {
  const points = pointsOf(policy, currencyCode).filter((point) => !point.quiet && !point.rule);
  return points.map((point) => point.words).join(" ");
}

/** "Sale items: 14 days, store credit only. For products tagged “sale”." */
export function sayRule({ name, when, says }: NonNullable<ReturnPolicy["rules"]>[number], currencyCode: string): string {
  const conditions = sayConditions(when);
  const effects = sayEffects(says, currencyCode) || "nothing yet";
  return name ? `${name}: ${effects}. For ${conditions}.` : `${conditions.charAt(0).toUpperCase()}${conditions.slice(1)}: ${effects}.`;
}

function sayInstant({ instantUpTo, instantAfterOrders, instantReasons }: ReturnPolicy, currencyCode: string): string | false {
  if (instantUpTo === undefined) return false;
  const when = [
    instantAfterOrders !== undefined && ` to whoever has ordered ${instantAfterOrders === 1 ? "once" : `${instantAfterOrders} times`}`,
    instantReasons && ` when it is ${oneOf(instantReasons.map((one) => reasonWords[one]))}`,
  ].filter((part) => typeof part === "string");
  return `At most ${sayMoney(instantUpTo, currencyCode)} is given before the item is back${when.join("")}.`;
}

function sayPictures(policy: ReturnPolicy): string {
  const [damaged, wrong, other] = (["damaged", "wrong_item", "not_as_described"] as const).map((reason) => photosWanted(policy, reason));
  return `Pictures: ${damaged} when damaged, ${wrong} when a wrong item came, ${other} when not as described.`;
}

function sayReview({ review }: ReturnPolicy, currencyCode: string): string | false {
  if (!review) return false;
  const before = review.returnsBefore;
  const parts = [
    review.valueAbove !== undefined && `above ${sayMoney(review.valueAbove, currencyCode)}`,
    review.reasons?.length && `when it is ${oneOf(review.reasons.map((one) => reasonWords[one]))}`,
    review.international && "from another country",
    review.risky && "when Shopify advises caution",
    before &&
      `after ${count(before.count, "return")} in ${sayDays(before.days)}${before.reasons ? ` (${oneOf(before.reasons.map((one) => reasonWords[one]))})` : ""}`,
    review.refundBeforeReceipt && "when money goes out before the item is back",
  ].filter((part): part is string => typeof part === "string");
  return parts.length > 0 && `One of you looks first: ${oneOf(parts)}.`;
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;

function sayTags(tags: string[]): string {
  return oneOf(tags.map((tag) => `“${tag}”`));
}

/** What is different between two policies, in sentences: what holds now, and what no longer does. */
export function sayChanges(before: ReturnPolicy, after: ReturnPolicy, currencyCode: string): string[] {
  const old = new Map(pointsOf(before, currencyCode).map((point) => [point.key, point.words]));
  const points = pointsOf(after, currencyCode);
  const kept = new Set(points.map((point) => point.key));
  const changed = points.filter((point) => old.get(point.key) !== point.words).map((point) => point.words);
  const gone = [...old].filter(([key]) => !kept.has(key)).map(([, words]) => `No longer: ${words}`);
  return [...changed, ...gone, ...(orderChanged(before, after) ? ["The rules have another order."] : [])];
}

function orderChanged(before: ReturnPolicy, after: ReturnPolicy): boolean {
  const ids = (policy: ReturnPolicy, other: ReturnPolicy) =>
    (policy.rules ?? []).map((rule) => rule.id).filter((id) => other.rules?.some((rule) => rule.id === id));
  return ids(before, after).join() !== ids(after, before).join();
}
