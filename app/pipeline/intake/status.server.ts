import type { InboundItem } from "#app/channels/channel.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

type StatusItem = Extract<InboundItem, { kind: "status" }>;
const rank = { sent: 1, delivered: 2, read: 3, failed: 4 } as const;

/** What became of a delivery. Statuses come out of order: the highest stands, `failed` is the last word. */
export async function takeStatus(shopId: string, channel: ChannelName, item: StatusItem): Promise<void> {
  const { prisma } = database();
  const known = [{ externalId: item.externalId }, ...(item.deliveryId ? [{ id: item.deliveryId }] : [])];
  const delivery = await prisma.delivery.findFirst({ where: { shopId, channel, OR: known } });
  if (!delivery) return;
  const before = delivery.status ? rank[delivery.status as keyof typeof rank] : 0;
  if (rank[item.status.unified] <= before) return;
  const failed = item.status.unified === "failed";
  const message = await prisma.message.findFirst({ where: { shopId, id: delivery.messageId } });
  const identity = await prisma.identity.findFirst({ where: { shopId, id: delivery.identityId } });
  fault("intake.status.before-commit");
  await database().commit([
    update(
      "Delivery",
      { id: delivery.id },
      {
        status: item.status.unified,
        rawStatus: item.status.raw,
        externalId: delivery.externalId ?? item.externalId,
        state: failed ? "failed" : "accepted",
        error: failed ? (item.error?.code ?? "failed") : null,
        updatedAt: now(),
      },
    ),
    // A window that closed on the way: plan another way out.
    ...(failed && item.error?.code === "131047"
      ? [enqueue(shopId, "delivery.plan", { messageId: delivery.messageId }, { runAt: now() })]
      : []),
    ...(message && identity
      ? [notify({ topic: "message", shopId, conversationId: identity.conversationId, messageId: message.id, change: "updated" })]
      : []),
  ]);
  fault("intake.status.after-commit");
}
