import { now } from "#app/platform/clock.ts";
import { database, type Prepare } from "#app/platform/db/database.server.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { withTrace } from "#app/platform/tracing/context.ts";

/** How the shop of an event is found: by its domain, or by the account of a channel. */
export type EventOwner = { domain: string } | { channel: string; account: string };
export type NewRawEvent = {
  owner: EventOwner;
  channel: string;
  account: string;
  /** Whom it is about, where ingress can tell. */
  correspondent?: string;
  externalId: string;
  topic?: string;
  body: string;
  task: "intake.channel" | "intake.shopify";
};
export type Stored = "stored" | "duplicate" | "unknown-shop";

/** Stores an event and its intake job, and resolves once both are on disk. Rejects when nothing was stored. */
export async function storeRawEvent(event: NewRawEvent): Promise<Stored> {
  fault("ingress.before-commit");
  // Made here: the shared commit runs under the ids of whoever came first.
  const payload = withTrace({ rawEventId: newId() });
  const committed = database().exclusively((prepare) => storeOne(prepare, event, payload), { sure: true });
  database().jobsEnqueued([{ lane: "read", queue: queueOf(event), runAt: now() }]);
  const stored = await committed;
  fault("ingress.after-commit");
  return stored;
}

/** SQL that both databases understand, apart from OR IGNORE. */
function storeOne(prepare: Prepare, event: NewRawEvent, payload: { rawEventId: string }): Stored {
  const shopId = findShop(prepare, event.owner);
  if (!shopId) return "unknown-shop";
  const [id, at] = [payload.rawEventId, now().getTime()];
  const insert = prepare(
    `INSERT OR IGNORE INTO "RawEvent" (id, "shopId", channel, account, "externalId", topic, body, "receivedAt") VALUES (?,?,?,?,?,?,?,?)`,
  );
  const { changes } = insert.run(id, shopId, event.channel, event.account, event.externalId, event.topic ?? null, event.body, at);
  if (changes === 0) return "duplicate";
  // Behind others that wait for their queue it is parked at once; see platform/jobs.
  const queue = queueOf(event);
  prepare(
    `INSERT INTO "Job" ("shopId", task, lane, payload, queue, "runAt", attempts, "maxAttempts", fence, state, "createdAt")
      VALUES (?,?,'read',?,?,?,0,12,0,CASE WHEN EXISTS (SELECT 1 FROM "Job" WHERE queue = ? AND state = 'parked') THEN 'parked' ELSE 'waiting' END,?)`,
  ).run(shopId, event.task, JSON.stringify(payload), queue, at, queue, at);
  return "stored";
}

/** What is about one person keeps its order; where nobody is named, what is about one account does. */
function queueOf({ channel, account, correspondent = "" }: NewRawEvent): string {
  return `intake:${channel}:${account}:${correspondent}`;
}

function findShop(prepare: Prepare, owner: EventOwner): string | undefined {
  const row =
    "domain" in owner
      ? prepare(`SELECT id FROM "Shop" WHERE domain = ?`).get(owner.domain)
      : prepare(`SELECT "shopId" AS id FROM "ChannelAccount" WHERE channel = ? AND "externalId" = ?`).get(owner.channel, owner.account);
  return (row as { id: string } | undefined)?.id;
}
