import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update, type Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { audit, bumpRevision, type OpenConversation } from "./conversation.server.ts";

/** The writes that put a conversation aside: it leaves the queue until then, or until its shopper writes. */
export function snoozeWrites({ conversation }: OpenConversation, until: Date, by: string): Write[] {
  const { id: conversationId, shopId } = conversation;
  return [
    update("Conversation", { id: conversationId, shopId }, { snoozedUntil: until }, 1),
    ...bumpRevision(conversation, { unread: false }),
    enqueue(shopId, "inbox.wake", { conversationId }, { runAt: until, key: `wake:${conversationId}` }),
    audit(shopId, by, "snoozed", conversationId, { until: until.toISOString() }),
  ];
}

/** The writes that bring it back before its time. */
export function wakeWrites({ conversation }: OpenConversation, by: string): Write[] {
  const { id, shopId } = conversation;
  return [...bumpRevision(conversation, { awake: true }), audit(shopId, by, "woke", id)];
}

/**
 * Its time has come: open pages read anew, and it is unread, so that it is seen. Whatever brought it back before, or put it
 * aside for longer, has changed the row that this looks at.
 */
export async function wake(shopId: string, conversationId: string): Promise<Write[]> {
  const row = await database().prisma.conversation.findFirst({ where: { id: conversationId, shopId } });
  if (!row?.snoozedUntil) return [];
  if (row.snoozedUntil > now())
    return [enqueue(shopId, "inbox.wake", { conversationId }, { runAt: row.snoozedUntil, key: `wake:${conversationId}` })];
  return [
    update("Conversation", { id: conversationId, shopId, snoozedUntil: row.snoozedUntil }, { snoozedUntil: null, unread: true }, 1),
    notify({ topic: "conversation", shopId, conversationId }),
    audit(shopId, "assistant", "snooze-over", conversationId),
  ];
}
