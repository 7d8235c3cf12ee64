import { draftReason } from "#app/domain/reply-drafts/waiting.ts";
import { database } from "#app/platform/db/database.server.ts";
import { searchQuery } from "#app/platform/db/search-sqlite.server.ts";
import { happened, isHappening } from "./inbox-happened-sqlite.ts";
import { type InboxView, isOwn } from "./inbox-views.ts";

/** SQL of SQLite: which conversations a page of the queue shows. Search is behind this one function. */
/** Only those last spoken of on this channel, in this language, handed over for this reason. */
export type InboxNarrowing = { channel?: string; language?: string; reason?: string };
export type InboxCursor = { at: number; id: string };
export type InboxRow = {
  id: string;
  lastMessageAt: Date;
  lastMessage: string;
  lastChannel: string;
  lastAuthor: string;
  unread: boolean;
  revision: number;
  snoozedUntil: Date | null;
  /** Its place in the view: when it was last written in, or when what the view shows happened, and the id that tells two of one moment apart. */
  place: InboxCursor;
};

/** `name`: whose cases "mine" are; `at`: by when "late" is meant. */
type Filter = InboxNarrowing & { view: InboxView; name?: string; at: Date; search?: string; after?: InboxCursor; limit: number };
type StoredRow = Omit<InboxRow, "lastMessageAt" | "unread" | "snoozedUntil" | "place"> & {
  placeAt: number;
  placeId: string;
  lastMessageAt: number;
  unread: number;
  snoozedUntil: number | null;
};

/** A conversation whose people have all moved to another one by a join is empty and not shown. */
const hasPeople = `EXISTS (SELECT 1 FROM "Identity" i WHERE i."shopId" = c."shopId" AND i."conversationId" = c.id)`;

/** Conversations by their cases, which are few: asking each conversation would take longer with every day. */
const byCases = (
  condition: string,
  index: string,
) => `SELECT i."conversationId" AS id FROM "Case" k INDEXED BY "${index}" CROSS JOIN "Identity" i
  ON i.id = k."identityId" AND i."shopId" = k."shopId" WHERE k."shopId" = @shopId AND ${condition}`;
/** By owner, since far more cases are open than with staff; by what SQLite has counted it would take the open ones. */
const ofStaff = (condition: string) =>
  byCases(`k.owner = 'staff' AND k.status IN ('open','working','escalated')${condition}`, "Case_shopId_owner_status_idx");
/** Also what only waits for a draft to be approved, which the assistant has. */
const needingStaff = (condition: string) =>
  `${ofStaff(condition)} UNION ${byCases(`k.status = 'escalated'${condition}`, "Case_shopId_status_updatedAt_idx")}`;

/** The conversations of a view, by their ids; none for all of them. */
function viewIds(view: InboxView, reason: string | undefined): string | undefined {
  const forReason = reason === undefined ? "" : " AND k.escalation = @reason";
  switch (view) {
    case "waiting":
      return needingStaff(forReason);
    case "mine":
      return ofStaff(`${forReason} AND k.assignee = @name`);
    case "unassigned":
      return ofStaff(`${forReason} AND k.assignee IS NULL`);
    case "shopper":
      return ofStaff(`${forReason} AND k.assignee IS NOT NULL`);
    case "drafts":
      return byCases(
        `k.status = 'escalated' AND k.owner = 'assistant' AND k.escalation = '${draftReason}'${forReason}`,
        "Case_shopId_status_updatedAt_idx",
      );
    case "late":
      return byCases(`k.status IN ('open','working','escalated') AND k."dueAt" <= @now${forReason}`, "Case_shopId_dueAt_idx");
    case "snoozed":
      return `SELECT s.id FROM "Conversation" s INDEXED BY "Conversation_snoozed" WHERE s."shopId" = @shopId AND s."snoozedUntil" > @now${
        reason === undefined ? "" : ` AND s.id IN (${needingStaff(forReason)})`
      }`;
    // What happened is looked through from its newest; see inbox-happened-sqlite.
    case "mentions":
    case "closed":
      return undefined;
    case "all":
      return reason === undefined ? undefined : needingStaff(forReason);
  }
}

/** What was put aside leaves the views that say what is to be done. Not the late one: a shopper waits all the same. */
const awake = `(c."snoozedUntil" IS NULL OR c."snoozedUntil" <= @now)`;
const viewConditions: Partial<Record<InboxView, string>> = {
  waiting: awake,
  mine: awake,
  unassigned: awake,
  shopper: `${awake} AND c."lastAuthor" = 'staff'`,
};

/** Without other conditions all of a channel or a language are read in their order from here. */
function narrowIndex({ channel, language }: InboxNarrowing): string {
  if (language !== undefined) return ` INDEXED BY "Conversation_shopId_language_lastMessageAt_id_idx"`;
  return channel !== undefined ? ` INDEXED BY "Conversation_shopId_lastChannel_lastMessageAt_id_idx"` : "";
}

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
  await database().fillSearch();
  // Decided by the first page for all that follow: a page further on must not begin to look for something else.
  const first = await pageOf(shopId, { ...filter, after: undefined }, whole);
  if (first.length < filter.limit) return pageOf(shopId, filter, beginnings);
  return filter.after ? pageOf(shopId, filter, whole) : first;
}

async function pageOf(shopId: string, filter: Filter, match?: string): Promise<InboxRow[]> {
  const { view, channel, language, reason } = filter;
  const within = viewIds(view, reason);
  const ids = match ? mentionedIds : within;
  const event = isHappening(view) ? happened[view] : null;
  const place = event ?? { at: `c."lastMessageAt"`, id: "c.id" };
  const conditions = [
    `c."shopId" = @shopId`,
    channel === undefined ? `c."lastChannel" <> ''` : `c."lastChannel" = @channel`,
    language === undefined ? undefined : `c.language = @language`,
    viewConditions[view],
    ids || event ? undefined : hasPeople,
    match && within ? `c.id IN (${within})` : undefined,
    ...(event?.conditions(reason) ?? []),
    filter.after ? `(${place.at}, ${place.id}) < (@at, @id)` : undefined,
  ].filter((condition) => condition !== undefined);
  const few = ids && `(${ids}) few CROSS JOIN "Conversation" c ON c.id = few.id`;
  const from = event ? (few ? `${few} ${event.ofConversation}` : event.newestFirst) : (few ?? `"Conversation" c${narrowIndex(filter)}`);
  // A cross join keeps SQLite from turning the order round: the few ids first.
  const sql = `SELECT c.id, c."lastMessageAt", c."lastMessage", c."lastChannel", c."lastAuthor", c.unread, c.revision, c."snoozedUntil",
    ${place.at} AS "placeAt", ${place.id} AS "placeId"
    FROM ${from} WHERE ${conditions.join(" AND ")} ORDER BY ${place.at} DESC, ${place.id} DESC LIMIT @limit`;
  const values = {
    shopId,
    limit: filter.limit,
    ...(filter.after ? { at: filter.after.at, id: filter.after.id } : {}),
    ...(match ? { match } : {}),
    ...(isOwn(view) ? { name: filter.name ?? "" } : {}),
    ...(sql.includes("@now") ? { now: filter.at.getTime() } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(language === undefined ? {} : { language }),
    ...(reason === undefined ? {} : { reason }),
  };
  const rows = await database().exclusively((prepare) => prepare(sql).all(values) as StoredRow[]);
  return rows.map(({ placeAt, placeId, ...row }) => ({
    ...row,
    place: { at: placeAt, id: placeId },
    lastMessageAt: new Date(row.lastMessageAt),
    unread: row.unread === 1,
    snoozedUntil: row.snoozedUntil === null ? null : new Date(row.snoozedUntil),
  }));
}

/** In how many notes each person is named that they have not read, by their id. */
export async function unreadMentions(shopId: string): Promise<Map<string, number>> {
  const sql = `SELECT "memberId", COUNT(DISTINCT "noteId") AS notes FROM "Mention" INDEXED BY "Mention_unread"
    WHERE "shopId" = @shopId AND "readAt" IS NULL GROUP BY "memberId"`;
  const rows = await database().exclusively((prepare) => prepare(sql).all({ shopId }) as { memberId: string; notes: number }[]);
  return new Map(rows.map((row) => [row.memberId, row.notes]));
}

/** More names than a list to choose from is good for. */
const mostNames = 50;

/** Those who have a case at the moment, by name. */
export function staffWithCases(shopId: string): Promise<string[]> {
  const sql = `SELECT DISTINCT assignee FROM "Case" INDEXED BY "Case_shopId_owner_status_idx"
    WHERE "shopId" = @shopId AND owner = 'staff' AND status IN ('open','working','escalated') AND assignee IS NOT NULL
    ORDER BY assignee LIMIT ${mostNames}`;
  return database().exclusively((prepare) => (prepare(sql).all({ shopId }) as { assignee: string }[]).map((row) => row.assignee));
}
