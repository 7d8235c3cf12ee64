import { now } from "../clock.ts";
import type { DatabaseHandle, Prepare } from "../db/database.server.ts";
import type { Places } from "./places.ts";
import type { Lane } from "./tasks.ts";

export type LeasedJob = {
  id: number;
  shopId: string;
  task: string;
  lane: Lane;
  payload: unknown;
  queue: string | null;
  attempts: number;
  maxAttempts: number;
  fence: number;
};

/** Where something may be able to start; without a shop, in all of them. */
export type Look = { lane: Lane; shopId?: string };
/** `freed`: queues in which the first parked job may wait again; emptied by the look that sees to it. */
type Wanted = { looks: Look[]; freed: Set<string>; places: Places };
type JobRow = Omit<LeasedJob, "payload"> & { payload: string };
type DueRow = { id: number; queue: string | null };

/** Rows read at a time. */
const window = 32;
const dueSql = `SELECT id, queue FROM "Job" WHERE state = 'waiting' AND lane = ? AND "shopId" = ? AND "runAt" <= ? ORDER BY "runAt", id LIMIT ${window}`;
const nextShopSql = `SELECT min("shopId") AS "shopId" FROM "Job" WHERE state = 'waiting' AND lane = ? AND "shopId" > ?`;
const nextDueSql = `SELECT min("runAt") AS due FROM "Job" WHERE state = 'waiting' AND lane = ? AND "shopId" = ? AND "runAt" > ?`;
const leaseSql = `UPDATE "Job" SET state = 'running', key = NULL, fence = fence + 1, attempts = attempts + 1 WHERE id = ?
  RETURNING id, "shopId", task, lane, payload, queue, attempts, "maxAttempts", fence`;
const parkSql = `UPDATE "Job" SET state = 'parked' WHERE id = ?`;
const unparkSql = `UPDATE "Job" SET state = 'waiting'
  WHERE id = (SELECT id FROM "Job" WHERE queue = ? AND state = 'parked' ORDER BY "runAt", id LIMIT 1)`;

/**
 * Leases what is due and has a place, and says when the next job of where it looked is due. It joins the commit that is
 * under way and comes last in it, so that jobs just put in and queues just freed are seen without waiting for the disk once
 * more. The key is given up, so that a new job of the same key can wait meanwhile.
 *
 * A job whose queue is held is parked until the queue is freed, so that a long backlog behind one job is passed over once
 * and not at every look. Shops are looked at one by one, beginning with another one each time: none stands before the others.
 */
export async function leaseJobs(database: DatabaseHandle, wanted: Wanted): Promise<{ jobs: LeasedJob[]; nextDue: Date | null }> {
  const jobs: LeasedJob[] = [];
  const unparked: string[] = [];
  try {
    const nextDue = await database.exclusively(
      (prepare) => {
        // Of the moment in which it is looked: a queue that was freed since this was asked for would be left to whoever comes last.
        for (const queue of wanted.freed) prepare(unparkSql).run(queue);
        unparked.push(...wanted.freed);
        wanted.freed.clear();
        return lookForJobs(prepare, wanted, jobs);
      },
      { last: true },
    );
    return { jobs, nextDue };
  } catch (error) {
    for (const job of jobs) wanted.places.leave(job);
    for (const queue of unparked) wanted.freed.add(queue);
    throw error;
  }
}

function lookForJobs(prepare: Prepare, { looks, places }: Wanted, jobs: LeasedJob[]): Date | null {
  const at = now();
  let next = Number.POSITIVE_INFINITY;
  for (const { lane, shopId } of looks) {
    for (const shop of shopId === undefined ? shopsWaiting(prepare, lane) : [shopId]) {
      leaseOfShop(prepare, lane, shop, at, places, jobs);
      const { due } = prepare(nextDueSql).get(lane, shop, at.getTime()) as { due: number | null };
      next = Math.min(next, due ?? next);
    }
  }
  return Number.isFinite(next) ? new Date(next) : null;
}

function leaseOfShop(prepare: Prepare, lane: Lane, shopId: string, at: Date, places: Places, jobs: LeasedJob[]): void {
  while (places.hasRoom({ lane, shopId })) {
    const due = prepare(dueSql).all(lane, shopId, at.getTime()) as DueRow[];
    if (due.length === 0) return;
    for (const { id, queue } of due) {
      if (queue !== null && places.isQueueHeld(queue)) {
        prepare(parkSql).run(id);
      } else if (places.hasRoom({ lane, shopId })) {
        const row = prepare(leaseSql).get(id) as JobRow;
        const job = { ...row, payload: JSON.parse(row.payload) as unknown };
        places.take(job);
        jobs.push(job);
      } else {
        return;
      }
    }
  }
}

/** Every shop that has a job waiting in the lane, found by jumps in the index, from a random one on. */
function shopsWaiting(prepare: Prepare, lane: Lane): string[] {
  const shops: string[] = [];
  for (let last = ""; ; ) {
    const { shopId } = prepare(nextShopSql).get(lane, last) as { shopId: string | null };
    if (shopId === null) break;
    shops.push(shopId);
    last = shopId;
  }
  const first = Math.floor(Math.random() * shops.length);
  return [...shops.slice(first), ...shops.slice(0, first)];
}

/** At boot nobody else can be running anything: whatever was leased by a process that died waits again, at once. */
export function reclaimLeases(database: DatabaseHandle): Promise<number> {
  return database.exclusively(
    (prepare) => prepare(`UPDATE "Job" SET state = 'waiting' WHERE state IN ('running', 'parked')`).run().changes,
  );
}
