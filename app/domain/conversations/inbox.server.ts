import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import type { Case, Identity } from "../../../prisma/generated/client.ts";
import { findInboxRows, type InboxCursor, type InboxNarrowing } from "./inbox-sqlite.server.ts";
import type { InboxView } from "./inbox-views.ts";

export { type InboxCursor, staffWithCases, unreadMentions } from "./inbox-sqlite.server.ts";

/** One row of the queue, in terms of facts; the page puts it into words. */
export type InboxEntry = {
  conversationId: string;
  /** Every name and address the shopper is known by, the most telling first. */
  identities: Pick<Identity, "kind" | "externalId" | "label">[];
  lastMessageAt: Date;
  lastMessage: string;
  lastChannel: string;
  lastAuthor: string;
  unread: boolean;
  /** As it was read: whoever acts on the row says which state of it they saw. */
  revision: number;
  snoozedUntil: Date | null;
  /** The case that matters most: one that waits for staff, else the newest that is not over. */
  focus: Pick<
    Case,
    "id" | "flow" | "intent" | "status" | "owner" | "assignee" | "escalation" | "expecting" | "orderName" | "updatedAt" | "dueAt" | "urgent"
  > | null;
  /** Of what the view is about: the note that named somebody last. */
  mention?: { by: string; text: string; at: Date; unread: boolean };
  /** The case that ended last, where nothing is open any more. */
  closed?: Pick<Case, "id" | "intent" | "orderName" | "outcome" | "heldBy" | "status" | "owner" | "assignee" | "escalation"> & {
    closedAt: Date;
  };
};

export type InboxPage = { entries: InboxEntry[]; next: InboxCursor | null };
export type InboxQuery = InboxNarrowing & { view: InboxView; name?: string; search?: string; after?: InboxCursor; limit?: number };

const nameFirst = ["shopify-customer", "email", "instagram", "whatsapp", "phone", "widget"];

/** One page of the queue, newest first. The cursor is the last row's place in it, so nothing is skipped when rows move. */
export async function inboxPage(shopId: string, query: InboxQuery): Promise<InboxPage> {
  const limit = query.limit ?? 30;
  const rows = await findInboxRows(shopId, { ...query, at: now(), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const { prisma } = database();
  const identities = await prisma.identity.findMany({ where: { shopId, conversationId: { in: shown.map((row) => row.id) } } });
  const cases = await prisma.case.findMany({
    where: { shopId, identityId: { in: identities.map((identity) => identity.id) }, status: { in: ["open", "working", "escalated"] } },
    orderBy: { openedAt: "desc" },
  });
  const mentions = query.view === "mentions" ? await mentionsOf(shopId, shown) : new Map<string, InboxEntry["mention"]>();
  const ended = query.view === "closed" ? await closedOf(shopId, shown) : new Map<string, InboxEntry["closed"]>();
  const entries = shown.map((row): InboxEntry => {
    const own = identities.filter((identity) => identity.conversationId === row.id);
    const theirs = cases.filter((one) => own.some((identity) => identity.id === one.identityId));
    const { id: conversationId, place, ...shown } = row;
    const focus = theirs.find((one) => one.owner === "staff") ?? theirs[0] ?? null;
    return {
      conversationId,
      identities: bestNameFirst(own),
      ...shown,
      focus,
      mention: mentions.get(place.id),
      closed: ended.get(place.id),
    };
  });
  const last = shown.at(-1);
  return { entries, next: rows.length > limit && last ? last.place : null };
}

/** The notes that name somebody, by the mention that is the row's place. */
async function mentionsOf(shopId: string, rows: { place: InboxCursor }[]): Promise<Map<string, InboxEntry["mention"]>> {
  const { prisma } = database();
  const mentions = await prisma.mention.findMany({ where: { shopId, id: { in: rows.map((row) => row.place.id) } } });
  const notes = await prisma.staffNote.findMany({ where: { shopId, id: { in: mentions.map((one) => one.noteId) } } });
  return new Map(
    mentions.flatMap(({ id, noteId, createdAt, readAt }) => {
      const note = notes.find((one) => one.id === noteId);
      return note ? [[id, { by: note.author, text: note.text, at: createdAt, unread: readAt === null }] as const] : [];
    }),
  );
}

/** What ended last, by the case that is the row's place. */
async function closedOf(shopId: string, rows: { place: InboxCursor }[]): Promise<Map<string, InboxEntry["closed"]>> {
  const cases = await database().prisma.case.findMany({ where: { shopId, id: { in: rows.map((row) => row.place.id) } } });
  return new Map(cases.flatMap((one) => (one.closedAt ? [[one.id, { ...one, closedAt: one.closedAt }] as const] : [])));
}

export function bestNameFirst<T extends Pick<Identity, "kind" | "label">>(identities: T[]): T[] {
  const rank = (identity: T) => (identity.label ? 0 : 10) + nameFirst.indexOf(identity.kind);
  return [...identities].sort((one, other) => rank(one) - rank(other));
}

/** How many cases a person has to look at. */
export function countWaiting(shopId: string): Promise<number> {
  return database().prisma.case.count({ where: { shopId, owner: "staff", status: { in: ["open", "working", "escalated"] } } });
}

/** Staff have seen the newest message of a conversation that was unread. */
export async function markRead(shopId: string, conversationId: string): Promise<void> {
  await database().commit([
    update("Conversation", { id: conversationId, shopId }, { unread: false }),
    ...seenByStaff(shopId, conversationId),
  ]);
}

/** Kept for each identity too: after a join or a split each conversation is unread for what was not seen in it. */
export function seenByStaff(shopId: string, conversationId: string): Write[] {
  return [update("Identity", { shopId, conversationId }, { readAt: now() })];
}
