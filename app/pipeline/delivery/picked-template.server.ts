import type { OutboundContent } from "#app/channels/message.ts";
import { renderSentTemplate } from "#app/channels/whatsapp/message-template.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { Identity, Message } from "../../../prisma/generated/client.ts";

/**
 * A template that a person picked goes out on WhatsApp as they saw it, or not at all: they chose the words and the channel. Where
 * WhatsApp has refused it, staff are led back to the conversation.
 */
export async function planPicked(message: Message, identity: Identity): Promise<Write[]> {
  const { shopId, id: messageId } = message;
  const { conversationId } = identity;
  const { template } = message.content as unknown as OutboundContent;
  if (!template) return [];
  const seen = notify({ topic: "message", shopId, conversationId, messageId, change: "updated" });
  // What was not refused is planned or on its way; the caller has looked.
  const refused = await database().prisma.delivery.count({ where: { shopId, messageId } });
  if (refused > 0) return [update("Conversation", { id: conversationId, shopId }, { unread: true, snoozedUntil: null }), seen];
  const id = newId();
  const { body, text } = renderSentTemplate(template, message.text);
  const row = {
    id,
    shopId,
    messageId,
    identityId: identity.id,
    channel: message.channel,
    account: message.account,
    part: 0,
    body: body as never,
    text,
    state: "planned",
    attempts: 0,
    createdAt: now(),
    updatedAt: now(),
  };
  return [
    insert("Delivery", row),
    enqueue(shopId, "delivery.send", { deliveryId: id }, { runAt: now(), queue: `delivery:${identity.id}` }),
    seen,
  ];
}
