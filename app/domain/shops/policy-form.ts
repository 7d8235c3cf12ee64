import { capsOf, returnCaps } from "#app/domain/returns/allowance.ts";
import { photoCounts, photosWanted } from "#app/domain/returns/policy.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { isAmount, isCount, readList, toAmount } from "./field-forms.ts";
import { morePolicyToForm, readMorePolicy } from "./policy-more-form.ts";

/** The base points of the form; policy-more-form.ts has the others. */
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
export type PolicyForm = Record<PolicyField, string> & Record<string, string>;
/** By field; of rules by "rules.<id>.<row>". */
export type PolicyProblems = Partial<Record<string, string>>;

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
    ...morePolicyToForm(policy),
  };
}

/** Checks what was filled in. The page runs it while typing, the server before it saves. */
export function readPolicyForm(
  form: Partial<Record<string, string>>,
  stored: ReturnPolicy,
): { ok: true; policy: ReturnPolicy } | { ok: false; problems: PolicyProblems } {
  const problems: PolicyProblems = {};
  const value = (name: PolicyField) => (form[name] ?? "").trim();
  const tags = readList(value("finalSaleTags"));
  const fee = value("returnShippingFee");
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
  if (!isAmount(fee)) problems.returnShippingFee = "Enter an amount such as 4.90, or 0 for none.";
  if (tags.some((tag) => tag.length > 255) || tags.length > 50) problems.finalSaleTags = "Up to 50 tags of at most 255 characters each.";
  if (value("mode") !== "request" && value("mode") !== "open") problems.mode = "Choose how returns begin.";
  if (!isCount(perShopper, returnCaps.perShopper.most)) problems.dailyReturnsPerShopper = "Enter a whole number from 0 to 20.";
  if (!isCount(perShop, returnCaps.perShop.most)) problems.dailyReturnsPerShop = "Enter a whole number from 0 to 5000.";
  for (const name of photoFields)
    if (!isCount(photos(name), photoCounts.most)) problems[name] = `Enter a whole number from 0 to ${photoCounts.most}.`;
  const more = readMorePolicy(form, stored);
  Object.assign(problems, more.problems);
  if (!windowStartsAt || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    policy: {
      ...stored,
      ...more.policy,
      windowDays: value("windowDays") === "" ? null : Number(value("windowDays")),
      windowStartsAt,
      finalSaleTags: tags,
      restockingFeePercentage: Number(value("restockingFeePercentage")),
      returnShippingFee: toAmount(fee),
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

const windowStarts = ["delivered", "fulfilled", "ordered"] as const;
