import { millisecondsUntil, now, onClockMoved } from "../clock.ts";
import type { DatabaseHandle } from "../db/database.server.ts";
import { remove, StaleWrite, update, type Write } from "../db/writes.ts";
import { fault } from "../fault.ts";
import { errorFields, log } from "../log.ts";
import { type LeasedJob, leaseJobs, nextDue, reclaimLeases } from "./queue-sqlite.server.ts";
import { backoffMilliseconds, type TaskName, type Tasks } from "./tasks.ts";

export type JobContext = { shopId: string; jobId: number; attempt: number; lastAttempt: boolean };

/**
 * Does the work and returns what is to be written. The runner commits that together with the end of the job,
 * so a job's result stands exactly once, whatever dies in between.
 */
export type Handlers = { [T in TaskName]: (payload: Tasks[T], context: JobContext) => Promise<Write[]> };

/** Thrown by a handler that wants to be run again at a given time without counting as a failure. */
export class RunAgain extends Error {
  readonly at: Date;
  constructor(at: Date) {
    super("Run again later.");
    this.name = "RunAgain";
    this.at = at;
  }
}

/** Longest sleep: a due time that moved without a wake-up is noticed after this. */
const longestSleep = 5_000;

export class JobRunner {
  readonly #database: DatabaseHandle;
  readonly #handlers: Handlers;
  readonly #running = new Map<LeasedJob, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #leasing = false;
  #wakeAgain = false;
  #stopped = true;
  #forgetClock: () => void = () => {};

  constructor(database: DatabaseHandle, handlers: Handlers) {
    this.#database = database;
    this.#handlers = handlers;
  }

  async start(): Promise<void> {
    await reclaimLeases(this.#database);
    this.#stopped = false;
    this.#database.onEnqueue(() => void this.wake());
    this.#forgetClock = onClockMoved(() => void this.wake());
    await this.wake();
  }

  /** Takes no new jobs and waits for the running ones. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#forgetClock();
    clearTimeout(this.#timer);
    await Promise.all(this.#running.values());
  }

  /** Leases and starts whatever is due; called after each commit that enqueues and when a timer fires. */
  async wake(): Promise<void> {
    if (this.#stopped) return;
    if (this.#leasing) {
      this.#wakeAgain = true;
      return;
    }
    this.#leasing = true;
    try {
      do {
        this.#wakeAgain = false;
        const at = now();
        const jobs = await leaseJobs(this.#database, at, [...this.#running.keys()]);
        for (const job of jobs) this.track(job);
        if (jobs.length === 0) await this.sleepUntilDue(at);
        else this.#wakeAgain = true;
      } while (this.#wakeAgain && !this.#stopped);
    } catch (error) {
      // The database is gone or full for a moment: look again soon instead of dying.
      log.error("queue-unavailable", errorFields(error));
      this.#timer = setTimeout(() => void this.wake(), 1000);
    } finally {
      this.#leasing = false;
    }
  }

  private track(job: LeasedJob): void {
    const tracked = this.run(job).finally(() => {
      this.#running.delete(job);
      void this.wake();
    });
    this.#running.set(job, tracked);
  }

  /** Sleeps until a later job is due. What is due already and could not start is woken by whatever it waits for. */
  private async sleepUntilDue(at: Date): Promise<void> {
    clearTimeout(this.#timer);
    const due = await nextDue(this.#database, at);
    const wait = due ? Math.min(longestSleep, Math.max(1, millisecondsUntil(due))) : longestSleep;
    this.#timer = setTimeout(() => void this.wake(), wait);
  }

  private async run(job: LeasedJob): Promise<void> {
    const started = performance.now();
    const context = { shopId: job.shopId, jobId: job.id, attempt: job.attempts, lastAttempt: job.attempts >= job.maxAttempts };
    try {
      const handler = this.#handlers[job.task as TaskName] as ((payload: unknown, context: JobContext) => Promise<Write[]>) | undefined;
      if (!handler) throw new Error(`No handler for ${job.task}`);
      const writes = await handler(job.payload, context);
      fault(`${job.task}.before-commit`);
      await this.#database.commit([...writes, remove("Job", { id: job.id, fence: job.fence }, 1)]);
      fault(`${job.task}.after-commit`);
      log.debug("job-done", { task: job.task, jobId: job.id, milliseconds: Math.round(performance.now() - started) });
    } catch (error) {
      await this.postpone(job, error).catch((second) => log.error("job-postpone-failed", { jobId: job.id, ...errorFields(second) }));
    }
  }

  private async postpone(job: LeasedJob, error: unknown): Promise<void> {
    const where = { id: job.id, fence: job.fence };
    if (error instanceof RunAgain) {
      await this.#database.commit([update("Job", where, { state: "waiting", runAt: error.at, attempts: job.attempts - 1 })]);
      return;
    }
    // Somebody wrote what this run had read: read again at once. Not a failure, but bounded like one.
    if (error instanceof StaleWrite && job.attempts < job.maxAttempts) {
      await this.#database.commit([update("Job", where, { state: "waiting", runAt: now() })]);
      this.#database.jobsEnqueued();
      return;
    }
    const dead = job.attempts >= job.maxAttempts;
    const lastError = error instanceof Error ? error.name : typeof error;
    log[dead ? "error" : "warn"](dead ? "job-dead" : "job-failed", {
      task: job.task,
      jobId: job.id,
      attempts: job.attempts,
      ...errorFields(error),
    });
    const runAt = new Date(now().getTime() + backoffMilliseconds(job.attempts));
    await this.#database.commit([update("Job", where, dead ? { state: "dead", lastError } : { state: "waiting", runAt, lastError })]);
  }
}
