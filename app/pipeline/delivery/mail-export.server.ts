import type { ChannelSender } from "#app/channels/channel.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { exportToken } from "#app/domain/privacy/export.server.ts";
import { unseal } from "#app/domain/privacy/requests.server.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { log } from "#app/platform/log.ts";
import { exportMail } from "./export-mail.ts";

/** Mails a shopper the link to their export. Like a code, the mail is not kept, and a repeat of it is the same mail. */
export async function mailExport(shopId: string, requestId: string, sender: ChannelSender): Promise<Write[]> {
  const { prisma } = database();
  const request = await prisma.privacyRequest.findFirst({ where: { shopId, id: requestId, state: "ready" } });
  const made = await prisma.privacyExport.findFirst({ where: { shopId, requestId, usedAt: null } });
  const { mailTo, language: wanted } = unseal(request?.sealed ?? "");
  const account = await channelAccount(shopId, "email");
  if (!request || !made || !mailTo) return [];
  if (!account) {
    log.warn("export-not-mailed", { shopId, reason: "no mailbox connected" });
    return [];
  }
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const language = languages.find((one): one is Language => one === wanted) ?? "en";
  const days = Math.round((made.expiresAt.getTime() - made.createdAt.getTime()) / 86_400_000);
  const mail = exportMail({ language, shopName: shop.name, days, url: `${env.appUrl}/my-data/${exportToken(made.id)}` });
  const [part] = adapters.email.render(mail.blocks, { language, shopName: shop.name });
  if (!part) return [];
  const outcome = await sender.send({
    account,
    recipient: { kind: "email", externalId: mailTo },
    part,
    deliveryId: made.id,
    author: "assistant",
    thread: { messageId: `<export.${made.id}@${account.externalId.split("@")[1] ?? "localhost"}>`, references: [], subject: mail.subject },
  });
  if (outcome.outcome !== "accepted") throw new Error("The export could not be mailed.");
  return [];
}
