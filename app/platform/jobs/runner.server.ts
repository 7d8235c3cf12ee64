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
/** How soon the database is tried again when it takes nothing. */
const retryMilliseconds = 1_000;

export class JobRunner {
  readonly #database: DatabaseHandle;
  readonly #handlers: Handlers;
  /** What holds a place, a share and a queue. */
  readonly #holding = new Set<LeasedJob>();
  readonly #running = new Set<Promise<void>>();
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
    while (this.#leasing || this.#running.size > 0) {
      await Promise.all(this.#running);
      await new Promise((resolve) => setImmediate(resolve));
    }
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
        const { at, jobs } = await leaseJobs(this.#database, this.#holding);
        for (const job of jobs) this.track(job);
        if (jobs.length === 0) await this.sleepUntilDue(at);
        else this.#wakeAgain = true;
      } while (this.#wakeAgain && !this.#stopped);
    } catch (error) {
      // The database is gone or full for a moment: look again soon instead of dying.
      log.error("queue-unavailable", errorFields(error));
      this.#timer = setTimeout(() => void this.wake(), retryMilliseconds);
    } finally {
      this.#leasing = false;
    }
  }

  private track(job: LeasedJob): void {
    this.#holding.add(job);
    const tracked = this.run(job).finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
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
      await this.release(job, [...writes, remove("Job", { id: job.id, fence: job.fence }, 1)]);
      fault(`${job.task}.after-commit`);
      log.debug("job-done", { task: job.task, jobId: job.id, milliseconds: Math.round(performance.now() - started) });
    } catch (error) {
      await this.postponeAtLast(job, error);
    }
  }

  /** Commits the end of a run. Its place is free for what is leased in that same commit. */
  private async release(job: LeasedJob, writes: Write[]): Promise<void> {
    const committed = this.#database.commit(writes, () => this.#holding.delete(job));
    void this.wake();
    await committed;
  }

  /** Not even this can be written while the disk is full: the job keeps its place until it can. */
  private async postponeAtLast(job: LeasedJob, error: unknown): Promise<void> {
    for (;;) {
      this.#holding.add(job);
      try {
        return await this.postpone(job, error);
      } catch (second) {
        log.error("job-postpone-failed", { jobId: job.id, ...errorFields(second) });
        if (this.#stopped) return;
        await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
      }
    }
  }

  private async postpone(job: LeasedJob, error: unknown): Promise<void> {
    const where = { id: job.id, fence: job.fence };
    if (error instanceof RunAgain) {
      return this.release(job, [update("Job", where, { state: "waiting", runAt: error.at, attempts: job.attempts - 1 })]);
    }
    // Somebody wrote what this run had read: read again at once. Not a failure, but bounded like one.
    if (error instanceof StaleWrite && job.attempts < job.maxAttempts) {
      return this.release(job, [update("Job", where, { state: "waiting", runAt: now() })]);
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
    await this.release(job, [update("Job", where, dead ? { state: "dead", lastError } : { state: "waiting", runAt, lastError })]);
  }
}
