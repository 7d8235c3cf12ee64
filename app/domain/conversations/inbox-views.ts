/** The parts of the queue that can be looked at. */
export const inboxViews = ["waiting", "mine", "mentions", "unassigned", "late", "shopper", "snoozed", "drafts", "closed", "all"] as const;
export type InboxView = (typeof inboxViews)[number];

/** Views that are somebody's own: whose, stands in the address. */
export const isOwn = (view: InboxView): boolean => view === "mine" || view === "mentions";
