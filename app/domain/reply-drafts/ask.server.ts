import { findOpenConversation } from "#app/domain/staff/conversation.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

/** Has a reply drafted for the case that a person has in this conversation; false where there is none. */
export async function askForDraft(shopId: string, conversationId: string): Promise<boolean> {
  const open = await findOpenConversation(shopId, conversationId);
  const row = open?.cases.findLast((one) => one.owner === "staff");
  if (!row) return false;
  const options = { runAt: now(), key: `suggest:${row.id}`, queue: `conversation:${conversationId}` };
  await database().commit([enqueue(shopId, "draft.suggest", { caseId: row.id }, options)]);
  return true;
}
