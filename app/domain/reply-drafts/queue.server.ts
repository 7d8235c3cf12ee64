import { database } from "#app/platform/db/database.server.ts";
import type { Identity, Message } from "../../../prisma/generated/client.ts";
import { type DraftRow, waitingDrafts } from "./draft.server.ts";

export type QueuedDraft = { draft: DraftRow; identity: Identity; messages: Message[] };

/** The drafts that wait, the oldest first, each with what it answers and what came since. */
export async function draftQueue(shopId: string): Promise<QueuedDraft[]> {
  const { prisma } = database();
  const drafts = await waitingDrafts(shopId);
  if (drafts.length === 0) return [];
  const ids = drafts.map((one) => one.identityId);
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: ids } } });
  const messages = await prisma.message.findMany({
    where: {
      shopId,
      author: "shopper",
      OR: [
        { id: { in: drafts.flatMap((one) => one.messageIds) } },
        { identityId: { in: ids }, seq: { gt: Math.min(...drafts.map((one) => one.throughSeq)) } },
      ],
    },
    orderBy: { seq: "asc" },
  });
  return drafts.flatMap((draft) => {
    const identity = identities.find((one) => one.id === draft.identityId);
    if (!identity) return [];
    const own = messages.filter((one) => one.identityId === identity.id || draft.messageIds.includes(one.id));
    return [{ draft, identity, messages: own }];
  });
}
