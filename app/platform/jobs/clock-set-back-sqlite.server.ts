import { now, onClockMoved } from "../clock.ts";
import type { DatabaseHandle } from "../db/database.server.ts";
import { log } from "../log.ts";

/** How often the clock is held against the one that only goes forward, and what counts as having been set back; milliseconds. */
const lookEvery = 5_000;
const slack = 1_000;

/**
 * A machine's clock can be set back, by hours when it had been wrong at boot. Jobs that were put in before would then wait
 * for the old time to come round again. Their creation lies in the future, which shows by how much: they are moved along.
 */
export async function moveJobsFromFuture(database: DatabaseHandle): Promise<void> {
  const at = now().getTime();
  const moved = await database.exclusively(
    (prepare) =>
      prepare(
        `UPDATE "Job" SET "runAt" = max(?, "runAt" - ("createdAt" - ?)), "createdAt" = ? WHERE state = 'waiting' AND "createdAt" > ?`,
      ).run(at, at, at, at + slack).changes,
  );
  if (moved > 0) log.warn("jobs-moved-to-present", { count: moved });
}

/** Looks at boot, and whenever the clock has been set back while the process runs. Returns how to stop. */
export async function watchClock(database: DatabaseHandle): Promise<() => void> {
  await moveJobsFromFuture(database);
  const ahead = () => now().getTime() - performance.now();
  let before = ahead();
  const look = () => {
    const step = ahead() - before;
    before = ahead();
    if (step < -slack) void moveJobsFromFuture(database).catch(() => log.error("jobs-not-moved-to-present"));
  };
  const timer = setInterval(look, lookEvery);
  timer.unref();
  const forget = onClockMoved(look);
  return () => {
    clearInterval(timer);
    forget();
  };
}
