import { draftsOf, type RuleDraft } from "./rule-form.ts";

type Form = Partial<Record<string, string>>;

const fieldWords: Record<string, string> = {
  windowDays: "the return window",
  windowStartsAt: "when the days begin",
  finalSaleTags: "final-sale tags",
  restockingFeePercentage: "the restocking fee",
  returnShippingFee: "the return shipping fee",
  outcomes: "what is offered",
  giftReturns: "things that were given",
  mode: "how returns begin",
  rules: "the rules",
};

/**
 * Two people changed a form that both opened as `base`: each one's changes together. Where both changed the same, `mine` stands and the
 * field is named in `both`.
 */
export function mergeForms(base: Form, mine: Form, theirs: Form): { values: Record<string, string>; both: string[] } {
  const values: Record<string, string> = {};
  const both: string[] = [];
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [old, own, other] = [base[name] ?? "", mine[name] ?? base[name] ?? "", theirs[name] ?? ""];
    const isMine = own.trim() !== old.trim();
    values[name] = isMine ? own : other;
    if (!isMine || old === other || own === other) continue;
    if (name === "rules") {
      const rules = mergeRules(draftsOf(old), draftsOf(own), draftsOf(other));
      values.rules = JSON.stringify(rules.merged);
      both.push(...rules.both);
    } else both.push(fieldWords[name] ?? "another point");
  }
  return { values, both: [...new Set(both)] };
}

function mergeRules(base: RuleDraft[], mine: RuleDraft[], theirs: RuleDraft[]): { merged: RuleDraft[]; both: string[] } {
  const find = (list: RuleDraft[], id: string) => list.find((one) => one.id === id);
  const same = (one: RuleDraft | undefined, other: RuleDraft | undefined) => textOf(one) === textOf(other);
  const both: string[] = [];
  const merged = mine.flatMap((own) => {
    const [old, other] = [find(base, own.id), find(theirs, own.id)];
    if (same(own, old)) return other ? [other] : old ? [] : [own];
    if (old && !same(other, old) && !same(other, own)) both.push(`the rule “${own.name || other?.name || "without a name"}”`);
    return [own];
  });
  const added = theirs.filter((other) => !find(mine, other.id) && !same(other, find(base, other.id)));
  for (const other of added) if (find(base, other.id)) both.push(`the rule “${other.name || "without a name"}”`);
  return { merged: [...merged, ...added], both };
}

function textOf(draft: RuleDraft | undefined): string {
  return draft ? JSON.stringify(Object.entries(draft).toSorted(([one], [other]) => one.localeCompare(other))) : "";
}
