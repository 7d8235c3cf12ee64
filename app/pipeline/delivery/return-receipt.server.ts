import type { ChannelSender } from "#app/channels/channel.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { preferencesOf } from "#app/domain/identity/preferences.server.ts";
import { readPreferences } from "#app/domain/identity/preferences.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { ProcessInput, StaffEffect } from "#app/domain/returns/back-office.ts";
import { isOfGift } from "#app/domain/returns/gift-order.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { returnReceipt } from "#app/flows/return/mail-to-keep.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";

/**
 * Mails what staff have done with a return to the address that stands on its order, to keep. Whoever talks with us by mail has it
 * there already. Like a code the mail is not kept, and a repeat of it is the same mail.
 */
export async function mailReceipt(
  shopId: string,
  effectId: string,
  orderOf: (domain: string, orderId: string) => Promise<OrderFacts | null>,
  sender: ChannelSender,
): Promise<Write[]> {
  const { prisma } = database();
  const effect = await prisma.effect.findFirst({ where: { shopId, id: effectId, state: "done" } });
  const row = effect && (await prisma.case.findFirst({ where: { shopId, id: effect.caseId } }));
  const opener = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  const account = await channelAccount(shopId, "email");
  // The address on the order of a gift is its buyer's, who hears nothing of it.
  if (!effect || !opener || !account || isOfGift(row.state)) return [];
  const people = await prisma.identity.findMany({
    where: { shopId, conversationId: opener.conversationId },
    orderBy: { lastInboundAt: "desc" },
  });
  const writer = people.find((one) => one.lastInboundAt !== null) ?? opener;
  if (writer.kind === "email") return [];
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const { orderId, returnId, isExchange, sent } = effect.input as StaffEffect["input"] &
    Partial<Pick<ProcessInput, "sent">> & { isExchange?: true };
  const order = await orderOf(shop.domain, orderId);
  if (!order?.email) return [];
  const preferred = readPreferences(await preferencesOf(shopId, [writer.id])).language;
  const language = languageOf([preferred, writer.language, shop.language]);
  const context = { language, shopName: shop.name, timeZone: shop.timeZone, now: now() };
  const receipt = returnReceipt(order, returnId, context, { kind: effect.kind, isExchange, owed: sent?.owed ?? undefined });
  const [part] = receipt ? adapters.email.render(receipt.blocks, { language, shopName: shop.name }) : [];
  if (!receipt || !part) return [];
  const outcome = await sender.send({
    account,
    recipient: { kind: "email", externalId: order.email },
    part,
    deliveryId: effectId,
    author: "assistant",
    thread: {
      messageId: `<receipt.${effectId}@${account.externalId.split("@")[1] ?? "localhost"}>`,
      references: [],
      subject: receipt.subject,
    },
  });
  // Whether it left is not known: one too few is better than one too many, the shopper was told on their channel.
  if (outcome.outcome === "accepted" || outcome.outcome === "unknown") return [];
  throw new Error("The receipt could not be mailed.");
}

const languageOf = (known: (string | null | undefined)[]): Language =>
  known.flatMap((one) => languages.find((language) => language === one?.slice(0, 2)) ?? [])[0] ?? "en";
