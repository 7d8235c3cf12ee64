import type { ChannelName } from "#app/channels/message.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { type ReplyWindow, replyWindow } from "./reply-window.ts";

/** Where a reply of staff would go: the identity the shopper last wrote from, or the last we wrote to. */
export type Reach = { identity: IdentityRow; channel: ChannelName; account: string; window: ReplyWindow; connected: boolean };

/** Null when the conversation has nobody who can be written to. `people`: those of the conversation, where they were read already. */
export async function reachOf(shopId: string, conversationId: string, people?: IdentityRow[]): Promise<Reach | null> {
  const { prisma } = database();
  const identities = people ?? (await prisma.identity.findMany({ where: { shopId, conversationId } }));
  const last = (await lastMessage(shopId, identities, "shopper")) ?? (await lastMessage(shopId, identities, undefined));
  const identity = identities.find((one) => one.id === last?.identityId);
  const channel = identity && channelOf(identity);
  if (!identity || !channel || !last) return null;
  const connected = await prisma.channelAccount.findFirst({ where: { shopId, channel, externalId: last.account } });
  return {
    identity,
    channel,
    account: last.account,
    window: replyWindow(channel, identity.lastInboundAt, now()),
    connected: connected !== null,
  };
}

function lastMessage(shopId: string, identities: { id: string; kind: string }[], author: string | undefined) {
  const ids = identities.filter((identity) => channelOf(identity)).map((identity) => identity.id);
  return database().prisma.message.findFirst({
    where: { shopId, identityId: { in: ids }, ...(author ? { author } : {}) },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    select: { identityId: true, account: true },
  });
}
