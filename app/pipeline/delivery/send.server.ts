import type { ChannelSender, SendOutcome, SendRequest } from "#app/channels/channel.ts";
import { sendsTyping } from "#app/channels/channel.ts";
import { filesOfPart } from "#app/channels/files.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { filesToSend } from "#app/domain/files/files.server.ts";
import { withWholeCodes } from "#app/domain/gift-cards/issue.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { now } from "#app/platform/clock.ts";
import { decrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { type JobContext, RunAgain } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { note } from "#app/platform/tracing/context.ts";

export type Senders = Partial<Record<ChannelName, ChannelSender>>;

/** How long evidence (a status, an echo) may take before an unknown outcome is looked at again. */
const evidenceMilliseconds: Record<ChannelName, number> = { widget: 0, whatsapp: 90_000, instagram: 90_000, email: 60_000 };
/** Where a reply whose outcome stays unknown goes out again: what comes after it must not overtake it. */
const sentAgain: ChannelName[] = ["whatsapp", "email"];
const mostAttempts = 6;
/** A reply waits so long for the merchant to mend the account, asked at these intervals; milliseconds. */
const holdFor = 24 * 3_600_000;
const holdEvery = 5 * 60_000;
/** Longer than any wait between two tries; milliseconds. */
const forgottenAfter = 15 * 60_000;
/** No more than this is planned for one person in one moment; whatever was planned before comes first among what is read. */
const mostTogether = 50;
const accountIssue = "The account refuses to send: its access has ended or was restricted. Connect it again; what waits is sent then.";

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
  await waitForEarlier(delivery);
  const sender = senders[channel];
  const account = await prisma.channelAccount.findFirst({ where: { shopId, channel } });
  const recipient = await prisma.identity.findFirst({ where: { shopId, id: delivery.identityId } });
  const message = await prisma.message.findFirst({ where: { shopId, id: delivery.messageId } });
  if (!sender || !account || !recipient || !message)
    return [update("Delivery", { id: deliveryId }, { state: "failed", error: "not-connected", updatedAt: now() })];

  note({ conversationId: recipient.conversationId, messageId: message.id, deliveryId });
  if (await isAnothersNow(recipient, message.identityId)) {
    return [
      update("Delivery", { id: deliveryId, state: "planned" }, { state: "failed", error: "not-the-same-person", updatedAt: now() }, 1),
      enqueue(shopId, "delivery.plan", { messageId: message.id }, { runAt: now(), queue: `delivery:${message.identityId}` }),
    ];
  }
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
    part: await withWholeCodes(shopId, message.caseId, { body: delivery.body as Record<string, unknown>, text: delivery.text }),
    files: await filesToSend(shopId, filesOfPart(delivery.body as Record<string, unknown>)),
    deliveryId,
    author: message.author === "staff" ? "staff" : "assistant",
    thread: (delivery.thread ?? undefined) as SendRequest["thread"],
  };
  const attempts = delivery.attempts + 1;
  fault("delivery.before-mark");
  await database().commit([
    update("Delivery", { id: deliveryId, state: "planned" }, { state: "sending", attempts, startedAt: now(), updatedAt: now() }, 1),
  ]);
  fault("delivery.before-send");
  const outcome = await sender.send(request);
  fault("delivery.after-send");
  const seen = notify({ topic: "message", shopId, conversationId: recipient.conversationId, messageId: message.id, change: "updated" });
  const sent: Sent = { shopId, deliveryId, channel, account, attempts, createdAt: delivery.createdAt };
  return [...(await settle(sent, outcome, job)), seen];
}

/** Planned as a way round to another address of the same shopper, which has turned out to be somebody else's. */
async function isAnothersNow(recipient: { id: string; shopId: string; conversationId: string }, identityId: string): Promise<boolean> {
  if (recipient.id === identityId) return false;
  const writtenFor = await database().prisma.identity.findFirst({ where: { shopId: recipient.shopId, id: identityId } });
  return !writtenFor || !(await membersToTell(writtenFor)).some((member) => member.id === recipient.id);
}

/**
 * What was to be said before must be there first: while an earlier part or reply to this person waits for its next try, the
 * later ones wait too, and while it is not known whether it arrived. One that nobody has touched for long has lost its job, and holds nobody up.
 */
async function waitForEarlier(delivery: {
  id: string;
  shopId: string;
  identityId: string;
  messageId: string;
  part: number;
  createdAt: Date;
}) {
  const { shopId, identityId, messageId, part, createdAt } = delivery;
  const touched = new Date(now().getTime() - forgottenAfter);
  const unsettled = await database().prisma.delivery.findMany({
    where: {
      shopId,
      identityId,
      updatedAt: { gt: touched },
      AND: [
        {
          OR: [{ state: { in: ["planned", "sending"] } }, { state: "unknown", channel: { in: sentAgain }, attempts: { lt: mostAttempts } }],
        },
        { OR: [{ createdAt: { lt: createdAt } }, { messageId, part: { lt: part } }, { createdAt, messageId: { not: messageId } }] },
      ],
    },
    orderBy: { createdAt: "asc" },
    take: mostTogether,
    select: { messageId: true, createdAt: true },
  });
  const together = unsettled.filter((one) => one.messageId !== messageId && one.createdAt.getTime() === createdAt.getTime());
  const isFirst = unsettled.length === together.length && (await isSaidFirst(delivery, together));
  if (isFirst) return;
  const age = now().getTime() - createdAt.getTime();
  throw new RunAgain(new Date(now().getTime() + Math.min(holdEvery, Math.max(1_000, age / 4))));
}

/** Of what was planned in the same moment the thread tells what comes first. */
async function isSaidFirst(
  { shopId, messageId }: { shopId: string; messageId: string },
  others: { messageId: string }[],
): Promise<boolean> {
  if (others.length === 0) return true;
  const ids = [messageId, ...others.map((one) => one.messageId)];
  const first = await database().prisma.message.findFirst({
    where: { shopId, id: { in: ids } },
    orderBy: { seq: "asc" },
    select: { id: true },
  });
  return first?.id === messageId;
}

type Sent = {
  shopId: string;
  deliveryId: string;
  channel: ChannelName;
  account: { id: string; issue: string | null };
  attempts: number;
  createdAt: Date;
};

/** Evidence may have come before the answer did, or before we gave up waiting for it: then it stands, and nothing is overwritten. */
async function settle(sent: Sent, outcome: SendOutcome, job: JobContext): Promise<Write[]> {
  const { shopId, deliveryId, channel, attempts, account } = sent;
  const ours = { id: deliveryId, state: "sending" };
  if (outcome.outcome === "accepted") {
    return [
      update("Delivery", ours, { state: "accepted", externalId: outcome.externalId, error: null, updatedAt: now() }),
      ...(account.issue === accountIssue ? [update("ChannelAccount", { id: account.id }, { issue: null })] : []),
    ];
  }
  log.warn("delivery-not-accepted", { shopId, deliveryId, channel, code: outcome.code, reason: outcome.outcome, attempts });
  if (outcome.outcome === "unknown") return waitForEvidence(shopId, deliveryId, channel, outcome.code);
  if (outcome.reason === "account" && now().getTime() - sent.createdAt.getTime() < holdFor) return hold(sent, outcome.code);
  if (outcome.retryAfterMs !== undefined && attempts < mostAttempts && !job.lastAttempt)
    return later(deliveryId, { error: outcome.code }, outcome.retryAfterMs);
  const { messageId, body } = await database().prisma.delivery.findFirstOrThrow({ where: { shopId, id: deliveryId } });
  const isTemplate = (body as { type?: unknown } | null)?.type === "template";
  return [
    update("Delivery", ours, { state: "failed", error: outcome.code, updatedAt: now() }),
    // A template that was refused leaves mail.
    ...(outcome.reason === "window-closed" || (isTemplate && outcome.reason === "rejected")
      ? [enqueue(shopId, "delivery.plan", { messageId }, { runAt: now() })]
      : []),
  ];
}

/** The vendor did nothing: the same delivery goes out later. */
async function later(
  deliveryId: string,
  change: { error: string; attempts?: number },
  afterMilliseconds: number,
  also: Write[] = [],
): Promise<never> {
  fault("delivery.before-unmark");
  await database().commit([
    update("Delivery", { id: deliveryId, state: "sending" }, { ...change, state: "planned", updatedAt: now() }),
    ...also,
  ]);
  fault("delivery.after-unmark");
  throw new RunAgain(new Date(now().getTime() + afterMilliseconds));
}

/** The account is the merchant's to mend: it is said on the channels page, and what was to be said waits for a day. */
function hold({ deliveryId, account, attempts }: Sent, code: string): Promise<never> {
  const told = account.issue === null ? [update("ChannelAccount", { id: account.id }, { issue: accountIssue })] : [];
  return later(deliveryId, { error: code, attempts: attempts - 1 }, holdEvery, told);
}

function waitForEvidence(shopId: string, deliveryId: string, channel: ChannelName, code: string): Write[] {
  const runAt = new Date(now().getTime() + evidenceMilliseconds[channel]);
  return [
    update("Delivery", { id: deliveryId, state: "sending" }, { state: "unknown", error: code, updatedAt: now() }),
    enqueue(shopId, "delivery.settle", { deliveryId }, { runAt }),
  ];
}

/**
 * The time for evidence is over and none came. WhatsApp would have reported, and a mail keeps its Message-ID, so both are
 * sent again; Instagram may have taken it silently: a reply is then at most once, and staff see that its outcome is unknown.
 */
export async function settleUnknown(shopId: string, deliveryId: string): Promise<Write[]> {
  const delivery = await database().prisma.delivery.findFirst({ where: { shopId, id: deliveryId, state: "unknown" } });
  if (!delivery || !sentAgain.includes(delivery.channel as ChannelName) || delivery.attempts >= mostAttempts) return [];
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
