import { millisecondsUntil, now, onClockMoved } from "../clock.ts";
import type { DatabaseHandle, Enqueued } from "../db/database.server.ts";
import { remove, StaleWrite, update, type Write } from "../db/writes.ts";
import { fault } from "../fault.ts";
import { errorFields, log } from "../log.ts";
import type { JobOutcome } from "../metrics/metrics.server.ts";
import { observeJob } from "../tracing/observe-job.server.ts";
import { Places } from "./places.ts";
import { type LeasedJob, type Look, leaseJobs, reclaimLeases } from "./queue-sqlite.server.ts";
import { backoffMilliseconds, lanes, type TaskName, type Tasks } from "./tasks.ts";

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

const everywhere: Look[] = lanes.map((lane) => ({ lane }));

export class JobRunner {
  readonly #database: DatabaseHandle;
  readonly #handlers: Handlers;
  readonly #places = new Places();
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #leasing = false;
  /** Where something may be able to start, and which queues were freed since it was last looked. */
  readonly #looks = new Map<string, Look>();
  readonly #freed = new Set<string>();
  #sleepsUntil: Date | undefined;
  #stopped = true;
  #forgetClock: () => void = () => {};

  constructor(database: DatabaseHandle, handlers: Handlers) {
    this.#database = database;
    this.#handlers = handlers;
  }

  async start(): Promise<void> {
    await reclaimLeases(this.#database);
    this.#stopped = false;
    this.#database.onEnqueue((jobs) => this.notice(jobs));
    this.#forgetClock = onClockMoved(() => this.lookEverywhere());
    this.lookEverywhere();
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

  /** Jobs are being put in: those that could start are looked for in the same commit, the others have their time. */
  private notice(jobs: Enqueued[]): void {
    const at = now();
    for (const { runAt } of jobs) if (runAt > at) this.sleepUntil(runAt);
    const startable = jobs.filter((job) => job.runAt <= at && this.#places.hasRoom(job));
    if (startable.length > 0) void this.wake(startable);
  }

  /** Leases and starts whatever is due where it is told to look. */
  private async wake(looks: readonly Look[]): Promise<void> {
    for (const { lane, shopId } of looks) this.#looks.set(`${lane} ${shopId ?? ""}`, { lane, shopId });
    if (this.#stopped || this.#leasing) return;
    this.#leasing = true;
    try {
      while (this.#looks.size > 0 && !this.#stopped) {
        const wanted = { looks: [...this.#looks.values()], freed: this.#freed, places: this.#places };
        this.#looks.clear();
        const { jobs, nextDue } = await leaseJobs(this.#database, wanted);
        for (const job of jobs) this.track(job);
        if (nextDue) this.sleepUntil(nextDue);
      }
    } catch (error) {
      // The database is gone or full for a moment: look again soon instead of dying.
      log.error("queue-unavailable", errorFields(error));
      setTimeout(() => void this.wake(everywhere), retryMilliseconds);
    } finally {
      this.#leasing = false;
    }
  }

  private track(job: LeasedJob): void {
    const tracked = observeJob(job, () => this.run(job)).finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  /** Wakes at this time, unless it wakes before. What is due already and could not start is woken by whatever it waits for. */
  private sleepUntil(at: Date): void {
    if (this.#sleepsUntil && this.#sleepsUntil <= at) return;
    this.#sleepsUntil = at;
    clearTimeout(this.#timer);
    const wait = Math.min(longestSleep, Math.max(1, millisecondsUntil(at)));
    this.#timer = setTimeout(() => this.lookEverywhere(), wait);
  }

  private lookEverywhere(): void {
    this.#sleepsUntil = undefined;
    this.sleepUntil(new Date(now().getTime() + longestSleep));
    void this.wake(everywhere);
  }

  private async run(job: LeasedJob): Promise<JobOutcome> {
    const context = { shopId: job.shopId, jobId: job.id, attempt: job.attempts, lastAttempt: job.attempts >= job.maxAttempts };
    try {
      const handler = this.#handlers[job.task as TaskName] as ((payload: unknown, context: JobContext) => Promise<Write[]>) | undefined;
      if (!handler) throw new Error(`No handler for ${job.task}`);
      const writes = await handler(job.payload, context);
      fault(`${job.task}.before-commit`);
      await this.release(job, [...writes, remove("Job", { id: job.id, fence: job.fence }, 1)]);
      fault(`${job.task}.after-commit`);
      return "done";
    } catch (error) {
      return this.postponeAtLast(job, error);
    }
  }

  /** Commits the end of a run. Its place and its queue are free for what is leased in that same commit. */
  private async release(job: LeasedJob, writes: Write[]): Promise<void> {
    const committed = this.#database.commit(writes, () => {
      this.#places.leave(job);
      if (job.queue !== null) this.#freed.add(job.queue);
    });
    // Where the lane was full, other shops may have waited for this place too.
    void this.wake([this.#places.isLaneFull(job.lane) ? { lane: job.lane } : job]);
    await committed;
  }

  /** Not even this can be written while the disk is full: the job keeps its place until it can. */
  private async postponeAtLast(job: LeasedJob, error: unknown): Promise<JobOutcome> {
    for (;;) {
      this.#places.take(job);
      try {
        return await this.postpone(job, error);
      } catch (second) {
        log.error("job-postpone-failed", { jobId: job.id, ...errorFields(second) });
        if (this.#stopped) return "failed";
        await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
      }
    }
  }

  private async postpone(job: LeasedJob, error: unknown): Promise<JobOutcome> {
    const where = { id: job.id, fence: job.fence };
    if (error instanceof RunAgain) {
      await this.release(job, [update("Job", where, { state: "waiting", runAt: error.at, attempts: job.attempts - 1 })]);
      return "again";
    }
    // Somebody wrote what this run had read: read again at once, before what stands behind it in its queue. Bounded like a failure.
    if (error instanceof StaleWrite && job.attempts < job.maxAttempts) {
      await this.release(job, [update("Job", where, { state: "waiting" })]);
      return "stale";
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
    return dead ? "dead" : "failed";
  }
}
