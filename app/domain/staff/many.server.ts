import type { CaseOutcome } from "#app/domain/cases/outcome.ts";
import { giveWrites } from "#app/domain/routing/by-hand.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { findOpenConversation, type OpenConversation } from "./conversation.server.ts";
import { reopenWrites } from "./reopen.server.ts";
import type { RowOutcome } from "./row-outcome.ts";
import { snoozeWrites, wakeWrites } from "./snooze.server.ts";
import { closeWrites } from "./take-over.server.ts";

/** A row of the queue as whoever chose it saw it: `revision` tells whether it is still so, `caseId` which case the row showed. */
export type ChosenRow = { conversationId: string; revision: number; caseId: string | null };
export type QueueAct =
  | { kind: "assign"; to: string }
  | { kind: "close"; outcome?: CaseOutcome | null }
  | { kind: "reopen" }
  | { kind: "snooze"; until: Date }
  | { kind: "wake" };

/** Two choices of "in an hour" that are made within this time are one; milliseconds. */
const sameSnooze = 120_000;

/** Does one thing to several rows of the queue, each in a commit of its own, so that each is done whole or not at all. */
export async function actOnMany(shopId: string, rows: ChosenRow[], act: QueueAct, by: string): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const row of rows) outcomes.push({ conversationId: row.conversationId, ...(await actOnOne(shopId, row, act, by)) });
  return outcomes;
}

async function actOnOne(shopId: string, row: ChosenRow, act: QueueAct, by: string): Promise<Omit<RowOutcome, "conversationId">> {
  const open = await findOpenConversation(shopId, row.conversationId);
  if (!open) return { outcome: "gone" };
  if (isSo(open, row, act)) return { outcome: "already" };
  if (act.kind === "reopen") return row.caseId === null ? { outcome: "nothing-open" } : fenced(open, row, act, by);
  if (open.cases.length === 0 || (act.kind === "close" && row.caseId === null)) return { outcome: "nothing-open" };
  return fenced(open, row, act, by);
}

async function fenced(open: OpenConversation, row: ChosenRow, act: QueueAct, by: string): Promise<Omit<RowOutcome, "conversationId">> {
  if (open.conversation.revision !== row.revision) return { outcome: "changed", ...(await changedBy(open)) };
  try {
    await carryOut(open, row, act, by);
    return { outcome: "done" };
  } catch (error) {
    if (!(error instanceof StaleWrite)) throw error;
    return { outcome: "changed", ...(await changedBy(open)) };
  }
}

function isSo({ conversation, cases }: OpenConversation, row: ChosenRow, act: QueueAct): boolean {
  if (act.kind === "close") return row.caseId !== null && !cases.some((one) => one.id === row.caseId);
  if (act.kind === "reopen") return cases.some((one) => one.id === row.caseId);
  if (act.kind === "assign") return cases.length > 0 && cases.every((one) => one.owner === "staff" && one.assignee === act.to);
  const until = conversation.snoozedUntil;
  if (act.kind === "wake") return until === null || until <= now();
  return until !== null && Math.abs(until.getTime() - act.until.getTime()) < sameSnooze;
}

async function carryOut(open: OpenConversation, row: ChosenRow, act: QueueAct, by: string): Promise<void> {
  const { id, shopId } = open.conversation;
  // Against the row as it was chosen: whoever changed it since our look wins.
  const asSeen = update("Conversation", { id, shopId, revision: row.revision }, { shopId }, 1);
  await database().commit([asSeen, ...(await writesOf(open, row, act, by))]);
}

async function writesOf(open: OpenConversation, row: ChosenRow, act: QueueAct, by: string): Promise<Write[]> {
  if (act.kind === "snooze") return snoozeWrites(open, act.until, by);
  if (act.kind === "wake") return wakeWrites(open, by);
  if (act.kind === "assign") return giveWrites(open.conversation.shopId, open, act.to, by);
  if (act.kind === "reopen") return reopenWrites(open.conversation.shopId, open, row.caseId ?? "", by);
  const live = open.cases.find((one) => one.id === row.caseId);
  return live ? closeWrites(live.shopId, open, live, by, act.outcome) : [];
}

/** Who was faster: whoever has done something there after the last message, else whoever wrote it. */
async function changedBy({ conversation }: OpenConversation): Promise<{ by?: string }> {
  const { id: subject, shopId, lastMessageAt, lastAuthor } = conversation;
  const act = await database().prisma.audit.findFirst({ where: { shopId, subject }, orderBy: { at: "desc" } });
  if (act && act.at >= lastMessageAt) return { by: act.actor };
  return lastAuthor === "shopper" || lastAuthor === "assistant" ? { by: lastAuthor } : {};
}
