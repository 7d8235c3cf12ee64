import { photoCounts } from "#app/domain/returns/policy.ts";
import {
  type PolicyRule,
  type ReturnOutcome,
  type RuleConditions,
  type RuleEffects,
  returnOutcomes,
  type WindowStart,
} from "#app/domain/returns/policy-types.ts";
import { type ReturnReasonKey, returnReasons } from "#app/domain/returns/reasons.ts";
import { countryCode } from "./country-names.ts";
import { isAmount, isCount, isPercentage, readList, toAmount } from "./field-forms.ts";

/** One rule while it is edited: texts only. "when.…" and "says.…" are there when their row is shown, filled in or not. */
export type RuleDraft = { id: string; name: string } & Record<string, string>;
export type RuleProblems = Record<string, string>;

export const conditionKeys = [
  "productTags",
  "productTypes",
  "collections",
  "discountedBy",
  "discountCodes",
  "countries",
  "customerTags",
  "orderTags",
  "orders",
  "reasons",
  "outcomes",
] as const satisfies (keyof RuleConditions)[];
export const effectKeys = [
  "takeBack",
  "windowDays",
  "windowStartsAt",
  "outcomes",
  "restockingFeePercentage",
  "returnShippingFee",
  "photos",
  "review",
] as const satisfies (keyof RuleEffects)[];

const mostRules = 50;
const noEnd = "none";

/** The rules as the form's one field holds them. */
export function rulesToForm(rules: PolicyRule[] | undefined): string {
  return JSON.stringify((rules ?? []).map(ruleToDraft));
}

function ruleToDraft({ id, name, when, says }: PolicyRule): RuleDraft {
  const conditions = conditionKeys.flatMap((key) => (when[key] === undefined ? [] : [[`when.${key}`, textOf(when[key])]]));
  const effects = effectKeys.flatMap((key) => (says[key] === undefined ? [] : [[`says.${key}`, textOf(says[key])]]));
  return { id, name, ...Object.fromEntries([...conditions, ...effects]) };
}

function textOf(value: string | number | boolean | null | readonly string[] | undefined): string {
  if (value === null) return noEnd;
  return Array.isArray(value) ? value.join(", ") : value === true ? "yes" : String(value);
}

/** The drafts of the form's field; none where it holds something else. */
export function draftsOf(field: string): RuleDraft[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(field || "[]");
  } catch {
    return [];
  }
  return Array.isArray(parsed) ? parsed.filter(isDraft) : [];
}

function isDraft(value: unknown): value is RuleDraft {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  const { id, name } = value as Record<string, unknown>;
  return typeof id === "string" && typeof name === "string" && Object.values(value).every((one) => typeof one === "string");
}

/** Checks the rules; problems by "rules.<id>.<row>". */
export function readRules(field: string): { rules: PolicyRule[]; problems: RuleProblems } {
  const drafts = draftsOf(field);
  const problems: RuleProblems = {};
  if (drafts.length > mostRules) problems.rules = `Up to ${mostRules} rules. Join some of them.`;
  const ids = new Set(drafts.map((draft) => draft.id));
  if (ids.size < drafts.length || drafts.some(({ id }) => !/^[\w-]{1,60}$/.test(id))) problems.rules = "Reload the page and try again.";
  const rules = drafts.map((draft) => readRule(draft, problems));
  return { rules, problems };
}

function readRule(draft: RuleDraft, problems: RuleProblems): PolicyRule {
  const wrong = (row: string, problem: string) => {
    problems[`rules.${draft.id}.${row}`] = problem;
  };
  const name = draft.name.trim();
  if (name.length > 80) wrong("name", "At most 80 characters.");
  const when: RuleConditions = {};
  const says: RuleEffects = {};
  for (const key of conditionKeys) if (draft[`when.${key}`] !== undefined) readCondition(when, key, draft[`when.${key}`] ?? "", wrong);
  for (const key of effectKeys) if (draft[`says.${key}`] !== undefined) readEffect(says, key, (draft[`says.${key}`] ?? "").trim(), wrong);
  if (!effectKeys.some((key) => draft[`says.${key}`] !== undefined)) wrong("says", "Add what is different for these returns.");
  return { id: draft.id, name, when, says };
}

type Wrong = (row: string, problem: string) => void;

function readCondition(when: RuleConditions, key: (typeof conditionKeys)[number], text: string, wrong: Wrong): void {
  const row = `when.${key}`;
  if (key === "discountedBy") {
    if (isPercentage(text.trim()) && Number(text) > 0) when.discountedBy = Number(text.trim().replace(",", "."));
    else wrong(row, "Enter a percentage above 0, up to 100.");
    return;
  }
  const list = readList(text);
  if (list.length === 0) wrong(row, "Enter at least one, or remove this line.");
  else if (list.length > 50 || list.some((one) => one.length > 255)) wrong(row, "Up to 50, of at most 255 characters each.");
  else if (key === "countries") when.countries = readCountries(list, row, wrong);
  else if (key === "reasons") when.reasons = chosen(list.filter(isReason), row, wrong);
  else if (key === "outcomes") when.outcomes = chosen(readOutcomes(list), row, wrong);
  else when[key] = list;
}

function readCountries(list: string[], row: string, wrong: Wrong): string[] {
  const codes = list.map(countryCode);
  const unknown = list.find((_, index) => !codes[index]);
  if (unknown) wrong(row, `“${unknown}” is no country we know. Write its name or its two letters, such as DE, or EU for all of the EU.`);
  return codes.filter((code) => code !== null);
}

function chosen<Value>(list: Value[], row: string, wrong: Wrong): Value[] {
  if (list.length === 0) wrong(row, "Choose at least one, or remove this line.");
  return list;
}

const isReason = (text: string): text is ReturnReasonKey => returnReasons.some((reason) => reason === text);

function readEffect(says: RuleEffects, key: (typeof effectKeys)[number], text: string, wrong: Wrong): void {
  const row = `says.${key}`;
  switch (key) {
    case "takeBack":
      if (text === "never" || text === "always") says.takeBack = text;
      else wrong(row, "Choose one.");
      return;
    case "windowDays":
      if (text === noEnd) says.windowDays = null;
      else if (isCount(text, 365)) says.windowDays = Number(text);
      else wrong(row, "Enter a whole number of days from 0 to 365.");
      return;
    case "windowStartsAt":
      says.windowStartsAt = windowStarts.find((start) => start === text);
      if (!says.windowStartsAt) wrong(row, "Choose when the days begin.");
      return;
    case "restockingFeePercentage":
      if (isPercentage(text)) says.restockingFeePercentage = Number(text.replace(",", "."));
      else wrong(row, "Enter a percentage from 0 to 100.");
      return;
    case "returnShippingFee":
      if (isAmount(text)) says.returnShippingFee = toAmount(text);
      else wrong(row, "Enter an amount such as 4.90, or 0 for none.");
      return;
    case "outcomes":
      says.outcomes = readOutcomes(readList(text));
      if (says.outcomes.length === 0) wrong(row, "Choose at least one, or remove this line.");
      return;
    case "photos":
      if (isCount(text, photoCounts.most)) says.photos = Number(text);
      else wrong(row, `Enter a whole number from 0 to ${photoCounts.most}.`);
      return;
    case "review":
      says.review = true;
  }
}

export function readOutcomes(list: string[]): ReturnOutcome[] {
  return list.filter((one): one is ReturnOutcome => returnOutcomes.some((outcome) => outcome === one));
}

const windowStarts: readonly WindowStart[] = ["delivered", "fulfilled", "ordered"];
