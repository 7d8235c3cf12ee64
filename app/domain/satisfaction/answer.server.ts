import type { ChannelName } from "#app/channels/message.ts";
import { caseRatedWrites } from "#app/domain/cases/case-events.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { longestComment, nameOf, type Score } from "./score.ts";

export type Rating = { caseId: string; score?: Score; comment?: string | null };

/**
 * The writes that keep an answer with its case: a later one takes the place of the first, a comment is added to what is there.
 * A bad one makes the conversation unread for staff and is told to the shop's own tools, once. Empty where the case is not this
 * shop's, or a comment belongs to nothing.
 */
export async function ratingWrites(identity: IdentityRow, channel: ChannelName, rating: Rating): Promise<Write[]> {
  const { shopId } = identity;
  const { prisma } = database();
  const row = await prisma.case.findFirst({ where: { id: rating.caseId, shopId } });
  const known = await prisma.satisfaction.findFirst({ where: { shopId, caseId: rating.caseId } });
  const score = rating.score ?? known?.score;
  if (!row || score === undefined) return [];
  const said = rating.comment?.trim().slice(0, longestComment);
  // Sent once more, as a page that is loaded again does, it says nothing new.
  const added = said && known?.comment?.includes(said) ? undefined : said;
  const comment = [known?.comment, added].filter(Boolean).join("\n").slice(-longestComment) || null;
  const values = { score, comment, at: now(), channel, identityId: identity.id };
  const stored = known
    ? update("Satisfaction", { id: known.id, shopId }, values, 1)
    : insert("Satisfaction", { id: newId(), shopId, caseId: row.id, ...values });
  const isNews = rating.score !== undefined && rating.score !== known?.score;
  const { conversationId } = identity;
  return [
    stored,
    ...(isNews ? await caseRatedWrites(shopId, row, nameOf(score)) : []),
    ...(nameOf(score) === "bad" ? [update("Conversation", { id: conversationId, shopId }, { unread: true })] : []),
    notify({ topic: "conversation", shopId, conversationId }),
  ];
}
