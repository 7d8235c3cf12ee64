import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

/** Has a case looked at when the time is over in which somebody has to have answered; nothing where no time is promised. */
export function watchDue(shopId: string, caseId: string, dueAt: Date | null): Write[] {
  return dueAt ? [enqueue(shopId, "case.due", { caseId }, { runAt: dueAt, key: `due:${caseId}` })] : [];
}
