import { now } from "../clock.ts";
import type { DatabaseHandle, Prepare } from "../db/database.server.ts";
import { type Lane, laneRoom } from "./tasks.ts";

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

type JobRow = Omit<LeasedJob, "payload"> & { payload: string };
type DueRow = Pick<LeasedJob, "id" | "shopId" | "queue">;
const lanes = Object.keys(laneRoom) as Lane[];

/** Looked at in one go; of each free queue the first is taken. */
const window = 64;
/** The longest due first, past the queues and shops that have their share. */
const dueSql = `SELECT id, "shopId", queue FROM "Job" WHERE state = 'waiting' AND lane = ? AND "runAt" <= ?
    AND (queue IS NULL OR queue NOT IN (SELECT value FROM json_each(?))) AND "shopId" NOT IN (SELECT value FROM json_each(?))
  ORDER BY "runAt", id LIMIT ${window}`;
const leaseSql = `UPDATE "Job" SET state = 'running', key = NULL, fence = fence + 1, attempts = attempts + 1 WHERE id = ?
  RETURNING id, "shopId", task, lane, payload, queue, attempts, "maxAttempts", fence`;

/** What runs already, as far as it decides what may run beside it. */
export type Running = Pick<LeasedJob, "shopId" | "lane" | "queue">;

/**
 * Leases due jobs within the room of each lane and shop, one at a time of each queue. It joins the commit that is under way
 * and comes last in it, so that jobs just put in and queues just freed are seen without waiting for the disk once more.
 * The key is given up, so that a new job of the same key can wait meanwhile.
 */
export function leaseJobs(database: DatabaseHandle, running: Iterable<Running>): Promise<{ at: Date; jobs: LeasedJob[] }> {
  const work = (prepare: Prepare) => {
    const [at, besides] = [now(), [...running]];
    return { at, jobs: lanes.flatMap((lane) => leaseOfLane(prepare, lane, at, besides)) };
  };
  return database.exclusively(work, { last: true });
}

function leaseOfLane(prepare: Prepare, lane: Lane, at: Date, running: Running[]): LeasedJob[] {
  const ofLane = running.filter((job) => job.lane === lane);
  let room = laneRoom[lane].all - ofLane.length;
  if (room <= 0) return [];
  const held = new Map<string, number>();
  for (const { shopId } of ofLane) held.set(shopId, (held.get(shopId) ?? 0) + 1);
  const isFull = (shopId: string) => (held.get(shopId) ?? 0) >= laneRoom[lane].ofOneShop;
  const busy = new Set(running.flatMap(({ queue }) => queue ?? []));
  const due = prepare(dueSql).all(
    lane,
    at.getTime(),
    JSON.stringify([...busy]),
    JSON.stringify([...held.keys()].filter(isFull)),
  ) as DueRow[];
  const leased: LeasedJob[] = [];
  for (const { id, shopId, queue } of due) {
    if (room === 0) break;
    if (isFull(shopId) || (queue !== null && busy.has(queue))) continue;
    if (queue !== null) busy.add(queue);
    held.set(shopId, (held.get(shopId) ?? 0) + 1);
    room -= 1;
    const row = prepare(leaseSql).get(id) as JobRow;
    leased.push({ ...row, payload: JSON.parse(row.payload) as unknown });
  }
  return leased;
}

/** When the next job after `at` is due; null when none waits. */
export function nextDue(database: DatabaseHandle, at: Date): Promise<Date | null> {
  return database.exclusively((prepare) => {
    const row = prepare(`SELECT min("runAt") AS due FROM "Job" WHERE state = 'waiting' AND "runAt" > ?`).get(at.getTime()) as {
      due: number | null;
    };
    return row.due === null ? null : new Date(row.due);
  });
}

/** At boot nobody else can be running anything: whatever was leased by a process that died waits again, at once. */
export function reclaimLeases(database: DatabaseHandle): Promise<number> {
  return database.exclusively((prepare) => prepare(`UPDATE "Job" SET state = 'waiting' WHERE state = 'running'`).run().changes);
}
