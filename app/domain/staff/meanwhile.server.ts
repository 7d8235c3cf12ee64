import { database } from "#app/platform/db/database.server.ts";
import type { Member } from "./presence.server.ts";

/** A reply of somebody else; `by`: the name they sign with, null where it was typed in the channel's own app. */
export type Meanwhile = { by: string | null; text: string };

/** The last reply that somebody else has sent, or is sending, to this shopper since `since`. Null: nobody has. */
export async function sentMeanwhile(shopId: string, conversationId: string, since: Date, own: Member): Promise<Meanwhile | null> {
  const { prisma } = database();
  const people = await prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  const identityId = { in: people.map((one) => one.id) };
  const [held, sent] = await Promise.all([
    prisma.heldReply.findMany({ where: { shopId, identityId, state: "held", createdAt: { gt: since } }, orderBy: { createdAt: "desc" } }),
    prisma.message.findMany({
      where: { shopId, identityId, author: "staff", receivedAt: { gt: since } },
      orderBy: [{ receivedAt: "desc" }, { seq: "desc" }],
    }),
  ]);
  const theirs = held.find((one) => one.staffId !== own.staffId || one.author !== own.name);
  if (theirs) return { by: theirs.author, text: theirs.text };
  if (sent.length === 0) return null;
  const audits = await prisma.audit.findMany({
    where: { shopId, subject: conversationId, action: "replied", actor: own.name, at: { gt: since } },
  });
  const mine = audits.flatMap(({ detail }) => {
    const { staffId, messageId } = detail as { staffId?: string; messageId?: string };
    return staffId === own.staffId && messageId ? [messageId] : [];
  });
  const other = sent.find((one) => !mine.includes(one.id));
  return other ? { by: other.authorName, text: other.text } : null;
}
