import { database } from "#app/platform/db/database.server.ts";
import { idsFrom } from "#app/platform/ids.ts";

/** SQL of SQLite: what is new since the last look, and who has a trait in common. Every read here has a limit. */
export type NewRows = { messages: NewMessage[]; touched: { identityId: string; at: Date }[]; complete: boolean };
export type NewMessage = { seq: number; identityId: string; text: string };

/** So many new rows of a kind are looked at in one go. */
const batch = 150;
const caseStates = "'open','working','escalated','done','abandoned','superseded'";

/** New messages by their number, everything else by its time in [since, until). Ids sort by time, so their index serves. */
export function findNew(shopId: string, position: { messageSeq: number; since: Date }, until: Date): Promise<NewRows> {
  const [from, to] = [position.since.getTime(), until.getTime()];
  const byId = { shopId, from: idsFrom(position.since), to: idsFrom(until), batch };
  // The plus keeps SQLite from walking all rows of the shop.
  const newer = (table: string, column: string) => `SELECT "${column}" AS who, "createdAt" AS at FROM "${table}"
    WHERE id >= @from AND id < @to AND +"shopId" = @shopId ORDER BY id LIMIT @batch`;
  return database().exclusively((prepare) => {
    const messages = prepare(
      `SELECT seq, "identityId", text FROM "Message" WHERE seq > @seq AND +"shopId" = @shopId AND author = 'shopper' ORDER BY seq LIMIT @batch`,
    ).all({ shopId, seq: position.messageSeq, batch }) as NewMessage[];
    const lists = [
      prepare(newer("Identity", "id")).all(byId),
      prepare(newer("Evidence", "identityId")).all(byId),
      prepare(newer("OneTimeCode", "identityId")).all(byId),
      prepare(
        `SELECT "identityId" AS who, "updatedAt" AS at FROM "Case" WHERE "shopId" = @shopId AND status IN (${caseStates})
         AND "updatedAt" >= @from AND "updatedAt" < @to ORDER BY "updatedAt" LIMIT @batch`,
      ).all({ shopId, from, to, batch }),
    ] as { who: string; at: number }[][];
    // A list that is cut short ends the look at its last row for all of them.
    const ends = lists.flatMap((rows) => (rows.length === batch ? [rows.at(-1)?.at ?? to] : []));
    const end = Math.min(to, ...ends);
    return {
      messages,
      touched: lists.flat().map(({ who, at }) => ({ identityId: who, at: new Date(Math.min(at, end)) })),
      complete: end === to && messages.length < batch,
    };
  });
}

export type Holder = { value: string; identityId: string; conversationId: string };

/** Who has these traits: of each at most `most` rows. */
export function findHolders(shopId: string, values: string[], most: number): Promise<Holder[]> {
  const sql = `SELECT v.value AS value, i.id AS "identityId", i."conversationId" AS "conversationId" FROM json_each(@values) v
    CROSS JOIN "IdentityTrait" t ON t.rowid IN (SELECT rowid FROM "IdentityTrait" WHERE "shopId" = @shopId AND value = v.value LIMIT @most)
    CROSS JOIN "Identity" i ON i.id = t."identityId" AND +i."shopId" = @shopId`;
  return database().exclusively((prepare) => prepare(sql).all({ shopId, values: JSON.stringify(values), most }) as Holder[]);
}

/** Which of many possible e-mail addresses somebody has. */
export function findMailboxes(shopId: string, addresses: string[]): Promise<{ externalId: string; conversationId: string }[]> {
  const sql = `SELECT i."externalId" AS "externalId", i."conversationId" AS "conversationId" FROM json_each(@addresses) v
    CROSS JOIN "Identity" i ON i."shopId" = @shopId AND i.kind = 'email' AND i."externalId" = v.value`;
  const found = (prepare: (sql: string) => { all(values: object): unknown[] }) =>
    prepare(sql).all({ shopId, addresses: JSON.stringify(addresses) });
  return database().exclusively((prepare) => found(prepare) as { externalId: string; conversationId: string }[]);
}

export type OpenPair = {
  id: string;
  oneId: string;
  otherId: string;
  one: string;
  other: string;
  score: number;
  reasons: string;
  against: string;
};

/** The pairs that staff have not decided and no proof has joined, the likeliest first. */
export function findOpenPairs(shopId: string, limit: number): Promise<OpenPair[]> {
  const sql = `SELECT s.id, s."oneId", s."otherId", a."conversationId" AS one, b."conversationId" AS other, s.score, s.reasons, s.against
    FROM "Suggestion" s INDEXED BY "Suggestion_shopId_dismissedAt_score_id_idx"
    CROSS JOIN "Identity" a ON a.id = s."oneId" CROSS JOIN "Identity" b ON b.id = s."otherId"
    WHERE s."shopId" = @shopId AND s."dismissedAt" IS NULL AND a."conversationId" <> b."conversationId"
    ORDER BY s.score DESC, s.id DESC LIMIT @limit`;
  return database().exclusively((prepare) => prepare(sql).all({ shopId, limit }) as OpenPair[]);
}
