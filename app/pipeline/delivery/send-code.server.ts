import type { ChannelSender } from "#app/channels/channel.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { issueCode } from "#app/domain/identity/one-time-code.server.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { fault } from "#app/platform/fault.ts";
import { log } from "#app/platform/log.ts";
import { codeMail } from "./code-mail.ts";

export type OrderFinder = {
  ordersByEmail(email: string): Promise<OrderFacts[]>;
  orderByName(name: string): Promise<OrderFacts | null>;
};

/**
 * Finds the order behind a claim and mails its contact a code. Where there is none, nothing is sent and nobody is told. The
 * mail is not kept, but a repeat is the same mail: digits and Message-ID follow from the code's id.
 */
export async function sendCode(
  shopId: string,
  codeId: string,
  claimed: { email?: string; orderName?: string },
  orders: OrderFinder,
  sender: ChannelSender,
): Promise<void> {
  const { prisma } = database();
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const code = await prisma.oneTimeCode.findFirst({ where: { id: codeId, shopId, usedAt: null } });
  const account = await channelAccount(shopId, "email");
  const address = await contactBehind(claimed, orders);
  if (!code || !address) return;
  if (!account) {
    log.warn("code-not-sent", { shopId, reason: "no mailbox connected" });
    return;
  }
  const target = await ensureIdentity(shopId, "email", address);
  const issued = await issueCode(shopId, codeId, target.id);
  if (!issued) return;
  const requester = await prisma.identity.findFirstOrThrow({ where: { shopId, id: code.identityId } });
  const language = languages.find((one): one is Language => one === requester.language) ?? "en";
  const mail = codeMail({ language, shopName: shop.name, channel: requester.kind, code: issued.digits, minutes: issued.minutes });
  const [part] = adapters.email.render(mail.blocks, { language, shopName: shop.name });
  if (!part) return;
  const domain = account.externalId.split("@")[1] ?? "localhost";
  fault("code.before-send");
  const outcome = await sender.send({
    account,
    recipient: { kind: "email", externalId: address },
    part,
    deliveryId: codeId,
    author: "assistant",
    thread: { messageId: `<code.${codeId}@${domain}>`, references: [], subject: mail.subject },
  });
  fault("code.after-send");
  if (outcome.outcome !== "accepted") throw new Error("The code could not be mailed.");
}

/** The e-mail address on the claimed order, as the order has it. */
async function contactBehind(claimed: { email?: string; orderName?: string }, orders: OrderFinder): Promise<string | undefined> {
  const found = claimed.email
    ? (await orders.ordersByEmail(claimed.email))[0]
    : claimed.orderName
      ? await orders.orderByName(claimed.orderName)
      : null;
  return found?.email?.toLowerCase();
}
