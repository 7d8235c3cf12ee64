const live = ["open", "working", "escalated"];
const isLive = (status: string) => live.includes(status);

/** What a shop's own tools are told of a case. */
export const caseEventTypes = [
  "case.opened",
  "case.escalated",
  "case.assigned",
  "case.taken-over",
  "case.handed-back",
  "case.closed",
  "case.late",
] as const;
/** A shopper has said how they found our help; `rating` is "good", "okay" or "bad". */
export const caseRatedType = "case.rated";
export type CaseEventType = (typeof caseEventTypes)[number];

/** What of a case decides whether something happened to it. */
export type CaseStanding = { status: string; owner: string; assignee?: string | null };

/**
 * What has happened between two states of a case, in the order in which it is told; `before` is null for a new one. An escalation
 * that nobody has taken yet is no take-over, and a case that ends is closed, not handed back. `assigned`: whoever has it now was
 * given it and has not taken it.
 */
export function eventsBetween(before: CaseStanding | null, after: CaseStanding, assigned = false): CaseEventType[] {
  const was = before ?? { status: "open", owner: "assistant", assignee: null };
  const events: CaseEventType[] = before ? [] : ["case.opened"];
  if (was.status !== "escalated" && after.status === "escalated") events.push("case.escalated");
  const ends = isLive(was.status) && !isLive(after.status);
  if (!ends && after.owner === "staff" && after.assignee && !was.assignee) events.push(assigned ? "case.assigned" : "case.taken-over");
  if (!ends && was.owner === "staff" && after.owner === "assistant") events.push("case.handed-back");
  if (ends) events.push("case.closed");
  return events;
}
