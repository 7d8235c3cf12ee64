import type { LeasedJob } from "../jobs/queue-sqlite.server.ts";
import { log } from "../log.ts";
import { type JobOutcome, recordJob } from "../metrics/metrics.server.ts";
import { note, traceOf } from "./context.ts";
import { inTrace } from "./trace.ts";

/** A job that puts itself into the queue again and again begins a new trace each time, or there would be one without end. */
const recurring = new Set(["reconcile.store", "knowledge.refresh"]);

/** Runs a job under the ids of whoever enqueued it, however long ago and in whichever process, and counts how it ended. */
export function observeJob({ id, shopId, task, payload }: LeasedJob, run: () => Promise<JobOutcome>): Promise<void> {
  const start = {
    kind: "consumer",
    parent: recurring.has(task) ? undefined : traceOf(payload),
    fields: { jobId: id, task, shopId },
  } as const;
  return inTrace(`job ${task}`, start, async () => {
    const started = performance.now();
    const outcome = await run();
    const milliseconds = performance.now() - started;
    note({ outcome });
    recordJob(task, outcome, milliseconds / 1000);
    log.debug("job-ended", { milliseconds: Math.round(milliseconds) });
  });
}
