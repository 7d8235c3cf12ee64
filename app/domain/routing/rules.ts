import type { ChannelName } from "#app/channels/message.ts";
import type { Mood, Routing, Rule, RuleWhen } from "./settings.ts";

/** What of the customer counts; only for whom it is proven who writes. */
type CustomerFacts = { tags: string[]; orders: number; spent: number };

/** What is known of a case that needs a person. */
export type CaseFacts = {
  intent: string;
  detail?: string;
  /** ISO 639-1, also of languages that the assistant does not speak. */
  language: string;
  channel: ChannelName;
  mood: Mood;
  /** Null: the assistant has not tried yet. */
  reason: string | null;
  customer: CustomerFacts | null;
  /** Another case of the shopper's is not solved. */
  unresolved: boolean;
};

/** The first rule, from the top, whose conditions all hold. */
export function firstRule(rules: readonly Rule[], facts: CaseFacts): Rule | null {
  return rules.find(({ when }) => holds(when, facts)) ?? null;
}

export function isVip({ vipTags }: Pick<Routing, "vipTags">, customer: CustomerFacts | null): boolean {
  return customer !== null && shareWord(vipTags, customer.tags);
}

function holds(when: RuleWhen, facts: CaseFacts): boolean {
  const { about, languages, channels, moods, reasons, tags, minOrders, minSpent, unresolved } = when;
  const { customer } = facts;
  return (
    (about === undefined || isAbout(about, facts)) &&
    (languages === undefined || languages.includes(facts.language)) &&
    (channels === undefined || channels.includes(facts.channel)) &&
    (moods === undefined || moods.includes(facts.mood)) &&
    (reasons === undefined || (facts.reason !== null && reasons.includes(facts.reason))) &&
    (tags === undefined || (customer !== null && shareWord(tags, customer.tags))) &&
    (minOrders === undefined || (customer !== null && customer.orders >= minOrders)) &&
    (minSpent === undefined || (customer !== null && customer.spent >= minSpent)) &&
    (unresolved === undefined || facts.unresolved)
  );
}

/** Whether a list of "intent" and "intent:detail" has this one. */
export function isAbout(list: readonly string[], { intent, detail }: Pick<CaseFacts, "intent" | "detail">): boolean {
  return list.includes(intent) || (detail !== undefined && list.includes(`${intent}:${detail}`));
}

/** Tags are compared as Shopify does: without regard to case. */
function shareWord(some: readonly string[], others: readonly string[]): boolean {
  const lower = others.map((one) => one.toLowerCase());
  return some.some((one) => lower.includes(one.toLowerCase()));
}
