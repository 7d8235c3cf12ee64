import type { PolicyRule, ReturnPolicy, RuleConditions } from "./policy-types.ts";

/** A rule whose lists are looked up, not searched; made once for each policy. */
export type PreparedRule = {
  rule: PolicyRule;
  lists: [key: keyof RuleConditions, wanted: ReadonlySet<string>][];
  reasons?: ReadonlySet<string>;
  outcomes?: ReadonlySet<string>;
};

/** How texts are compared everywhere in the rules. */
export function folded(text: string): string {
  return text.trim().toLowerCase();
}

const listNames = [
  "countries",
  "collections",
  "productTypes",
  "productTags",
  "customerTags",
  "orderTags",
  "orders",
  "discountCodes",
] as const satisfies (keyof RuleConditions)[];

/** By the list itself: whoever changes a policy makes a new one. */
const prepared = new WeakMap<PolicyRule[], PreparedRule[]>();
const tags = new WeakMap<string[], ReadonlySet<string>>();
const none: PreparedRule[] = [];

export function preparedRules({ rules }: ReturnPolicy): PreparedRule[] {
  if (!rules) return none;
  const known = prepared.get(rules);
  if (known) return known;
  const made = rules.map(prepare);
  prepared.set(rules, made);
  return made;
}

export function preparedTags(list: string[]): ReadonlySet<string> {
  const known = tags.get(list);
  if (known) return known;
  const made = new Set(list.map(folded));
  tags.set(list, made);
  return made;
}

/** An empty list is no condition. */
function prepare(rule: PolicyRule): PreparedRule {
  const { when } = rule;
  const set = (list: readonly string[] | undefined) => (list && list.length > 0 ? new Set(list.map(folded)) : undefined);
  const lists = listNames.flatMap((key) => {
    const wanted = set(when[key]);
    return wanted ? [[key, wanted] as [keyof RuleConditions, ReadonlySet<string>]] : [];
  });
  return { rule, lists, reasons: set(when.reasons), outcomes: set(when.outcomes) };
}
