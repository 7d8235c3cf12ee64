import type { DatabaseHandle } from "../db/database.server.ts";
import { waitingTasks } from "./tasks.ts";

export type LeasedJob = {
  id: number;
  shopId: string;
  task: string;
  payload: unknown;
  queue: string | null;
  attempts: number;
  maxAttempts: number;
  fence: number;
};

type JobRow = Omit<LeasedJob, "payload"> & { payload: string };

/** Looked at in one go; of each free queue the first is taken. */
const window = 64;
const waitingTaskList = waitingTasks.map((task) => `'${task}'`).join(", ");
/** The longest due first, past the queues that are busy. */
const dueSql = `SELECT id, queue FROM "Job"
  WHERE state = 'waiting' AND "runAt" <= ? AND (? OR task NOT IN (${waitingTaskList}))
    AND (queue IS NULL OR queue NOT IN (SELECT value FROM json_each(?)))
  ORDER BY "runAt", id LIMIT ${window}`;
const leaseSql = `UPDATE "Job" SET state = 'running', key = NULL, fence = fence + 1, attempts = attempts + 1 WHERE id = ?
  RETURNING id, "shopId", task, payload, queue, attempts, "maxAttempts", fence`;

export type LeaseRequest = { at: Date; limit: number; busyQueues: string[]; withWaiting: boolean };

/**
 * Leases due jobs whose queue is free, of each queue only its first; without the waiting tasks where `withWaiting` is false.
 * The key is given up, so that a new job of the same key can wait meanwhile.
 */
export function leaseJobs(database: DatabaseHandle, { at, limit, busyQueues, withWaiting }: LeaseRequest): Promise<LeasedJob[]> {
  return database.exclusively((prepare) => {
    const due = prepare(dueSql).all(at.getTime(), withWaiting ? 1 : 0, JSON.stringify(busyQueues)) as {
      id: number;
      queue: string | null;
    }[];
    const taken = new Set<string>();
    const free = due.filter(({ queue }) => queue === null || (!taken.has(queue) && taken.add(queue)));
    const lease = prepare(leaseSql);
    return free.slice(0, limit).map(({ id }) => {
      const row = lease.get(id) as JobRow;
      return { ...row, payload: JSON.parse(row.payload) as unknown };
    });
  });
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
