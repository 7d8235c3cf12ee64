import type { ReplayReport } from "#app/pipeline/replay/report.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";

export type ReplayRun = {
  id: string;
  fileName: string;
  state: "running" | "done" | "failed";
  total: number;
  done: number;
  problem: string | null;
  report: ReplayReport | null;
  startedAt: Date;
};

/** The newest runs of a shop, at most ten. One that says it runs and is not `runningId` was broken off: the app that played it has ended. */
export async function replayRuns(shopId: string, runningId: string | null): Promise<ReplayRun[]> {
  const rows = await database().prisma.replayRun.findMany({ where: { shopId }, orderBy: { startedAt: "desc" }, take: 10 });
  return rows.map((row) => {
    const isLost = row.state === "running" && row.id !== runningId;
    return {
      ...row,
      state: isLost ? "failed" : (row.state as ReplayRun["state"]),
      problem: isLost ? "It was broken off. Start it again." : row.problem,
      report: row.report as ReplayReport | null,
    };
  });
}

export async function beginReplay(shopId: string, fileName: string, total: number): Promise<string> {
  const id = newId();
  await database().commit([insert("ReplayRun", { id, shopId, fileName, total, state: "running", startedAt: now() })]);
  return id;
}

export async function noteReplay(
  shopId: string,
  id: string,
  change: { done: number } | { report: ReplayReport } | { problem: string },
): Promise<void> {
  const isEnd = !("done" in change);
  const state = "report" in change ? "done" : "problem" in change ? "failed" : "running";
  const values = { ...change, state, ...(isEnd && { finishedAt: now() }) };
  await database().commit([update("ReplayRun", { id, shopId, state: "running" }, values as never)]);
}

/** What share of a replay must be right, in percent. */
export async function saveReplayGate(shopId: string, percent: number): Promise<void> {
  await database().commit([update("Shop", { id: shopId }, { replayGate: percent }, 1)]);
}
