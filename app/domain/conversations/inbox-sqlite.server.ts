import { database } from "#app/platform/db/database.server.ts";

/** SQL of SQLite: which conversations a page of the queue shows. Search is behind this one function. */
export type InboxView = "waiting" | "all";
export type InboxCursor = { at: number; id: string };
export type InboxRow = {
  id: string;
  lastMessageAt: Date;
  lastMessage: string;
  lastChannel: string;
  lastAuthor: string;
  unread: boolean;
};

type Filter = { view: InboxView; search?: string; after?: InboxCursor; limit: number };
type StoredRow = Omit<InboxRow, "lastMessageAt" | "unread"> & { lastMessageAt: number; unread: number };

/** A conversation whose people have all moved to another one by a join is empty and not shown. */
const hasPeople = `EXISTS (SELECT 1 FROM "Identity" i WHERE i."shopId" = c."shopId" AND i."conversationId" = c.id)`;
const waitsForStaff = `EXISTS (SELECT 1 FROM "Identity" i JOIN "Case" k ON k."shopId" = i."shopId" AND k."identityId" = i.id
  WHERE i."shopId" = c."shopId" AND i."conversationId" = c.id
    AND k.status IN ('open','working','escalated') AND (k.owner = 'staff' OR k.status = 'escalated'))`;
const mentions = `EXISTS (SELECT 1 FROM "Identity" i WHERE i."shopId" = c."shopId" AND i."conversationId" = c.id AND (
    i.label LIKE @like ESCAPE '\\' OR i."externalId" LIKE @like ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM "Case" k WHERE k."shopId" = i."shopId" AND k."identityId" = i.id AND k."orderName" LIKE @like ESCAPE '\\')
    OR EXISTS (SELECT 1 FROM "Message" m WHERE m."shopId" = i."shopId" AND m."identityId" = i.id
      AND m."deletedAt" IS NULL AND m.text LIKE @like ESCAPE '\\')))`;

export async function findInboxRows(shopId: string, filter: Filter): Promise<InboxRow[]> {
  const search = filter.search?.trim();
  const conditions = [
    `c."shopId" = @shopId`,
    `c."lastChannel" <> ''`,
    hasPeople,
    filter.after ? `(c."lastMessageAt", c.id) < (@at, @id)` : undefined,
    filter.view === "waiting" ? waitsForStaff : undefined,
    search ? mentions : undefined,
  ].filter((condition) => condition !== undefined);
  const sql = `SELECT c.id, c."lastMessageAt", c."lastMessage", c."lastChannel", c."lastAuthor", c.unread FROM "Conversation" c
    WHERE ${conditions.join(" AND ")} ORDER BY c."lastMessageAt" DESC, c.id DESC LIMIT @limit`;
  const values = {
    shopId,
    limit: filter.limit,
    ...(filter.after ? { at: filter.after.at, id: filter.after.id } : {}),
    ...(search ? { like: `%${search.replace(/[\\%_]/g, "\\$&")}%` } : {}),
  };
  const rows = await database().exclusively((prepare) => prepare(sql).all(values) as StoredRow[]);
  return rows.map((row) => ({ ...row, lastMessageAt: new Date(row.lastMessageAt), unread: row.unread === 1 }));
}
