import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { remove, type Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

type People = { conversationId: string; identityIds: string[] };

/** By identity: in a conversation that staff have merged, each side is answered for itself. */
export const turnKey = (identityId: string): string => `turn:${identityId}`;
export const turnQueue = (conversationId: string): string => `conversation:${conversationId}`;

/** A turn that answers what this person has written; one that waits already is moved to this time, not doubled. */
export function turnForMessages(shopId: string, who: { identityId: string; conversationId: string }, runAt: Date): Write {
  const { identityId, conversationId } = who;
  const options = { key: turnKey(identityId), queue: turnQueue(conversationId), runAt };
  return enqueue(shopId, "turn", { identityId, trigger: { kind: "messages" } }, options);
}

/**
 * People have come together or apart: whoever waits for an answer gets one turn in the queue of their conversation, in place of
 * the one that waited before. Behind a turn that is just running, perhaps the very one that found out: both would read the same words.
 */
export async function turnsThatWait(shopId: string, conversations: People[]): Promise<Write[]> {
  const { prisma } = database();
  const keys = conversations.flatMap((one) => one.identityIds.map(turnKey));
  const queues = conversations.map((one) => turnQueue(one.conversationId));
  const due = await prisma.job.findMany({ where: { shopId, key: { in: keys } }, select: { runAt: true } });
  const running = await prisma.job.findFirst({ where: { shopId, state: "running", lane: "think", queue: { in: queues } } });
  // Whoever is still writing is waited for, as before.
  const runAt = new Date(Math.max(now().getTime(), ...due.map((job) => job.runAt.getTime())));
  const turns = await Promise.all(
    conversations.map(async ({ conversationId, identityIds }) => {
      const waiting = await prisma.message.findMany({
        where: { shopId, identityId: { in: identityIds }, author: "shopper", answeredBy: null, deletedAt: null },
        orderBy: { seq: "desc" },
        select: { identityId: true },
      });
      const queue = running?.queue ?? turnQueue(conversationId);
      return [...new Set(waiting.map((message) => message.identityId))].map((identityId) =>
        enqueue(shopId, "turn", { identityId, trigger: { kind: "messages" } }, { key: turnKey(identityId), queue, runAt }),
      );
    }),
  );
  return [...keys.map((key) => remove("Job", { shopId, key })), ...turns.flat()];
}
