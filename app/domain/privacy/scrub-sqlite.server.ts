import { database } from "#app/platform/db/database.server.ts";

/** SQL of SQLite: what names a shopper by words and not by id. */

/** Shorter ones would be found inside other words. */
const shortestWord = 6;

/** How many events that came before `before` and speak of these addresses wait to be read. */
export function countUnread(shopId: string, words: string[], before: Date): Promise<number> {
  return database().exclusively((prepare) => {
    const unread = prepare(`SELECT body FROM "RawEvent" WHERE "shopId" = ? AND "processedAt" IS NULL AND "receivedAt" <= ?`);
    const bodies = unread.all(shopId, before.getTime()) as { body: string }[];
    return bodies.filter(({ body }) => mentions(body, words)).length;
  });
}

function mentions(body: string, words: string[]): boolean {
  const folded = body.toLowerCase();
  return words.some((word) => word.length >= shortestWord && folded.includes(word.toLowerCase()));
}

/**
 * Removes what still names these addresses or ids: events by the sender in their key, events nobody could read, jobs by
 * their payload, replays that quote them, and the samples of index keys that SQLite keeps to plan its reads.
 */
export function scrubTraces(shopId: string, traces: { addresses: string[]; ids: string[]; before: Date }): Promise<void> {
  const { addresses, ids, before } = traces;
  return database().exclusively((prepare) => {
    const keyed = prepare(`DELETE FROM "RawEvent" WHERE "shopId" = @shopId AND "receivedAt" <= @before AND ("externalId" = @word
      OR substr("externalId", 1, length(@word) + 1) = @word || ':' OR substr("externalId", -length(@word) - 1) = ':' || @word)`);
    const unread = prepare(`DELETE FROM "RawEvent" WHERE "shopId" = @shopId AND "processedAt" IS NULL AND "receivedAt" <= @before
      AND length(@word) >= ${shortestWord} AND instr(lower(body), lower(@word)) > 0`);
    const replays = prepare(
      `DELETE FROM "ReplayRun" WHERE "shopId" = @shopId AND length(@word) >= ${shortestWord} AND instr(lower(report), lower(@word)) > 0`,
    );
    // A trial's list names orders, not people: all of it goes, since it can be made again at any time.
    prepare(`DELETE FROM "PolicyTrialLine" WHERE "shopId" = ?`).run(shopId);
    const jobs = prepare(`DELETE FROM "Job" WHERE "shopId" = ? AND state <> 'running' AND instr(payload, ?) > 0`);
    for (const word of addresses) {
      keyed.run({ shopId, word, before: before.getTime() });
      unread.run({ shopId, word, before: before.getTime() });
      replays.run({ shopId, word });
    }
    for (const word of [...addresses, ...ids]) jobs.run(shopId, JSON.stringify(word));
    const samples = prepare(`SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'`).get();
    if (!samples) return;
    const sampled = prepare(`DELETE FROM sqlite_stat4 WHERE instr(sample, CAST(? AS BLOB)) > 0`);
    for (const word of [...addresses, ...ids]) if (word.length >= shortestWord) sampled.run(word);
  });
}
