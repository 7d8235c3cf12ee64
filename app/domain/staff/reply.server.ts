import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { promisesOfStaff } from "#app/domain/promises/ledger.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { audit, bumpRevision, findOpenConversation } from "./conversation.server.ts";
import { pointerWrites } from "./pointer.server.ts";
import { reachOf } from "./reach.server.ts";
import { assignToStaff } from "./take-over.server.ts";

export const longestReply = 4000;

export type StaffReply = {
  text: string;
  /** The person's name as the shopper sees it. */
  author: string;
  /** What they wrote in their own language, where `text` is its translation; `language` is ISO 639-1. */
  original?: { text: string; language: string };
  /** The page's own id of this reply: sending it twice sends one message. */
  clientId?: string;
};

export type ReplyOutcome =
  | { outcome: "sent"; messageId: string }
  | { outcome: "refused"; because: "not-found" | "empty" | "too-long" | "nobody-to-reach" | "not-connected" | "window-closed" };

/** Writes to the shopper on the channel they last used. From here on a person owns the open cases. */
export async function replyAsStaff(shopId: string, conversationId: string, reply: StaffReply): Promise<ReplyOutcome> {
  const text = reply.text.trim();
  if (text === "") return { outcome: "refused", because: "empty" };
  if (text.length > longestReply) return { outcome: "refused", because: "too-long" };
  const open = await findOpenConversation(shopId, conversationId);
  if (!open) return { outcome: "refused", because: "not-found" };
  const externalId = `staff:${reply.clientId ?? newId()}`;
  const people = open.identities.map((identity) => identity.id);
  const known = await sentBefore(shopId, people, externalId);
  if (known) return { outcome: "sent", messageId: known };
  const reach = await reachOf(shopId, conversationId);
  if (!reach) return { outcome: "refused", because: "nobody-to-reach" };
  if (!reach.connected) return { outcome: "refused", because: "not-connected" };
  if (!reach.window.open) return { outcome: "refused", because: "window-closed" };

  const { writes, changes, caseId } = assignToStaff(open, reply.author, { answers: true });
  const told = await caseEventWrites(shopId, changes);
  const { channel, account, identity } = reach;
  const words = { author: "staff" as const, authorName: reply.author, blocks: [{ kind: "text" as const, text }] };
  const sent = appendOutbound(identity, channel, { ...words, account, caseId, externalId });
  const said = { messageId: sent.messageId, identityId: identity.id, conversationId, caseId };
  const pointers = await pointerWrites(open, reach);
  const promises = await promisesOfStaff(shopId, said, text);
  try {
    fault("staff.reply.before-commit");
    await database().commit([
      ...writes,
      ...told,
      ...pointers,
      ...sent.writes,
      ...promises,
      ...original(reply, { shopId, messageId: sent.messageId, identityId: identity.id }),
      ...bumpRevision(open.conversation, { unread: false }),
      audit(shopId, reply.author, "replied", conversationId, { messageId: sent.messageId }),
    ]);
    fault("staff.reply.after-commit");
  } catch (error) {
    // The same reply was committed between our look and our commit: its unique key has refused this one.
    const winner = await sentBefore(shopId, people, externalId);
    if (!winner) throw error;
    return { outcome: "sent", messageId: winner };
  }
  return { outcome: "sent", messageId: sent.messageId };
}

function original(reply: StaffReply, message: { shopId: string; messageId: string; identityId: string }): Write[] {
  if (!reply.original?.text.trim()) return [];
  const { text, language } = reply.original;
  return [
    insert("Translation", {
      id: newId(),
      ...message,
      language,
      text: text.trim().slice(0, longestReply),
      by: "staff",
      doubtful: false,
      createdAt: now(),
    }),
  ];
}

async function sentBefore(shopId: string, identityIds: string[], externalId: string): Promise<string | undefined> {
  const where = { shopId, identityId: { in: identityIds }, externalId };
  const row = await database().prisma.message.findFirst({ where, select: { id: true } });
  return row?.id;
}
