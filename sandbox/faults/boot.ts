/**
 * The app as the crash explorer runs it: everything is loaded, then it waits to be told to begin, so that a killed process
 * can be followed at once. It also says how much work waits, which only tells the explorer how long to look, never what happened.
 */
import { flushCompileCache } from "node:module";
import "#app/ingress/mailboxes.server.ts";
import "#app/pipeline/handlers.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { start } from "#app/start.server.ts";
import { periodicTasks } from "./periodic.ts";

/** `next`: when the earliest later job is due, in milliseconds since 1970. `mailRead`: IMAP's number of the last mail taken. */
export type Waiting = { busy: number; next: number | null; dead: string[]; mailRead: number };

function readWaiting(): Promise<Waiting> {
  const at = now().getTime();
  return database().exclusively((prepare) => {
    const marks = periodicTasks.map(() => "?").join(", ");
    const jobs = prepare(`SELECT state, task, "runAt" FROM "Job" WHERE task NOT IN (${marks})`).all(...periodicTasks) as {
      state: string;
      task: string;
      runAt: number;
    }[];
    const mailbox = prepare(`SELECT position FROM "ChannelAccount" WHERE channel = 'email'`).get() as
      | { position: string | null }
      | undefined;
    const position = JSON.parse(mailbox?.position ?? "null") as { lastUid: number } | null;
    const later = jobs.filter((job) => job.state === "waiting" && job.runAt > at).map((job) => job.runAt);
    const dead = jobs.filter((job) => job.state === "dead").map((job) => job.task);
    return {
      busy: jobs.length - later.length - dead.length,
      next: later.length > 0 ? Math.min(...later) : null,
      dead,
      mailRead: position?.lastUid ?? 0,
    };
  });
}

process.on("message", async (order: { id: number; begin?: true; waiting?: true }) => {
  if (order.begin) {
    await start();
    process.send?.({ id: order.id, begun: true });
  } else if (order.waiting) {
    process.send?.({ id: order.id, ...(await readWaiting()) });
  }
});
// A process that is killed leaves nothing compiled behind for the next one.
flushCompileCache();
// Nothing else keeps a process that only waits.
process.channel?.ref();
process.send?.({ loaded: true });
