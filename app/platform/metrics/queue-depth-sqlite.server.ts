import { now } from "../clock.ts";
import { database } from "../db/database.server.ts";
import { laneRoom } from "../jobs/tasks.ts";

export type QueueDepth = { task: string; state: "due" | "scheduled" | "running" | "dead"; jobs: number; oldestSeconds: number };
type DepthRow = Omit<QueueDepth, "oldestSeconds"> & { oldest: number };

/** Of each lane so many are counted, the longest due first: a longer backlog is told as this long instead of keeping others waiting. */
const mostCounted = 10_000;

const waiting = Object.keys(laneRoom).map(
  (lane) =>
    `SELECT * FROM (SELECT task, "runAt", iif("runAt" <= :at, 'due', 'scheduled') AS state FROM "Job"
      WHERE state = 'waiting' AND lane = '${lane}' ORDER BY "runAt" LIMIT ${mostCounted})`,
);
/** SQL of SQLite. Each part walks along the queue's index. */
const depthSql = `SELECT task, state, count(*) AS jobs, min("runAt") AS oldest FROM (
    ${waiting.join(" UNION ALL ")}
    UNION ALL SELECT * FROM (SELECT task, "runAt", state FROM "Job" WHERE state IN ('running', 'dead') LIMIT ${mostCounted})
  ) GROUP BY task, state`;

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
