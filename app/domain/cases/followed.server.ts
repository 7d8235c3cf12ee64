import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

/** So long after its last change a case still hears what happens to its order. */
const followDays = 45;

function followed(shopId: string, orderId?: string) {
  const since = new Date(now().getTime() - followDays * 86_400_000);
  return {
    shopId,
    orderId: orderId ?? { not: null },
    owner: "assistant",
    status: { in: ["open", "working", "done"] },
    updatedAt: { gt: since },
  };
}

/** The orders that some case of the assistant's is about: what happens to any other is nobody's news. */
export async function followedOrderIds(shopId: string): Promise<Set<string>> {
  const rows = await database().prisma.case.findMany({ where: followed(shopId), select: { orderId: true }, distinct: ["orderId"] });
  return new Set(rows.flatMap((row) => row.orderId ?? []));
}

/**
 * Something happened to an order: each case about it is run again, with facts read afresh. Webhooks and reconciliation both
 * end here, and the flow tells what is new by the facts, so it does not matter which of them came, how often, or in what order.
 */
export async function runFollowers(shopId: string, orderId: string, topic: string, subjectId?: string): Promise<Write[]> {
  const { prisma } = database();
  const cases = await prisma.case.findMany({ where: followed(shopId, orderId) });
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: cases.map((row) => row.identityId) } } });
  return cases.flatMap((row) => {
    const identity = identities.find((one) => one.id === row.identityId);
    if (!identity) return [];
    const trigger = { kind: "store-event" as const, caseId: row.id, topic, subjectId };
    return [
      enqueue(shopId, "turn", { identityId: identity.id, trigger }, { runAt: now(), queue: `conversation:${identity.conversationId}` }),
    ];
  });
}
