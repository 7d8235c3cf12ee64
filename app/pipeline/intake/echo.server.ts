import type { InboundItem } from "#app/channels/channel.ts";
import { type ChannelName, plainText } from "#app/channels/message.ts";
import { takeCasesOver } from "#app/domain/cases/ownership.server.ts";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { isErased } from "#app/domain/privacy/tombstone.server.ts";
import { promisesOfStaff } from "#app/domain/promises/ledger.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";

type EchoItem = Extract<InboundItem, { kind: "echo" }>;
/** Meta repeats a webhook that nobody took for days. */
const matchDays = 7;

/**
 * The channel shows us a message that left the shop's account. Our own send is recognised by its id, or, while its
 * answer is still out, by receiver and words. Anything else was typed by staff in the vendor's own app: it is kept
 * as theirs, and the assistant falls silent in the cases of this shopper.
 */
export async function takeEcho(shopId: string, channel: ChannelName, item: EchoItem): Promise<void> {
  const { prisma } = database();
  const { account, externalId } = item;
  const sent = await prisma.delivery.findFirst({
    where: { shopId, channel, OR: [{ externalId }, ...(item.deliveryId ? [{ id: item.deliveryId }] : [])] },
  });
  if (sent) {
    if (sent.state !== "accepted") await settle(sent.id, externalId);
    return;
  }
  if (await isErased(shopId, { kind: channel, externalId: item.recipient }, item.at)) return;
  const identity = await ensureIdentity(shopId, channel, item.recipient);
  const text = plainText(item.content);
  const since = new Date(now().getTime() - matchDays * 86_400_000);
  const open = await prisma.delivery.findFirst({
    where: {
      shopId,
      channel,
      identityId: identity.id,
      externalId: null,
      state: { in: ["sending", "unknown"] },
      text,
      startedAt: { gt: since },
    },
    orderBy: { createdAt: "asc" },
  });
  if (open) return settle(open.id, externalId);
  if (await prisma.message.findUnique({ where: { shopId_channel_account_externalId: { shopId, channel, account, externalId } } })) return;
  // Already at the shopper's: written down, not sent.
  const { writes, messageId } = appendOutbound(identity, channel, {
    account,
    author: "staff",
    blocks: [{ kind: "text", text }],
    externalId,
  });
  const stored = writes.filter((write) => write.kind !== "enqueue");
  const takenOver = await takeCasesOver(shopId, identity.conversationId, "native-app");
  const { id: identityId, conversationId } = identity;
  const promises = await promisesOfStaff(shopId, { messageId, identityId, conversationId }, text);
  fault("intake.staff-echo.before-commit");
  await database().commit([...stored, ...takenOver, ...promises]);
  fault("intake.staff-echo.after-commit");
}

async function settle(deliveryId: string, externalId: string): Promise<void> {
  fault("intake.own-echo.before-commit");
  await database().commit([update("Delivery", { id: deliveryId }, { state: "accepted", externalId, updatedAt: now(), error: null })]);
  fault("intake.own-echo.after-commit");
}
