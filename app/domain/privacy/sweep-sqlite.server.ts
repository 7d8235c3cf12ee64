import { database, type Prepare } from "#app/platform/db/database.server.ts";
import type { Retention } from "./retention.ts";

/** SQL of SQLite: removes what has been kept long enough. */

const day = 86_400_000;
/** What is told to a shop's own tools is tried for a day. */
const daysOfTries = 3;
/** Rows of one kind in one commit. */
const batch = 500;
/** What of a table is due: `time` is before `before`, and the rest is true of it. */
type Rule = [table: string, time: string, before: number, and?: string];
/**
 * The two that grow with every message have no index over time, which each message would pay for. Their rows stand in the order
 * they were written in, so the search begins at the oldest and ends at the first that is kept. Where the clock was set back, some
 * wait until that one goes.
 */
const inOrderOfTime = ["RawEvent", "Delivery"];

/** A shopper with something open, or with a change in the store whose outcome is not known, is left alone. */
const open = `EXISTS (SELECT 1 FROM "Case" k JOIN "Identity" i ON i.id = k."identityId" WHERE i."shopId" = @shopId
  AND i."conversationId" = "Identity"."conversationId" AND k.status IN ('open','working','escalated'))
  OR EXISTS (SELECT 1 FROM "Effect" e JOIN "Case" k ON k.id = e."caseId" JOIN "Identity" i ON i.id = k."identityId" WHERE i."shopId" = @shopId
  AND i."conversationId" = "Identity"."conversationId" AND e.state IN ('planned','running','unknown'))`;
const ofIdentity = (table: string) => `DELETE FROM "${table}" WHERE "shopId" = @shopId AND "identityId" = @id`;
const partsOfIdentity = [
  `DELETE FROM "Effect" WHERE "shopId" = @shopId AND "caseId" IN (SELECT id FROM "Case" WHERE "shopId" = @shopId AND "identityId" = @id)`,
  ...[
    "Delivery",
    "Message",
    "Case",
    "OneTimeCode",
    "SignedLink",
    "WidgetSession",
    "Mention",
    "StaffNote",
    "HeldReply",
    "StaffDraft",
    "IdentityTrait",
    "ReplyDraft",
    "VoiceExample",
    "Satisfaction",
    "Lesson",
    "Translation",
    "Consent",
    "Preference",
    "PrivacyExport",
    "TurnRecord",
    "Photo",
    "StaffFile",
    "Draft",
    "Begun",
    "Obligation",
    "OutwardSend",
    "Ticket",
    "ReturnLabel",
    "OutwardEvent",
  ].map(ofIdentity),
  `DELETE FROM "Evidence" WHERE "shopId" = @shopId AND ("identityId" = @id OR "otherId" = @id)`,
  // The record of the law stays for its own time, without the person.
  `UPDATE "Withdrawal" SET key = NULL, "caseId" = NULL, "identityId" = NULL, contact = '', statements = '[]' WHERE "shopId" = @shopId AND "identityId" = @id`,
  `DELETE FROM "Identity" WHERE "shopId" = @shopId AND id = @id`,
];

/** One round of small batches, one kind after the other. Returns whether more is due. */
export async function sweepOnce(shopId: string, keep: Retention, at: Date): Promise<boolean> {
  const before = (days: number) => at.getTime() - days * day;
  const rules: Rule[] = [
    ["Delivery", "createdAt", before(keep.deliveries), `state IN ('accepted','failed')`],
    ["OutwardSend", "createdAt", before(Math.max(keep.deliveries, daysOfTries))],
    ["OutwardEvent", "at", before(Math.max(keep.deliveries, daysOfTries))],
    ["RawEvent", "receivedAt", before(keep.rawEvents), `"processedAt" IS NOT NULL`],
    // Sent along and evidence in nothing.
    ["Photo", "createdAt", before(keep.rawEvents), `"caseId" IS NULL`],
    // Attached and never sent.
    ["StaffFile", "createdAt", before(keep.rawEvents), `"messageId" IS NULL`],
    ["OneTimeCode", "expiresAt", before(keep.codes)],
    ["GiftTry", "createdAt", before(Math.max(keep.codes, 1))],
    ["SignedLink", "expiresAt", before(keep.codes)],
    ["WidgetSession", "expiresAt", before(Math.max(keep.codes, 30))],
    ["Draft", "savedAt", before(keep.codes)],
    ["Audit", "at", before(keep.audit), `action <> 'policy.saved'`],
    ["AccessLog", "at", before(keep.access)],
    ["PrivacyExport", "expiresAt", at.getTime()],
    ["PrivacyRequest", "finishedAt", before(keep.requests), `state = 'done'`],
    ["Tombstone", "at", before(keep.requests)],
    ["ReplayRun", "startedAt", before(keep.rawEvents)],
    ["Withdrawal", "statedAt", before(keep.withdrawals)],
    ["PolicyTrialLine", "createdAt", before(keep.rawEvents)],
    ["PolicyTrial", "startedAt", before(keep.rawEvents)],
    ["Job", "runAt", before(keep.deadJobs), `state = 'dead'`],
  ];
  let more = false;
  for (const rule of rules) {
    const removed = await database().exclusively((prepare) => removeSome(prepare, shopId, rule));
    more ||= removed === batch;
  }
  const forgotten = await database().exclusively((prepare) => forgetSome(prepare, shopId, before(keep.conversations)));
  return more || forgotten;
}

function removeSome(prepare: Prepare, shopId: string, [table, time, before, and = "true"]: Rule): number {
  const newer = `SELECT rowid FROM "${table}" NOT INDEXED WHERE "${time}" >= @before ORDER BY rowid LIMIT 1`;
  const rows = inOrderOfTime.includes(table) ? `NOT INDEXED WHERE rowid < ifnull((${newer}), ${Number.MAX_SAFE_INTEGER}) AND` : "WHERE";
  const due = `SELECT rowid FROM "${table}" ${rows} "shopId" = @shopId AND "${time}" < @before AND ${and} LIMIT ${batch}`;
  return prepare(`DELETE FROM "${table}" WHERE rowid IN (${due})`).run({ shopId, before }).changes;
}

/** Conversations whose people have not been heard of for so long, each whole: a few at a time, for each may be long. */
function forgetSome(prepare: Prepare, shopId: string, before: number): boolean {
  const most = 10;
  const identities = prepare(`SELECT id, "homeConversationId" AS home FROM "Identity" WHERE "shopId" = @shopId AND "createdAt" < @before
    AND NOT EXISTS (SELECT 1 FROM "Identity" i WHERE i."shopId" = @shopId AND i."conversationId" = "Identity"."conversationId" AND i."lastInboundAt" >= @before)
    AND NOT EXISTS (SELECT 1 FROM "Message" m WHERE m."shopId" = @shopId AND m."identityId" = "Identity".id AND m."receivedAt" >= @before)
    AND NOT (${open}) LIMIT ${most}`).all({ shopId, before }) as { id: string; home: string }[];
  for (const { id, home } of identities) {
    for (const sql of partsOfIdentity) prepare(sql).run({ shopId, id });
    // Somebody else's thread may be shown under this one's number for as long as they belong together.
    prepare(`DELETE FROM "Conversation" WHERE "shopId" = @shopId AND id = @home
      AND NOT EXISTS (SELECT 1 FROM "Identity" i WHERE i."shopId" = @shopId AND (i."conversationId" = @home OR i."homeConversationId" = @home))`).run(
      { shopId, home },
    );
  }
  return identities.length === most;
}
