import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { remove, type Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

type People = { conversationId: string; identityIds: string[] };

/** The key and queue of the turns of one conversation. */
export const turnKey = (conversationId: string): string => `turn:${conversationId}`;
export const turnQueue = (conversationId: string): string => `conversation:${conversationId}`;

/**
 * People have come together or apart: each conversation in which somebody waits for an answer gets one turn, in place of those
 * that waited before. Behind a turn that is just running, perhaps the very one that found out: both would read the same words.
 */
export async function turnsThatWait(shopId: string, conversations: People[]): Promise<Write[]> {
  const { prisma } = database();
  const keys = conversations.map((one) => turnKey(one.conversationId));
  const queues = conversations.map((one) => turnQueue(one.conversationId));
  const due = await prisma.job.findMany({ where: { shopId, key: { in: keys } }, select: { runAt: true } });
  const running = await prisma.job.findFirst({ where: { shopId, state: "running", lane: "think", queue: { in: queues } } });
  // Whoever is still writing is waited for, as before.
  const runAt = new Date(Math.max(now().getTime(), ...due.map((job) => job.runAt.getTime())));
  const turns = await Promise.all(
    conversations.map(async ({ conversationId, identityIds }) => {
      const newest = await prisma.message.findFirst({
        where: { shopId, identityId: { in: identityIds }, author: "shopper", answeredBy: null, deletedAt: null },
        orderBy: { seq: "desc" },
        select: { identityId: true },
      });
      if (!newest) return [];
      const payload = { identityId: newest.identityId, trigger: { kind: "messages" as const } };
      return [
        enqueue(shopId, "turn", payload, { key: turnKey(conversationId), queue: running?.queue ?? turnQueue(conversationId), runAt }),
      ];
    }),
  );
  return [...keys.map((key) => remove("Job", { shopId, key })), ...turns.flat()];
}
