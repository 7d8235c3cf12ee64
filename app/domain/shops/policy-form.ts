import { capsOf, returnCaps } from "#app/domain/returns/allowance.ts";
import { photoCounts, photosWanted } from "#app/domain/returns/policy.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";

/** The points that the form asks about; what else a policy says is kept as it is. */
const fields = [
  "windowDays",
  "windowStartsAt",
  "finalSaleTags",
  "restockingFeePercentage",
  "returnShippingFee",
  "feesWaivedForShopFault",
  "mode",
  "dailyReturnsPerShopper",
  "dailyReturnsPerShop",
  "photosDamaged",
  "photosWrongItem",
  "photosNotAsDescribed",
] as const satisfies (keyof ReturnPolicy)[];
type PolicyField = (typeof fields)[number];
export type PolicyForm = Record<PolicyField, string>;
export type PolicyProblems = Partial<Record<PolicyField, string>>;

const usualPhotos = {
  photosDamaged: photoCounts.damaged,
  photosWrongItem: photoCounts.wrongItem,
  photosNotAsDescribed: photoCounts.notAsDescribed,
};
const photoFields = ["photosDamaged", "photosWrongItem", "photosNotAsDescribed"] as const;

/** The policy as a form holds it. */
export function policyToForm(policy: ReturnPolicy): PolicyForm {
  return {
    windowDays: policy.windowDays === null ? "" : String(policy.windowDays),
    windowStartsAt: policy.windowStartsAt,
    finalSaleTags: policy.finalSaleTags.join(", "),
    restockingFeePercentage: String(policy.restockingFeePercentage),
    returnShippingFee: policy.returnShippingFee,
    feesWaivedForShopFault: policy.feesWaivedForShopFault ? "yes" : "no",
    mode: policy.mode,
    dailyReturnsPerShopper: String(capsOf(policy).perShopper),
    dailyReturnsPerShop: String(capsOf(policy).perShop),
    photosDamaged: String(photosWanted(policy, "damaged")),
    photosWrongItem: String(photosWanted(policy, "wrong_item")),
    photosNotAsDescribed: String(photosWanted(policy, "not_as_described")),
  };
}

/** Checks what was filled in. The page runs it while typing, the server before it saves. */
export function readPolicyForm(
  form: Partial<Record<string, string>>,
  stored: ReturnPolicy,
): { ok: true; policy: ReturnPolicy } | { ok: false; problems: PolicyProblems } {
  const problems: PolicyProblems = {};
  const value = (name: PolicyField) => (form[name] ?? "").trim();
  const tags = [
    ...new Set(
      value("finalSaleTags")
        .split(/[,\n]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
  const fee = value("returnShippingFee").replace(",", ".");
  const perShopper = value("dailyReturnsPerShopper") || String(returnCaps.perShopper.usual);
  const perShop = value("dailyReturnsPerShop") || String(returnCaps.perShop.usual);
  const photos = (name: (typeof photoFields)[number]) => value(name) || String(usualPhotos[name]);

  if (value("windowDays") !== "" && (!/^\d{1,3}$/.test(value("windowDays")) || Number(value("windowDays")) > 365)) {
    problems.windowDays = "Enter a whole number of days from 0 to 365, or nothing for no limit.";
  }
  const windowStartsAt = windowStarts.find((start) => start === value("windowStartsAt"));
  if (!windowStartsAt) problems.windowStartsAt = "Choose when the days begin.";
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(value("restockingFeePercentage")) || Number(value("restockingFeePercentage")) > 100) {
    problems.restockingFeePercentage = "Enter a percentage from 0 to 100.";
  }
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(fee)) problems.returnShippingFee = "Enter an amount such as 4.90, or 0 for none.";
  if (tags.some((tag) => tag.length > 255) || tags.length > 50) problems.finalSaleTags = "Up to 50 tags of at most 255 characters each.";
  if (value("mode") !== "request" && value("mode") !== "open") problems.mode = "Choose how returns begin.";
  if (!isCount(perShopper, returnCaps.perShopper.most)) problems.dailyReturnsPerShopper = "Enter a whole number from 0 to 20.";
  if (!isCount(perShop, returnCaps.perShop.most)) problems.dailyReturnsPerShop = "Enter a whole number from 0 to 5000.";
  for (const name of photoFields)
    if (!isCount(photos(name), photoCounts.most)) problems[name] = `Enter a whole number from 0 to ${photoCounts.most}.`;
  if (!windowStartsAt || Object.keys(problems).length > 0) return { ok: false, problems };
  const [whole = "0", cents = ""] = fee.split(".");
  return {
    ok: true,
    policy: {
      ...stored,
      windowDays: value("windowDays") === "" ? null : Number(value("windowDays")),
      windowStartsAt,
      finalSaleTags: tags,
      restockingFeePercentage: Number(value("restockingFeePercentage")),
      returnShippingFee: `${Number(whole)}.${cents.padEnd(2, "0")}`,
      feesWaivedForShopFault: value("feesWaivedForShopFault") === "yes",
      mode: value("mode") === "open" ? "open" : "request",
      dailyReturnsPerShopper: Number(perShopper),
      dailyReturnsPerShop: Number(perShop),
      photosDamaged: Number(photos("photosDamaged")),
      photosWrongItem: Number(photos("photosWrongItem")),
      photosNotAsDescribed: Number(photos("photosNotAsDescribed")),
    },
  };
}

function isCount(text: string, most: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) <= most;
}

const windowStarts = ["delivered", "fulfilled", "ordered"] as const;
const starts = { delivered: "the parcel has arrived", fulfilled: "the parcel has left you", ordered: "the order" };

/** Says the rules back, the way the merchant would tell them to somebody at the counter. */
export function sayPolicy(policy: ReturnPolicy, currencyCode: string): string {
  const days = policy.windowDays === 1 ? "1 day" : `${policy.windowDays} days`;
  const shipping = Number(policy.returnShippingFee) > 0;
  const amount = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode }).format(Number(policy.returnShippingFee));
  const fees = [
    policy.restockingFeePercentage > 0 && `${policy.restockingFeePercentage}% restocking`,
    shipping && `${amount} for the way back`,
  ].filter((fee) => fee !== false);
  const sentences = [
    policy.windowDays === null
      ? "Shoppers can return items whenever they like."
      : `Shoppers can return items for ${days} after ${starts[policy.windowStartsAt]}.`,
    policy.finalSaleTags.length > 0 && `Products tagged ${sayTags(policy.finalSaleTags)} cannot be returned.`,
    fees.length > 0 ? `You keep ${fees.join(" and ")}.` : "You keep no fees.",
    fees.length > 0 &&
      (policy.feesWaivedForShopFault ? "When the fault is yours, they pay nothing." : "They pay these even when the fault is yours."),
    policy.mode === "open" ? "A return within these rules opens at once." : "You approve each return before it opens.",
    photosWanted(policy, "damaged") > 0 && "Of damage they send pictures first, and one of you looks at it.",
  ];
  return sentences.filter((sentence) => sentence !== false).join(" ");
}

function sayTags(tags: string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(tags.map((tag) => `“${tag}”`));
}
