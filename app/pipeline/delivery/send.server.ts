import type { ChannelSender, SendOutcome, SendRequest } from "#app/channels/channel.ts";
import { sendsTyping } from "#app/channels/channel.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { decrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { type JobContext, RunAgain } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";

export type Senders = Partial<Record<ChannelName, ChannelSender>>;

/** How long evidence (a status, an echo) may take before an unknown outcome is looked at again. */
const evidenceMilliseconds: Record<ChannelName, number> = { widget: 0, whatsapp: 90_000, instagram: 90_000, email: 60_000 };
const mostAttempts = 6;

/**
 * Sends one delivery. It is marked as `sending` before the call, so a process that dies in it leaves a trace: what is found
 * in that state later counts as unknown and waits for evidence, never as unsent.
 */
export async function sendDelivery(shopId: string, deliveryId: string, senders: Senders, job: JobContext): Promise<Write[]> {
  const { prisma } = database();
  const delivery = await prisma.delivery.findFirst({ where: { shopId, id: deliveryId } });
  if (!delivery || !["planned", "sending"].includes(delivery.state)) return [];
  const channel = delivery.channel as ChannelName;
  if (delivery.state === "sending") return waitForEvidence(shopId, deliveryId, channel, "interrupted");
  const sender = senders[channel];
  const account = await prisma.channelAccount.findFirst({ where: { shopId, channel } });
  const recipient = await prisma.identity.findFirst({ where: { shopId, id: delivery.identityId } });
  const message = await prisma.message.findFirst({ where: { shopId, id: delivery.messageId } });
  if (!sender || !account || !recipient || !message)
    return [update("Delivery", { id: deliveryId }, { state: "failed", error: "not-connected", updatedAt: now() })];

  const request: SendRequest = {
    account: {
      externalId: account.externalId,
      credentials: JSON.parse(decrypt(account.credentials)),
      config: account.config as Record<string, string>,
    },
    recipient: {
      kind: recipient.kind as SendRequest["recipient"]["kind"],
      externalId: recipient.externalId.replace(/^unverified:/, ""),
      label: recipient.label ?? undefined,
    },
    part: { body: delivery.body as Record<string, unknown>, text: delivery.text },
    deliveryId,
    author: message.author === "staff" ? "staff" : "assistant",
    thread: (delivery.thread ?? undefined) as SendRequest["thread"],
  };
  const attempts = delivery.attempts + 1;
  await database().commit([
    update("Delivery", { id: deliveryId, state: "planned" }, { state: "sending", attempts, startedAt: now(), updatedAt: now() }, 1),
  ]);
  fault("delivery.before-send");
  const outcome = await sender.send(request);
  fault("delivery.after-send");
  const seen = notify({ topic: "message", shopId, conversationId: recipient.conversationId, messageId: message.id, change: "updated" });
  return [...(await settle(shopId, deliveryId, channel, outcome, attempts, job)), seen];
}

async function settle(
  shopId: string,
  deliveryId: string,
  channel: ChannelName,
  outcome: SendOutcome,
  attempts: number,
  job: JobContext,
): Promise<Write[]> {
  if (outcome.outcome === "accepted") {
    return [update("Delivery", { id: deliveryId }, { state: "accepted", externalId: outcome.externalId, error: null, updatedAt: now() })];
  }
  log.warn("delivery-not-accepted", { shopId, deliveryId, channel, code: outcome.code, reason: outcome.outcome, attempts });
  if (outcome.outcome === "unknown") return waitForEvidence(shopId, deliveryId, channel, outcome.code);
  if (outcome.retryAfterMs !== undefined && attempts < mostAttempts && !job.lastAttempt) {
    await database().commit([
      update("Delivery", { id: deliveryId, state: "sending" }, { state: "planned", error: outcome.code, updatedAt: now() }),
    ]);
    throw new RunAgain(new Date(now().getTime() + outcome.retryAfterMs));
  }
  const { messageId } = await database().prisma.delivery.findFirstOrThrow({ where: { shopId, id: deliveryId } });
  return [
    update("Delivery", { id: deliveryId }, { state: "failed", error: outcome.code, updatedAt: now() }),
    ...(outcome.reason === "window-closed" ? [enqueue(shopId, "delivery.plan", { messageId }, { runAt: now() })] : []),
  ];
}

function waitForEvidence(shopId: string, deliveryId: string, channel: ChannelName, code: string): Write[] {
  const runAt = new Date(now().getTime() + evidenceMilliseconds[channel]);
  return [
    update("Delivery", { id: deliveryId }, { state: "unknown", error: code, updatedAt: now() }),
    enqueue(shopId, "delivery.settle", { deliveryId }, { runAt }),
  ];
}

/**
 * The time for evidence is over and none came. WhatsApp would have reported, and a mail keeps its Message-ID, so both are
 * sent again; Instagram may have taken it silently: a reply is then at most once, and staff see that its outcome is unknown.
 */
export async function settleUnknown(shopId: string, deliveryId: string): Promise<Write[]> {
  const delivery = await database().prisma.delivery.findFirst({ where: { shopId, id: deliveryId, state: "unknown" } });
  if (!delivery || delivery.channel === "instagram" || delivery.attempts >= mostAttempts) return [];
  return [
    update("Delivery", { id: deliveryId, state: "unknown" }, { state: "planned", updatedAt: now() }, 1),
    enqueue(shopId, "delivery.send", { deliveryId }, { runAt: now(), queue: `delivery:${delivery.identityId}` }),
  ];
}

/** "Read" and "typing" while we think. Only a courtesy: nothing is tried twice. */
export async function sendTyping(shopId: string, identityId: string, lastMessageId: string, senders: Senders): Promise<Write[]> {
  const { prisma } = database();
  const identity = await prisma.identity.findFirst({ where: { shopId, id: identityId } });
  const message = await prisma.message.findFirst({ where: { shopId, id: lastMessageId } });
  const sender = message ? senders[message.channel as ChannelName] : undefined;
  const account = await prisma.channelAccount.findFirst({ where: { shopId, channel: message?.channel ?? "" } });
  if (!identity || !message || !account || !sender || !sendsTyping(sender)) return [];
  const credentials = JSON.parse(decrypt(account.credentials)) as Record<string, string>;
  await sender
    .sendTyping({
      account: { externalId: account.externalId, credentials, config: account.config as Record<string, string> },
      recipient: { kind: identity.kind as SendRequest["recipient"]["kind"], externalId: identity.externalId },
      lastMessageId: message.externalId,
    })
    .catch((error: unknown) => log.debug("typing-not-shown", { shopId, ...errorFields(error) }));
  return [];
}
