import type { InboundItem } from "#app/channels/channel.ts";
import { type ChannelName, isOutbound, type MessageContent } from "#app/channels/message.ts";
import { withoutGiftCodes } from "#app/domain/gift-cards/code.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, remove, update } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";

type ChangeItem = Extract<InboundItem, { kind: "edit" | "deletion" }>;

/** The shopper edited or took back a message. */
export async function takeChange(shopId: string, channel: ChannelName, item: ChangeItem): Promise<void> {
  const { prisma } = database();
  const { account, externalId } = item;
  const message = await prisma.message.findUnique({
    where: { shopId_channel_account_externalId: { shopId, channel, account, externalId } },
  });
  if (!message || message.deletedAt) return;
  const identity = await prisma.identity.findFirst({ where: { shopId, id: message.identityId } });
  if (!identity) return;
  const content = message.content as MessageContent;
  const blank = { text: "", attachments: [], unsupported: undefined };
  const text = item.kind === "edit" ? withoutGiftCodes(item.text) : "";
  const change =
    item.kind === "deletion"
      ? { deletedAt: now(), text: "", content: blank, answeredBy: message.answeredBy ?? "deleted" }
      : { text, content: isOutbound(content) ? content : { ...content, text } };
  fault("intake.change.before-commit");
  await database().commit([
    // Taken back, its pictures are too; their files go with the next sweep.
    ...(item.kind === "deletion" ? [remove("Photo", { shopId, messageId: message.id })] : []),
    update("Message", { id: message.id }, change),
    notify({ topic: "message", shopId, conversationId: identity.conversationId, messageId: message.id, change: "updated" }),
  ]);
  fault("intake.change.after-commit");
}
