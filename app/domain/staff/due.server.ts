import { now } from "#app/platform/clock.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { readReplyTimes, warnMinutes } from "./reply-times.ts";

/**
 * Has a case looked at when the warning is due, and when the time is over in which somebody has to have answered; nothing where no
 * time is promised.
 */
export function watchDue(shop: { id: string; replyTimes: unknown }, caseId: string, dueAt: Date | null): Write[] {
  if (!dueAt) return [];
  const warnAt = new Date(dueAt.getTime() - (readReplyTimes(shop.replyTimes).warn ?? warnMinutes) * 60_000);
  const runAt = warnAt > now() ? warnAt : dueAt;
  return [enqueue(shop.id, "case.due", { caseId }, { runAt, key: `due:${caseId}` })];
}
