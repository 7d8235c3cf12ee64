import type { RetentionKind } from "#app/domain/privacy/retention.ts";

/** What each kind of data is called on the privacy page, in the order shown. */
export const retentionWords: [kind: RetentionKind, label: string, help: string][] = [
  ["conversations", "Conversations", "After a shopper’s last message, with nothing open. Cases and notes go too."],
  ["deliveries", "Delivery details", "How each message went out. The message itself stays in the conversation."],
  ["rawEvents", "Notes that an event came", "What vendors send is dropped as soon as it is read. Results of replays are kept as long."],
  ["codes", "Codes, links and chat sessions", "After they have expired."],
  ["exports", "Exports", "How long an export can be downloaded here."],
  ["access", "Reading log", "Which staff member read what."],
  ["audit", "Record of actions", "What staff and the assistant did."],
  ["requests", "Privacy requests", "Kept as evidence, without saying for whom."],
  ["withdrawals", "Withdrawals from contracts", "The legal record. After an erasure it no longer says whose it was."],
  ["deadJobs", "Work that was given up", "On the page Stuck work."],
];

export const readWords: Record<string, string> = {
  inbox: "Conversation in the list",
  conversation: "Conversation",
  shopper: "Shopper page",
  order: "Order",
  export: "Export",
  replay: "Replay of past conversations",
};
