import { database } from "#app/platform/db/database.server.ts";
import { searchQuery } from "#app/platform/db/search-sqlite.server.ts";

/** SQL of SQLite: which conversations a page of the queue shows. Search is behind this one function. */
export const inboxViews = ["waiting", "mine", "unassigned", "late", "drafts", "all"] as const;
export type InboxView = (typeof inboxViews)[number];
export type InboxCursor = { at: number; id: string };
export type InboxRow = {
  id: string;
  lastMessageAt: Date;
  lastMessage: string;
  lastChannel: string;
  lastAuthor: string;
  unread: boolean;
};

/** `name`: whose cases "mine" are; `at`: by when "late" is meant. */
type Filter = { view: InboxView; name?: string; at: Date; search?: string; after?: InboxCursor; limit: number };
type StoredRow = Omit<InboxRow, "lastMessageAt" | "unread"> & { lastMessageAt: number; unread: number };

/** A conversation whose people have all moved to another one by a join is empty and not shown. */
const hasPeople = `EXISTS (SELECT 1 FROM "Identity" i WHERE i."shopId" = c."shopId" AND i."conversationId" = c.id)`;

/** Conversations by their cases, which are few: asking each conversation would take longer with every day. */
const byCases = (
  condition: string,
  index: string,
) => `SELECT i."conversationId" AS id FROM "Case" k INDEXED BY "${index}" CROSS JOIN "Identity" i
  ON i.id = k."identityId" AND i."shopId" = k."shopId" WHERE k."shopId" = @shopId AND ${condition}`;
/** By owner, since far more cases are open than with staff; by what SQLite has counted it would take the open ones. */
const withStaff = byCases(`k.owner = 'staff' AND k.status IN ('open','working')`, "Case_shopId_owner_status_idx");
const ofStaff = (condition: string) =>
  byCases(`k.owner = 'staff' AND k.status IN ('open','working','escalated') AND ${condition}`, "Case_shopId_owner_status_idx");
const viewIds: Record<Exclude<InboxView, "all">, string> = {
  waiting: `${withStaff} UNION ${byCases(`k.status = 'escalated'`, "Case_shopId_status_updatedAt_idx")}`,
  mine: ofStaff(`k.assignee = @name`),
  unassigned: ofStaff(`k.assignee IS NULL`),
  drafts: byCases(
    `k.status = 'escalated' AND k.owner = 'assistant' AND k.escalation = 'draft-to-approve'`,
    "Case_shopId_status_updatedAt_idx",
  ),
  late: byCases(`k.status IN ('open','working','escalated') AND k."dueAt" <= @now`, "Case_shopId_dueAt_idx"),
};

/** Of a common word so many names and newest messages count: the look stays short however much was ever written. */
const mostMentions = 300;
const mentioned = (which: string) => `SELECT i."conversationId" AS id FROM
  (SELECT "identityId" FROM "SearchText" WHERE "SearchText" MATCH @match AND shop = @shopId AND rowid ${which} LIMIT ${mostMentions}) m
  CROSS JOIN "Identity" i ON i.id = m."identityId" AND i."shopId" = @shopId`;
const mentionedIds = `SELECT id FROM (${mentioned("< 0 ORDER BY rowid")}) UNION SELECT id FROM (${mentioned("> 0 ORDER BY rowid DESC")})`;

/** Newest first. A word is searched as it stands; where that fills no page, also as the beginning of words. */
export async function findInboxRows(shopId: string, filter: Filter): Promise<InboxRow[]> {
  const search = filter.search?.trim();
  if (!search) return pageOf(shopId, filter);
  const whole = searchQuery(search, { beginnings: false });
  const beginnings = searchQuery(search, { beginnings: true });
  // Punctuation alone is no word that anybody wrote.
  if (!whole || !beginnings) return [];
  // Decided by the first page for all that follow: a page further on must not begin to look for something else.
  const first = await pageOf(shopId, { ...filter, after: undefined }, whole);
  if (first.length < filter.limit) return pageOf(shopId, filter, beginnings);
  return filter.after ? pageOf(shopId, filter, whole) : first;
}

async function pageOf(shopId: string, filter: Filter, match?: string): Promise<InboxRow[]> {
  const within = filter.view === "all" ? undefined : viewIds[filter.view];
  const ids = match ? mentionedIds : within;
  const conditions = [
    `c."shopId" = @shopId`,
    `c."lastChannel" <> ''`,
    ids ? undefined : hasPeople,
    match && within ? `c.id IN (${within})` : undefined,
    filter.after ? `(c."lastMessageAt", c.id) < (@at, @id)` : undefined,
  ].filter((condition) => condition !== undefined);
  // A cross join keeps SQLite from turning the order round: the few ids first.
  const sql = `SELECT c.id, c."lastMessageAt", c."lastMessage", c."lastChannel", c."lastAuthor", c.unread
    FROM ${ids ? `(${ids}) few CROSS JOIN "Conversation" c ON c.id = few.id` : `"Conversation" c`}
    WHERE ${conditions.join(" AND ")} ORDER BY c."lastMessageAt" DESC, c.id DESC LIMIT @limit`;
  const values = {
    shopId,
    limit: filter.limit,
    ...(filter.after ? { at: filter.after.at, id: filter.after.id } : {}),
    ...(match ? { match } : {}),
    ...(filter.view === "mine" ? { name: filter.name ?? "" } : {}),
    ...(filter.view === "late" ? { now: filter.at.getTime() } : {}),
  };
  const rows = await database().exclusively((prepare) => prepare(sql).all(values) as StoredRow[]);
  return rows.map((row) => ({ ...row, lastMessageAt: new Date(row.lastMessageAt), unread: row.unread === 1 }));
}
