/** A case that is not over, whoever owns it. */
export const liveStatuses = ["open", "working", "escalated"] as const;

/** The case of something without steps. Staff open one by taking over a conversation in which nothing was going on. */
export const questionFlow = "question";

export function isLive(status: string): boolean {
  return liveStatuses.some((live) => live === status);
}
