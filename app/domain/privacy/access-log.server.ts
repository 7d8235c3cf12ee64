import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { errorFields, log } from "#app/platform/log.ts";

export type Read = "inbox" | "conversation" | "shopper" | "order" | "export" | "replay" | "knowledge";
/** Who asks, as Shopify's session token names them. */
export type Reader = { shopId: string; staffId: string };

/**
 * Writes down that a member of staff read something personal; `subjects` are conversations, or a page's own name. The page
 * does not wait: whatever is written in one turn of the event loop shares one commit anyway.
 */
export function recordAccess({ shopId, staffId }: Reader, what: Read, subjects: string[]): void {
  const at = now();
  const rows = [...new Set(subjects)].map((subject) => insert("AccessLog", { id: newId(), shopId, at, actor: staffId, what, subject }));
  database()
    .commit(rows)
    .catch((error) => log.error("access-not-recorded", { shopId, reason: what, ...errorFields(error) }));
}

export type AccessRow = { id: string; at: Date; actor: string; what: string; subject: string };

/** The newest reads, page by page; `before` is the last row's id. Ids sort by time. */
export function readAccessLog(shopId: string, page: { before?: string; limit?: number }): Promise<AccessRow[]> {
  const { before, limit = 50 } = page;
  return database().prisma.accessLog.findMany({
    where: { shopId, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: "desc" },
    take: limit,
  });
}
