import { now } from "../clock.ts";
import { database } from "../db/database.server.ts";

export type QueueDepth = { task: string; state: "due" | "scheduled" | "running" | "dead"; jobs: number; oldestSeconds: number };
type DepthRow = Omit<QueueDepth, "oldestSeconds"> & { oldest: number };

/** The oldest so many are looked at: a longer backlog is told as this long instead of keeping others waiting. */
const mostCounted = 30_000;

/** SQL of SQLite. Walks along the primary key, the jobs that were made first before the others. A parked job waits as well. */
const depthSql = `SELECT task, CASE WHEN state IN ('running', 'dead') THEN state WHEN "runAt" <= :at THEN 'due' ELSE 'scheduled' END AS state,
    count(*) AS jobs, min("runAt") AS oldest
  FROM (SELECT task, state, "runAt" FROM "Job" ORDER BY id LIMIT ${mostCounted}) GROUP BY 1, 2`;

/** What waits, runs and lies dead in the queue, by task. Read when somebody looks, so that it cannot drift. */
export function readQueueDepth(): Promise<QueueDepth[]> {
  const at = now().getTime();
  return database().exclusively((prepare) =>
    (prepare(depthSql).all({ at }) as DepthRow[]).map(({ oldest, ...row }) => ({
      ...row,
      oldestSeconds: Math.max(0, (at - oldest) / 1000),
    })),
  );
}
