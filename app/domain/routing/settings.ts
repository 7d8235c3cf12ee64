import type { ChannelName } from "#app/channels/message.ts";

export type Team = { id: string; name: string };

/** How a shopper can sound, as the assistant understood them. */
export const moods = ["calm", "annoyed", "angry", "threatening"] as const;
export type Mood = (typeof moods)[number];

/** What has to hold for a rule to decide: all that is named; of a list one is enough. */
export type RuleWhen = {
  /** "return_start", or narrower "return_start:damaged". */
  about?: string[];
  /** ISO 639-1. */
  languages?: string[];
  channels?: ChannelName[];
  moods?: Mood[];
  /** Why the assistant handed over. */
  reasons?: string[];
  /** Of the customer, where it is proven who writes. */
  tags?: string[];
  minOrders?: number;
  /** In the shop's currency. */
  minSpent?: number;
  /** The shopper has another case that is not solved. */
  unresolved?: true;
};

export type RuleDeed = {
  /** Null: everybody. */
  to: { team: string } | { member: string } | null;
  urgent: boolean;
  /** The assistant does not try first. */
  direct: boolean;
};

/** One line of the list; the first that holds decides. */
export type Rule = { id: string; name: string; when: RuleWhen; does: RuleDeed };

/** `vipTags`: customers with one of these go straight to people when something of theirs is unsolved. */
export type Routing = { teams: Team[]; rules: Rule[]; vipTags: string[] };

/** What of a rule can be known only of a customer whom Shopify names. */
export const asksForCustomer = ({ tags, minOrders, minSpent }: RuleWhen): boolean =>
  tags !== undefined || minOrders !== undefined || minSpent !== undefined;

export function readRouting(stored: unknown): Routing {
  const { teams = [], rules = [], vipTags = [] } = (stored ?? {}) as Partial<Routing>;
  return { teams, rules, vipTags };
}
