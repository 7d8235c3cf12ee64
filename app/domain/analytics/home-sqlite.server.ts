import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";

/** SQL of SQLite: what stands on the home page, in one look. */
export type HomeFigures = {
  /** Conversations that were written in today, by the channel of the last message. */
  today: { channel: string; conversations: number }[];
  /** Shoppers whom a person has not answered yet, and since when the first of them waits. */
  waiting: { count: number; since: Date | null };
  /** Cases whose time to answer has passed. */
  late: number;
  /** What was brought to its end, by day from `days[0]` on: by the assistant alone, and by or with people. */
  closed: { alone: number; withPeople: number }[];
};

/** A case that a person has handed back was with people, though its reason was taken off: the record of the hand-over stays so long. */
const handOversBack = 60 * 86_400_000;

const todayByChannel = `SELECT "lastChannel" AS channel, COUNT(*) AS conversations FROM "Conversation"
  WHERE "shopId" = @shopId AND "lastMessageAt" >= @today AND "lastChannel" <> '' GROUP BY 1 ORDER BY 2 DESC, 1`;

/** Of each conversation of which staff have a case: the first message, on any channel, that came after the last answer of a person. */
const waitingSince = `SELECT MIN(m."receivedAt") AS since FROM "Case" k INDEXED BY "Case_shopId_owner_status_idx"
  JOIN "Identity" i ON i.id = k."identityId" AND i."shopId" = k."shopId"
  JOIN "Identity" o ON o."shopId" = k."shopId" AND o."conversationId" = i."conversationId"
  JOIN "Message" m ON m."shopId" = k."shopId" AND m."identityId" = o.id
  WHERE k."shopId" = @shopId AND k.owner = 'staff' AND k.status IN ('open','working','escalated')
    AND m.author = 'shopper' AND m."deletedAt" IS NULL AND m."receivedAt" >= k."openedAt" - 60000
    AND m.seq > COALESCE((SELECT MAX(s.seq) FROM "Identity" p JOIN "Message" s ON s."shopId" = p."shopId" AND s."identityId" = p.id
      WHERE p."shopId" = k."shopId" AND p."conversationId" = i."conversationId" AND s.author = 'staff'), 0)
  GROUP BY i."conversationId"`;

const lateNow = `SELECT COUNT(*) AS late FROM "Case" WHERE "shopId" = @shopId AND "dueAt" <= @now AND status IN ('open','working','escalated')`;

/** A question that gave way to something else is nothing that was brought to its end. */
const closedSince = `SELECT k."closedAt" AS at,
    k."heldBy" IS NULL AND k.outcome IS NULL AND k.escalation IS NULL
    AND k.id NOT IN (SELECT json_extract(a.detail, '$.caseId') FROM "Audit" a WHERE a."shopId" = @shopId AND a.at >= @record
      AND a.action IN ('handed-over','closed-case') AND json_extract(a.detail, '$.caseId') IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "Message" m WHERE m."shopId" = k."shopId" AND m."identityId" = k."identityId"
      AND m."caseId" = k.id AND m.author = 'staff') AS alone
  FROM "Case" k INDEXED BY "Case_shopId_status_updatedAt_idx"
  WHERE k."shopId" = @shopId AND k.status = 'done' AND k."updatedAt" >= @since AND k."closedAt" >= @since
    AND (k.flow <> 'question' OR k."heldBy" IS NOT NULL OR k.outcome IS NOT NULL)`;

/** `days`: when each shown day of the shop's began, the present one last. */
export async function homeFigures(shopId: string, days: Date[]): Promise<HomeFigures> {
  const at = now().getTime();
  const [since = at, today = at] = [days[0]?.getTime(), days.at(-1)?.getTime()];
  return database().exclusively((prepare) => {
    const waiting = prepare(waitingSince).all({ shopId }) as { since: number }[];
    const rows = prepare(closedSince).all({ shopId, since, record: since - handOversBack }) as { at: number; alone: number }[];
    const closed = days.map((day, place) => {
      const until = days[place + 1]?.getTime() ?? Number.POSITIVE_INFINITY;
      const ofDay = rows.filter((row) => row.at >= day.getTime() && row.at < until);
      const alone = ofDay.filter((row) => row.alone === 1).length;
      return { alone, withPeople: ofDay.length - alone };
    });
    return {
      today: prepare(todayByChannel).all({ shopId, today }) as HomeFigures["today"],
      waiting: { count: waiting.length, since: waiting.length > 0 ? new Date(Math.min(...waiting.map((one) => one.since))) : null },
      late: (prepare(lateNow).all({ shopId, now: at }) as { late: number }[])[0]?.late ?? 0,
      closed,
    };
  });
}
