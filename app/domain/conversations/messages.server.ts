import type { Thread } from "#app/channels/channel.ts";
import { type Block, type ChannelName, type InboundContent, type OutboundContent, plainText } from "#app/channels/message.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { now } from "#app/platform/clock.ts";
import { increment, insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

const previewLength = 200;

export type NewInbound = {
  channel: ChannelName;
  account: string;
  externalId: string;
  at: Date;
  content: InboundContent;
  thread?: Thread;
  /** Set when no turn will answer it (automatic mail, reactions). */
  answeredBy?: string;
};

/** Appends what a shopper wrote. The conversation's revision grows, so a turn that has not read it cannot commit. */
export function appendInbound(identity: IdentityRow, message: NewInbound): { messageId: string; writes: Write[] } {
  const { shopId, conversationId } = identity;
  const messageId = newId();
  const text = plainText(message.content);
  const { channel, account, externalId, at, content, thread, answeredBy } = message;
  const row = {
    id: messageId,
    shopId,
    identityId: identity.id,
    channel,
    account,
    externalId,
    author: "shopper",
    at,
    receivedAt: now(),
    content,
    text,
    thread,
    answeredBy,
  };
  const shown = { lastMessageAt: at, lastMessage: text.slice(0, previewLength), lastChannel: channel, lastAuthor: "shopper", unread: true };
  return {
    messageId,
    writes: [
      insert("Message", row),
      // Joined or split since it was read, it belongs to another conversation.
      update(
        "Identity",
        { id: identity.id, conversationId },
        { lastInboundAt: identity.lastInboundAt && identity.lastInboundAt > at ? identity.lastInboundAt : at },
        1,
      ),
      // What was put aside comes back with the shopper's word.
      update("Conversation", { id: conversationId }, { ...shown, revision: increment(), snoozedUntil: null }, 1),
      notify({ topic: "message", shopId, conversationId, messageId, change: "created" }),
      notify({ topic: "conversation", shopId, conversationId }),
    ],
  };
}

export type NewOutbound = {
  account: string;
  author: "assistant" | "staff" | "system";
  authorName?: string;
  blocks: Block[];
  caseId?: string;
  /** Makes a repeat harmless: the unique key on (shop, channel, account, external id) refuses the second. */
  externalId?: string;
  /** We begin: nobody has just asked. */
  proactive?: boolean;
  /** The WhatsApp template that says it, where free words may not be sent. */
  template?: OutboundContent["template"];
  /** It asks whether to go on on another channel. */
  move?: OutboundContent["move"];
  /** What goes out with it. */
  files?: OutboundContent["files"];
};

/** Appends what we say on the identity's channel and puts it on its way. The widget shows it at the commit. */
export function appendOutbound(identity: IdentityRow, channel: ChannelName, message: NewOutbound): { messageId: string; writes: Write[] } {
  const { shopId, conversationId } = identity;
  const messageId = newId();
  const { blocks, template, move, files = [] } = message;
  const content: OutboundContent = { blocks, ...(template && { template }), ...(move && { move }), ...(files.length > 0 && { files }) };
  const text = plainText(content);
  const at = now();
  const { account, author, authorName, caseId, proactive = false } = message;
  const row = {
    id: messageId,
    shopId,
    identityId: identity.id,
    channel,
    account,
    externalId: message.externalId ?? `out:${messageId}`,
    author,
    authorName,
    at,
    receivedAt: at,
    content,
    text,
    caseId,
    proactive,
  };
  const shown = { lastMessageAt: at, lastMessage: text.slice(0, previewLength), lastChannel: channel, lastAuthor: author };
  const delivery =
    channel === "widget" ? [] : [enqueue(shopId, "delivery.plan", { messageId }, { runAt: at, queue: `delivery:${identity.id}` })];
  return {
    messageId,
    writes: [
      insert("Message", row),
      update("Conversation", { id: conversationId }, shown, 1),
      ...delivery,
      notify({ topic: "message", shopId, conversationId, messageId, change: "created" }),
      notify({ topic: "conversation", shopId, conversationId }),
    ],
  };
}

/** A widget, Instagram, WhatsApp or e-mail identity speaks on the channel of its name; others have no channel of their own. */
export function channelOf(identity: { kind: string }): ChannelName | undefined {
  return (["widget", "instagram", "whatsapp", "email"] as const).find((channel) => channel === identity.kind);
}
