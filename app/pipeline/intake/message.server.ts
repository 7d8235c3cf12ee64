import type { InboundItem } from "#app/channels/channel.ts";
import type { ChannelName, InboundContent } from "#app/channels/message.ts";
import { appendInbound } from "#app/domain/conversations/messages.server.ts";
import { withoutGiftCodes } from "#app/domain/gift-cards/code.ts";
import { ensureIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { turnForMessages } from "#app/domain/identity/waiting-turns.server.ts";
import { expectPhotos } from "#app/domain/photos/photos.server.ts";
import { consentIn, consentWrite } from "#app/domain/privacy/consent.server.ts";
import { isErased } from "#app/domain/privacy/tombstone.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { remove, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { note } from "#app/platform/tracing/context.ts";
import { burstWait } from "./burst.ts";
import { noteVouched } from "./changed-hands.server.ts";

/** How long a turn waits for pictures of the message it answers before it goes on without them; milliseconds. */
const photoPatience = 20_000;

type MessageItem = Extract<InboundItem, { kind: "message" }>;

/** Appends one message to its sender's conversation and makes sure that a turn will look at it. */
export async function takeMessage(shopId: string, channel: ChannelName, item: MessageItem): Promise<void> {
  const { account, externalId } = item;
  if (await isKnown(shopId, channel, account, externalId)) return;
  for (let attempt = 1; ; attempt += 1) {
    if (await isErased(shopId, item.sender, item.at)) return;
    const identity = await ensureIdentity(shopId, item.sender.kind, item.sender.externalId, item.sender.label);
    // Erased between the two: what was just made of it goes again.
    if (await isErased(shopId, item.sender, item.at)) return forgetUnused(identity);
    note({ conversationId: identity.conversationId });
    try {
      // Before the message: found known after a crash, it would not be noted any more.
      await noteVouched(identity, item.sender);
      fault("intake.message.before-commit");
      const consent = await consentIn(identity, channel, item.content.text);
      await database().commit(messageWrites(identity, channel, item, consent));
      fault("intake.message.after-commit");
      return;
    } catch (error) {
      // Somebody else stored it, or the identity was joined elsewhere between reading and commit.
      if (await isKnown(shopId, channel, account, externalId)) return;
      if (!(error instanceof StaleWrite) || attempt === 5) throw error;
    }
  }
}

/** An identity that nobody has written through. */
async function forgetUnused({ shopId, id, homeConversationId }: IdentityRow): Promise<void> {
  if (await database().prisma.message.findFirst({ where: { shopId, identityId: id }, select: { seq: true } })) return;
  await database().commit([
    remove("Identity", { shopId, id, lastInboundAt: null }),
    remove("Conversation", { shopId, id: homeConversationId, lastChannel: "" }),
  ]);
}

function messageWrites(identity: IdentityRow, channel: ChannelName, item: MessageItem, consent: "out" | "in" | null): Write[] {
  const { account, externalId, at, thread } = item;
  const content = withoutSecrets(item.content);
  const unanswerable = thread?.automatic ? "automatic" : isReaction(content) ? "reaction" : undefined;
  const { messageId, writes } = appendInbound(identity, { channel, account, externalId, at, content, thread, answeredBy: unanswerable });
  const label: Write[] =
    item.sender.label && item.sender.label !== identity.label
      ? [update("Identity", { id: identity.id }, { label: item.sender.label })]
      : [];
  if (consent) label.push(consentWrite(identity, consent, messageId));
  if (unanswerable) return [...writes, ...label];
  const { shopId, conversationId, id } = identity;
  const photos = expectPhotos(identity, messageId, content);
  const wait = photos.length > 0 ? photoPatience : burstWait(channel, content);
  const turn = turnForMessages(shopId, { identityId: id, conversationId }, new Date(now().getTime() + wait));
  const typing =
    channel === "widget" || channel === "email"
      ? []
      : [enqueue(shopId, "delivery.typing", { identityId: id, lastMessageId: messageId }, { runAt: now() })];
  return [...writes, ...photos, ...label, turn, ...typing];
}

/** What is stored, read by staff and by models, holds no code that could be spent. */
function withoutSecrets(content: InboundContent): InboundContent {
  const { text, fullText, subject } = content;
  return {
    ...content,
    text: withoutGiftCodes(text),
    ...(fullText !== undefined && { fullText: withoutGiftCodes(fullText) }),
    ...(subject !== undefined && { subject: withoutGiftCodes(subject) }),
  };
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
