import { replyAddress } from "#app/channels/email/reply-token.ts";
import { fileTrouble } from "#app/channels/files.ts";
import type { OutboundContent } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { optedIn } from "#app/domain/privacy/consent.server.ts";
import type { TemplateWords } from "#app/domain/proactive/begin.server.ts";
import { satisfactionKind } from "#app/domain/satisfaction/ask.server.ts";
import { now } from "#app/platform/clock.ts";
import { signingKey } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { recordClosedWindow } from "#app/platform/metrics/metrics.server.ts";
import { note } from "#app/platform/tracing/context.ts";
import { planPicked } from "./picked-template.server.ts";
import { type Plan, planBegun, planDelivery } from "./plan.ts";
import { type AskTemplate, capabilities, languageOf, usableTemplate, waysTo } from "./ways.server.ts";

/** Plans the way out of one message and writes down each part, rendered, before any of it is sent. */
export async function planMessage(shopId: string, messageId: string, ask: AskTemplate): Promise<Write[]> {
  const { prisma } = database();
  const message = await prisma.message.findFirst({ where: { shopId, id: messageId, deletedAt: null } });
  const planned = await prisma.delivery.count({ where: { shopId, messageId, state: { not: "failed" } } });
  if (!message || planned > 0) return [];
  const identity = await prisma.identity.findFirstOrThrow({ where: { shopId, id: message.identityId } });
  note({ conversationId: identity.conversationId, messageId });
  const { blocks, template: picked, files = [] } = message.content as unknown as OutboundContent;
  if (picked) return planPicked(message, identity);
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const ways = await waysTo(shopId, await membersToTell(identity));
  const own = ways.find((way) => way.identityId === identity.id);
  if (!own) return [];
  const failed = await prisma.delivery.findMany({ where: { shopId, messageId }, select: { channel: true, body: true } });
  // The channel knows its window best: where it has refused this message, our own count of the hours is not asked again.
  const wanted = failed.some((one) => one.channel === own.channel) ? { ...own, lastInboundAt: null } : own;
  const others = ways.filter((way) => way !== own);
  const language = languageOf(identity);
  const refusedTemplate = failed.some((one) => isTemplate(one.body));
  const begun = message.proactive ? await prisma.begun.findFirst({ where: { shopId, messageId } }) : null;
  const words = refusedTemplate ? null : (begun?.template as TemplateWords | null | undefined);
  const onlyInWindow = begun?.onlyInWindow === true && !(await optedIn(shopId, [own.identityId]));
  const by = (template: boolean): Plan =>
    message.proactive
      ? planBegun(wanted, others, { template, onlyInWindow, staysOnChannel: begun?.kind === satisfactionKind }, capabilities, now())
      : planDelivery(wanted, others, message.author as "assistant" | "staff" | "system", capabilities, now());
  const wantsTemplate = words && by(true).kind === "send" && (by(true) as { as?: string }).as === "template";
  const template = wantsTemplate ? await usableTemplate(shopId, language, words, shop.name, ask) : null;
  const way = by(template !== null);
  // What was attached is not left out: a channel that cannot take it is no way round.
  const isTaken = way.kind === "fail" || fileTrouble(way.channel, files) === null;
  const plan: Plan = isTaken ? way : { kind: "fail", because: "window-closed" };
  if (plan.because === "window-closed") recordClosedWindow(wanted.channel);
  const failedBefore = failed.length;
  const base = { shopId, messageId, attempts: 0, createdAt: now(), updatedAt: now() };
  const seen = notify({ topic: "message", shopId, conversationId: identity.conversationId, messageId, change: "updated" });
  if (plan.kind === "fail") {
    if (failedBefore > 0) return forStaff(shopId, identity.conversationId, message.proactive);
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
      error: plan.because,
    };
    return [
      insert("Delivery", failed),
      seen,
      ...forStaff(shopId, identity.conversationId, message.proactive && plan.because === "window-closed"),
    ];
  }
  const account = ways.find((one) => one.identityId === plan.identityId)?.account ?? message.account;
  const free = () => adapters[plan.channel].render(blocks, { language, shopName: shop.name, files });
  const parts = plan.as === "template" && template ? [template] : free();
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

const isTemplate = (body: unknown): boolean => (body as { type?: unknown } | null)?.type === "template";

/** What we began and nobody was told stands in the thread as not delivered; staff are led to it. */
function forStaff(shopId: string, conversationId: string, isNews: boolean): Write[] {
  return isNews ? [update("Conversation", { id: conversationId, shopId }, { unread: true, snoozedUntil: null })] : [];
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
