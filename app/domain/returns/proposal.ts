import { photosWanted } from "./policy.ts";
import type { ReturnOutcome, ReturnPolicy, WindowStart } from "./policy-types.ts";
import { outcomeWords, sayDays, sayMoney, sayOrder, startWords } from "./policy-words.ts";
import { usualOutcomes } from "./terms.ts";

/** What a text can settle. "finalSale:" is followed by the tag that stands for the goods; "shopperPaysReturn" says that, but not how much. */
export type TextKey =
  | "windowDays"
  | "windowStartsAt"
  | "restockingFeePercentage"
  | "returnShippingFee"
  | "feesWaivedForShopFault"
  | "exchange"
  | "storeCredit"
  | "photosDamaged"
  | "shopperPaysReturn"
  | "allFinal"
  | `finalSale:${string}`;
/** One point with the sentence it was read in. */
export type TextPoint = { key: TextKey; value: string; quote: string };

/** One value that a text gives for a point, and what the policy would then say. */
export type ProposedValue = { value: string; words: string; quote: string };
/** A point on which text and policy differ. More than one value: the text contradicts itself, and nobody but the merchant can settle it. */
export type ProposedPoint = { key: TextKey; title: string; now: string; values: ProposedValue[]; note?: string };
export type Proposal = {
  points: ProposedPoint[];
  /** What the policy says already. */
  same: { title: string; words: string; quote: string }[];
  /** What the text says and no field can take over. */
  hints: { words: string; quote: string }[];
};

/** What a text would change in the present policy. */
export function proposalFrom(found: readonly TextPoint[], present: ReturnPolicy, currencyCode: string): Proposal {
  const proposal: Proposal = { points: [], same: [], hints: [] };
  for (const key of new Set(found.map((one) => one.key))) {
    const own = found.filter((one) => one.key === key);
    const [first] = own;
    if (!first) continue;
    if (isHint(key)) {
      proposal.hints.push({ words: hintWords[key], quote: first.quote });
      continue;
    }
    const now = sayPoint(key, present, currencyCode);
    const values = own.map(({ value, quote }) => ({ value, quote, words: sayPoint(key, withPoint(present, key, value), currencyCode) }));
    const distinct = values.filter((one, at) => values.findIndex((other) => other.words === one.words) === at);
    if (distinct.every((one) => one.words === now)) proposal.same.push({ title: titleOf(key), words: now, quote: first.quote });
    else proposal.points.push({ key, title: titleOf(key), now, values: distinct, ...(noteOf(key) && { note: noteOf(key) }) });
  }
  return proposal;
}

/** The policy with one point of a text; what is no such point leaves it as it is. */
export function withPoint(policy: ReturnPolicy, key: TextKey, value: string): ReturnPolicy {
  const outcomes = policy.outcomes ?? usualOutcomes;
  switch (key) {
    case "windowDays":
      return { ...policy, windowDays: Number(value) };
    case "windowStartsAt":
      return { ...policy, windowStartsAt: value as WindowStart };
    case "restockingFeePercentage":
      return { ...policy, restockingFeePercentage: Number(value) };
    case "returnShippingFee":
      return { ...policy, returnShippingFee: value };
    case "feesWaivedForShopFault":
      return { ...policy, feesWaivedForShopFault: true };
    case "photosDamaged":
      return { ...policy, photosDamaged: value === "some" ? Math.max(1, photosWanted(policy, "damaged")) : Number(value) };
    case "storeCredit":
      if (value === "only") return { ...policy, outcomes: ["store-credit"] };
      return outcomes.includes("store-credit") ? policy : { ...policy, outcomes: [...outcomes, "store-credit"] };
    case "exchange":
      return withExchange(policy, outcomes, value === "yes");
    default:
      return key.startsWith("finalSale:") ? withTag(policy, value) : policy;
  }
}

function withExchange(policy: ReturnPolicy, outcomes: readonly ReturnOutcome[], isOffered: boolean): ReturnPolicy {
  const exchanges = outcomes.filter((one) => one.startsWith("exchange"));
  if (isOffered === exchanges.length > 0) return policy;
  if (isOffered) return { ...policy, outcomes: [...outcomes, "exchange-variant"] };
  const rest = outcomes.filter((one) => !one.startsWith("exchange"));
  return { ...policy, outcomes: rest.length > 0 ? rest : ["refund"] };
}

function withTag(policy: ReturnPolicy, tag: string): ReturnPolicy {
  const has = policy.finalSaleTags.some((one) => one.toLowerCase() === tag);
  return has ? policy : { ...policy, finalSaleTags: [...policy.finalSaleTags, tag] };
}

function sayPoint(key: TextKey, policy: ReturnPolicy, currencyCode: string): string {
  switch (key) {
    case "windowDays":
      return policy.windowDays === null ? "no last day" : sayDays(policy.windowDays);
    case "windowStartsAt":
      return `after ${startWords[policy.windowStartsAt]}`;
    case "restockingFeePercentage":
      return policy.restockingFeePercentage > 0 ? `${policy.restockingFeePercentage}%` : "none";
    case "returnShippingFee":
      return Number(policy.returnShippingFee) > 0 ? sayMoney(policy.returnShippingFee, currencyCode) : "nothing is kept";
    case "feesWaivedForShopFault":
      return policy.feesWaivedForShopFault ? "they pay nothing" : "they pay the fees as well";
    case "photosDamaged": {
      const count = photosWanted(policy, "damaged");
      return count === 0 ? "none" : count === 1 ? "1 picture" : `${count} pictures`;
    }
    case "exchange":
    case "storeCredit":
      return sayOrder(policy.outcomes ?? usualOutcomes) || outcomeWords.refund;
    default:
      return policy.finalSaleTags.some((tag) => `finalSale:${tag.toLowerCase()}` === key) ? "not taken back" : "taken back like any other";
  }
}

const titles: Partial<Record<TextKey, string>> = {
  windowDays: "Return window",
  windowStartsAt: "When the days begin",
  restockingFeePercentage: "Restocking fee",
  returnShippingFee: "Return shipping fee",
  feesWaivedForShopFault: "When the fault is yours",
  exchange: "Exchange",
  storeCredit: "Store credit",
  photosDamaged: "Pictures of damage",
};

function titleOf(key: TextKey): string {
  return titles[key] ?? `Products tagged “${key.slice("finalSale:".length)}”`;
}

function noteOf(key: TextKey): string | undefined {
  return key.startsWith("finalSale:")
    ? "Found by this tag of the product. If your products carry another, change it in the policy."
    : undefined;
}

const hintWords = {
  shopperPaysReturn: "The shopper pays for the way back. If you take a fixed sum off the refund, enter it in the policy.",
  allFinal: "You take nothing back. If that is so, make a rule for everything in the policy.",
} as const;

function isHint(key: TextKey): key is keyof typeof hintWords {
  return key in hintWords;
}
