import { replyAddress } from "#app/channels/email/reply-token.ts";
import type { ChannelName, Language, OutboundContent } from "#app/channels/message.ts";
import { languages } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { optedOut } from "#app/domain/privacy/consent.server.ts";
import { now } from "#app/platform/clock.ts";
import { signingKey } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { recordClosedWindow } from "#app/platform/metrics/metrics.server.ts";
import { note } from "#app/platform/tracing/context.ts";
import { planDelivery, type WayOut } from "./plan.ts";

const capabilities = Object.fromEntries(Object.entries(adapters).map(([name, adapter]) => [name, adapter.capabilities])) as Record<
  ChannelName,
  (typeof adapters)["widget"]["capabilities"]
>;

/** Plans the way out of one message and writes down each part, rendered, before any of it is sent. */
export async function planMessage(shopId: string, messageId: string): Promise<Write[]> {
  const { prisma } = database();
  const message = await prisma.message.findFirst({ where: { shopId, id: messageId, deletedAt: null } });
  const planned = await prisma.delivery.count({ where: { shopId, messageId, state: { not: "failed" } } });
  if (!message || planned > 0) return [];
  const identity = await prisma.identity.findFirstOrThrow({ where: { shopId, id: message.identityId } });
  note({ conversationId: identity.conversationId, messageId });
  const members = await membersToTell(identity);
  const accounts = await prisma.channelAccount.findMany({ where: { shopId } });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const ways = members.flatMap((member): WayOut[] => {
    const channel = channelOf(member);
    const account = accounts.find((one) => one.channel === channel);
    return channel && account ? [{ identityId: member.id, channel, lastInboundAt: member.lastInboundAt, paused: account.paused }] : [];
  });
  const ownWay = ways.find((way) => way.identityId === identity.id);
  if (!ownWay) return [];
  const failed = await prisma.delivery.findMany({ where: { shopId, messageId }, select: { channel: true } });
  // The channel knows its window best: where it has refused this message, our own count of the hours is not asked again.
  const own = await withArrival(ownWay, shopId);
  const wanted = failed.some((one) => one.channel === ownWay.channel) ? { ...own, lastInboundAt: null } : own;
  const author = message.author as "assistant" | "staff" | "system";
  const plan = planDelivery(
    wanted,
    ways.filter((way) => way !== ownWay),
    author,
    capabilities,
    now(),
  );
  if (plan.because === "window-closed") recordClosedWindow(wanted.channel);
  const failedBefore = failed.length;
  const base = { shopId, messageId, attempts: 0, createdAt: now(), updatedAt: now() };
  const seen = notify({ topic: "message", shopId, conversationId: identity.conversationId, messageId, change: "updated" });
  // What we begin by ourselves goes to nobody who has said no to it; an answer does.
  const unwanted = plan.kind === "send" && message.proactive && (await optedOut(shopId, [plan.identityId])).has(plan.identityId);
  if (plan.kind === "fail" || unwanted) {
    if (failedBefore > 0) return [];
    const failed = {
      ...base,
      id: newId(),
      identityId: identity.id,
      channel: wanted.channel,
      account: message.account,
      part: 0,
      body: {},
      text: message.text,
      state: "failed",
      error: plan.kind === "fail" ? plan.because : "opted-out",
    };
    return [insert("Delivery", failed), seen];
  }
  const account = accounts.find((one) => one.channel === plan.channel)?.externalId ?? message.account;
  const language = languages.find((one): one is Language => one === identity.language) ?? "en";
  const parts = adapters[plan.channel].render((message.content as unknown as OutboundContent).blocks, { language, shopName: shop.name });
  const thread =
    plan.channel === "email" ? await mailThread(shopId, plan.identityId, identity.conversationId, account, shop.name) : undefined;
  return [
    ...parts.flatMap((part, place) => {
      const id = newId();
      const values = {
        ...base,
        id,
        identityId: plan.identityId,
        channel: plan.channel,
        account,
        part: failedBefore + place,
        body: part.body as never,
        text: part.text,
        thread,
        state: "planned",
      };
      return [
        insert("Delivery", values),
        enqueue(shopId, "delivery.send", { deliveryId: id }, { runAt: now(), queue: `delivery:${plan.identityId}` }),
      ];
    }),
    seen,
  ];
}

/**
 * The window by our own clock too: when that is wrong by hours, the channel's times alone would close a window that is open.
 * Where we are wrong the other way, the channel refuses, and the plan is made anew.
 */
async function withArrival(way: WayOut, shopId: string): Promise<WayOut> {
  const last = await database().prisma.message.findFirst({
    where: { shopId, identityId: way.identityId, author: "shopper" },
    orderBy: { seq: "desc" },
    select: { receivedAt: true },
  });
  const arrived = last?.receivedAt.getTime() ?? 0;
  return { ...way, lastInboundAt: arrived > (way.lastInboundAt?.getTime() ?? 0) ? new Date(arrived) : way.lastInboundAt };
}

/** The newest mail of this correspondent is what we answer; a first mail of ours begins a thread of its own. */
async function mailThread(shopId: string, identityId: string, conversationId: string, mailbox: string, shopName: string) {
  const last = await database().prisma.message.findFirst({
    where: { shopId, identityId, channel: "email", author: "shopper" },
    orderBy: { seq: "desc" },
  });
  const thread = last?.thread as { messageId: string; references: string[]; subject: string } | null | undefined;
  const domain = mailbox.split("@")[1] ?? "localhost";
  return {
    messageId: `<${newId()}.${newId()}@${domain}>`,
    inReplyTo: thread?.messageId,
    references: thread ? [...thread.references, thread.messageId] : [],
    subject: thread?.subject ?? shopName,
    replyTo: replyAddress(mailbox, conversationId, signingKey("reply-token")),
  };
}
