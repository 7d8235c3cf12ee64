/** The parts of the queue that can be looked at. */
export const inboxViews = ["waiting", "mine", "unassigned", "late", "shopper", "snoozed", "drafts", "all"] as const;
export type InboxView = (typeof inboxViews)[number];
