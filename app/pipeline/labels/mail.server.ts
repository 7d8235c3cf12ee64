import type { ChannelSender } from "#app/channels/channel.ts";
import { adapters } from "#app/channels/registry.ts";
import { findLabel, labelChange } from "#app/domain/returns/label-rows.server.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { log } from "#app/platform/log.ts";
import { type LabelStore, labelSettings, openReturn } from "./shared.server.ts";
import { labelBlocks, languageFor } from "./tell.server.ts";
import { labelText } from "./words.ts";

/**
 * The label by mail to the address on its order, read afresh: a label is printed where the mail is. Its Message-ID follows from the
 * label, so that a repeat after a crash is the same mail. Not sent to whom the thread itself reaches at that address.
 */
export async function mailLabel(
  shopId: string,
  labelId: string,
  storeFor: (domain: string) => LabelStore,
  sender: ChannelSender,
  lastAttempt: boolean,
): Promise<Write[]> {
  const { prisma } = database();
  const row = await findLabel(shopId, labelId);
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  const identity = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  const account = await channelAccount(shopId, "email");
  if (!row || !shop || !identity || !account || row.mailedAt || row.state !== "recorded") return [];
  const way = await openReturn(storeFor(shop.domain), row.returnId);
  const to = way?.order.email?.toLowerCase();
  if (!to || (await reachedByMail(shopId, row.returnId, to))) return [];
  const language = languageFor(identity, shop);
  const [part] = adapters.email.render(labelBlocks(row, await labelSettings(shop, row.caseId), language, shop.timeZone), {
    language,
    shopName: shop.name,
  });
  if (!part) return [];
  const domain = account.externalId.split("@")[1] ?? "localhost";
  const subject = labelText(language, "subject", { return: row.returnName });
  const thread = { messageId: `<label.${row.id}@${domain}>`, references: [], subject };
  fault("label.before-mail");
  const recipient = { kind: "email" as const, externalId: to };
  const outcome = await sender.send({ account, recipient, part, deliveryId: `label.${row.id}`, author: "assistant", thread });
  fault("label.after-mail");
  if (outcome.outcome === "accepted") return [labelChange(shopId, row.id, { mailedAt: now() })];
  const again = outcome.outcome === "unknown" || outcome.reason === "rate-limited" || outcome.reason === "unavailable";
  if (again && !lastAttempt) throw new Error("A label could not be mailed.");
  log.warn("label-not-mailed", { shopId, reason: outcome.outcome === "failed" ? outcome.reason : "unknown" });
  return [];
}

/** Whether the thread has told of the label at this address already, or is about to. */
async function reachedByMail(shopId: string, returnId: string, address: string): Promise<boolean> {
  const { prisma } = database();
  const begun = await prisma.begun.findFirst({ where: { shopId, key: `label:${returnId}` } });
  const message = begun?.messageId ? await prisma.message.findFirst({ where: { shopId, id: begun.messageId } }) : null;
  const delivery = message && (await prisma.delivery.findFirst({ where: { shopId, messageId: message.id } }));
  const identityId = delivery?.identityId ?? message?.identityId ?? begun?.identityId;
  const identity = identityId ? await prisma.identity.findFirst({ where: { shopId, id: identityId } }) : null;
  return identity?.kind === "email" && identity.externalId === address;
}
