import type { ChannelName } from "#app/channels/message.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import { goesOnAt } from "#app/domain/identity/goes-on.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { type ReplyWindow, replyWindow } from "./reply-window.ts";

/**
 * Where a reply of staff would go: the identity the shopper last wrote from, where they have agreed to go on since, or the last we
 * wrote to.
 */
export type Reach = {
  identity: IdentityRow;
  channel: ChannelName;
  account: string;
  window: ReplyWindow;
  connected: boolean;
  /** Who has agreed, on another channel, that it goes there. */
  movedFromId: string | null;
};

/** Null when the conversation has nobody who can be written to. `people`: those of the conversation, where they were read already. */
export async function reachOf(shopId: string, conversationId: string, people?: IdentityRow[]): Promise<Reach | null> {
  const { prisma } = database();
  const identities = people ?? (await prisma.identity.findMany({ where: { shopId, conversationId } }));
  const heard = await lastMessage(shopId, identities, "shopper");
  const last = heard ?? (await lastMessage(shopId, identities, undefined));
  const writer = identities.find((one) => one.id === last?.identityId);
  if (!writer || !last) return null;
  const here = await wayTo(writer, last.account);
  const agreed = writer.movedToId ? goesOnAt(heard, await membersToTell(writer)) : undefined;
  const there = agreed ? await wayTo(agreed) : null;
  // Where nothing can be said there any more, it is said where they were asked.
  const moves = there?.connected && (there.window.open || !here?.window.open || !here.connected);
  const way = moves ? there : here;
  return way && { ...way, movedFromId: way === there ? writer.id : null };
}

/** `wroteTo`: the account they wrote to; without it the channel's own counts. */
async function wayTo(identity: IdentityRow, wroteTo?: string): Promise<Omit<Reach, "movedFromId"> | null> {
  const channel = channelOf(identity);
  if (!channel) return null;
  const where = { shopId: identity.shopId, channel, ...(wroteTo !== undefined && { externalId: wroteTo }) };
  const account = await database().prisma.channelAccount.findFirst({ where });
  const window = replyWindow(channel, identity.lastInboundAt, now());
  return { identity, channel, account: account?.externalId ?? wroteTo ?? "", window, connected: account !== null };
}

function lastMessage(shopId: string, identities: { id: string; kind: string }[], author: string | undefined) {
  const ids = identities.filter((identity) => channelOf(identity)).map((identity) => identity.id);
  return database().prisma.message.findFirst({
    where: { shopId, identityId: { in: ids }, ...(author ? { author } : {}) },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    select: { identityId: true, account: true, receivedAt: true },
  });
}
