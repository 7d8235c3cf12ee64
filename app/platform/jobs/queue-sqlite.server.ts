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

/** Due jobs whose queue is free, the longest due first; of each queue only its first. */
const dueSql = `SELECT id, "shopId", task, payload, queue, attempts, "maxAttempts", fence FROM "Job" AS job
  WHERE state = 'waiting' AND "runAt" <= ? AND (? OR task NOT IN (${waitingTasks.map((task) => `'${task}'`).join(", ")}))
    AND (queue IS NULL OR (
      NOT EXISTS (SELECT 1 FROM "Job" AS other WHERE other.queue = job.queue AND other.state = 'running')
      AND NOT EXISTS (SELECT 1 FROM "Job" AS other WHERE other.queue = job.queue AND other.state = 'waiting'
        AND (other."runAt" < job."runAt" OR (other."runAt" = job."runAt" AND other.id < job.id)))))
  ORDER BY "runAt", id LIMIT ?`;

/** Leases up to `limit` due jobs, without the waiting tasks where `withWaiting` is false. The key is given up, so that a new job of the same key can wait meanwhile. */
export function leaseJobs(database: DatabaseHandle, at: Date, limit: number, withWaiting: boolean): Promise<LeasedJob[]> {
  return database.exclusively((prepare) => {
    const rows = prepare(dueSql).all(at.getTime(), withWaiting ? 1 : 0, limit) as JobRow[];
    const lease = prepare(`UPDATE "Job" SET state = 'running', key = NULL, fence = fence + 1, attempts = attempts + 1 WHERE id = ?`);
    return rows.map((row) => {
      lease.run(row.id);
      return { ...row, payload: JSON.parse(row.payload) as unknown, fence: row.fence + 1, attempts: row.attempts + 1 };
    });
  });
}

/** When the next waiting job is due; null when none waits. */
export function nextDue(database: DatabaseHandle): Promise<Date | null> {
  return database.exclusively((prepare) => {
    const row = prepare(`SELECT min("runAt") AS due FROM "Job" WHERE state = 'waiting'`).get() as { due: number | null };
    return row.due === null ? null : new Date(row.due);
  });
}

/** At boot nobody else can be running anything: whatever was leased by a process that died waits again, at once. */
export function reclaimLeases(database: DatabaseHandle): Promise<number> {
  return database.exclusively((prepare) => prepare(`UPDATE "Job" SET state = 'waiting' WHERE state = 'running'`).run().changes);
}
