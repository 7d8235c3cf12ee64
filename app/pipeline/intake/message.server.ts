import type { InboundItem } from "#app/channels/channel.ts";
import type { ChannelName, InboundContent } from "#app/channels/message.ts";
import { appendInbound } from "#app/domain/conversations/messages.server.ts";
import { ensureIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { turnKey, turnQueue } from "#app/domain/identity/waiting-turns.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { note } from "#app/platform/tracing/context.ts";
import { burstWait } from "./burst.ts";
import { noteVouched } from "./changed-hands.server.ts";

type MessageItem = Extract<InboundItem, { kind: "message" }>;

/** Appends one message to its sender's conversation and makes sure that a turn will look at it. */
export async function takeMessage(shopId: string, channel: ChannelName, item: MessageItem): Promise<void> {
  const { account, externalId } = item;
  if (await isKnown(shopId, channel, account, externalId)) return;
  for (let attempt = 1; ; attempt += 1) {
    const identity = await ensureIdentity(shopId, item.sender.kind, item.sender.externalId, item.sender.label);
    note({ conversationId: identity.conversationId });
    try {
      // Before the message: found known after a crash, it would not be noted any more.
      await noteVouched(identity, item.sender);
      fault("intake.message.before-commit");
      await database().commit(messageWrites(identity, channel, item));
      fault("intake.message.after-commit");
      return;
    } catch (error) {
      // Somebody else stored it, or the identity was joined elsewhere between reading and commit.
      if (await isKnown(shopId, channel, account, externalId)) return;
      if (!(error instanceof StaleWrite) || attempt === 5) throw error;
    }
  }
}

function messageWrites(identity: IdentityRow, channel: ChannelName, item: MessageItem): Write[] {
  const { account, externalId, at, content, thread } = item;
  const unanswerable = thread?.automatic ? "automatic" : isReaction(content) ? "reaction" : undefined;
  const { messageId, writes } = appendInbound(identity, { channel, account, externalId, at, content, thread, answeredBy: unanswerable });
  const label =
    item.sender.label && item.sender.label !== identity.label
      ? [update("Identity", { id: identity.id }, { label: item.sender.label })]
      : [];
  if (unanswerable) return [...writes, ...label];
  const { shopId, conversationId, id } = identity;
  const turn = enqueue(
    shopId,
    "turn",
    { identityId: id, trigger: { kind: "messages" } },
    {
      key: turnKey(conversationId),
      queue: turnQueue(conversationId),
      runAt: new Date(now().getTime() + burstWait(channel, content)),
    },
  );
  const typing =
    channel === "widget" || channel === "email"
      ? []
      : [enqueue(shopId, "delivery.typing", { identityId: id, lastMessageId: messageId }, { runAt: now() })];
  return [...writes, ...label, turn, ...typing];
}

async function isKnown(shopId: string, channel: string, account: string, externalId: string): Promise<boolean> {
  const row = await database().prisma.message.findUnique({
    where: { shopId_channel_account_externalId: { shopId, channel, account, externalId } },
    select: { seq: true },
  });
  return row !== null;
}

function isReaction(content: InboundContent): boolean {
  return Boolean(content.reaction) && content.text === "" && content.attachments.length === 0;
}
