import type { Mood } from "./settings.ts";

/** What stands on a case of how it came to a person. */
export type CaseRouting = {
  /** What only the turn knew that handed it over. */
  language?: string;
  mood?: Mood;
  detail?: string;
  channel?: string;
  /** It went to people before the assistant had tried; once for each case. */
  straight?: "rule" | "vip";
  vip?: boolean;
  /** The rule that decided, by its id then. */
  ruleId?: string | null;
  /** Whom it was given; null: it went into a queue. */
  to?: string | null;
  /** In sentences. */
  why?: string[];
};

export function readCaseRouting(stored: unknown): CaseRouting {
  return stored !== null && typeof stored === "object" ? (stored as CaseRouting) : {};
}

/** Why a case is with whom it is; nothing once somebody has taken it by themselves. */
export function whyOf(row: { routing: unknown; assignee: string | null }): string[] {
  const { to, why = [] } = readCaseRouting(row.routing);
  return to !== undefined && to === row.assignee ? why : [];
}
