import { findOpenConversation } from "#app/domain/staff/conversation.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

/** A case for which staff can have a reply drafted: theirs, and nothing is being carried out in it. */
export const maySuggestFor = ({ owner, status }: { owner: string; status: string }): boolean =>
  owner === "staff" && (status === "open" || status === "escalated");

const queueOf = (conversationId: string) => `conversation:${conversationId}`;

/** Has a reply drafted for the case that a person has in this conversation; false where there is none. */
export async function askForDraft(shopId: string, conversationId: string): Promise<boolean> {
  const open = await findOpenConversation(shopId, conversationId);
  const row = open?.cases.findLast(maySuggestFor);
  if (!row) return false;
  const options = { runAt: now(), key: `suggest:${row.id}`, queue: queueOf(conversationId) };
  await database().commit([enqueue(shopId, "draft.suggest", { caseId: row.id }, options)]);
  return true;
}

/** A reply is being drafted at this moment, or is about to be. What has failed for good is not. */
export async function isDrafting(shopId: string, conversationId: string): Promise<boolean> {
  const states = ["waiting", "parked", "running"];
  const where = { shopId, lane: "think", state: { in: states }, task: "draft.suggest", queue: queueOf(conversationId) };
  return (await database().prisma.job.count({ where })) > 0;
}
