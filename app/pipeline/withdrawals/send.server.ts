import type { ChannelSender } from "#app/channels/channel.ts";
import { type Block, type Language, languages } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { fault } from "#app/platform/fault.ts";
import { log } from "#app/platform/log.ts";

/**
 * Sends one mail about a withdrawal. Its Message-ID follows from what it is about, so that a repeat after a crash is the same mail.
 * False when no mailbox is connected: staff see that nothing was acknowledged.
 */
export async function sendMail(
  shop: { id: string; name: string },
  to: string,
  id: string,
  language: Language,
  mail: { subject: string; blocks: Block[] },
  sender: ChannelSender,
): Promise<boolean> {
  const account = await channelAccount(shop.id, "email");
  const [part] = account ? adapters.email.render(mail.blocks, { language, shopName: shop.name }) : [];
  if (!account || !part) {
    log.warn("withdrawal-not-acknowledged", { shopId: shop.id, reason: "no mailbox connected" });
    return false;
  }
  const domain = account.externalId.split("@")[1] ?? "localhost";
  fault("withdrawal.before-send");
  const outcome = await sender.send({
    account,
    recipient: { kind: "email", externalId: to },
    part,
    deliveryId: id,
    author: "assistant",
    thread: { messageId: `<${id}@${domain}>`, references: [], subject: mail.subject },
  });
  fault("withdrawal.after-send");
  if (outcome.outcome === "accepted") return true;
  if (outcome.outcome === "unknown" || outcome.reason === "rate-limited" || outcome.reason === "unavailable") {
    throw new Error("A mail about a withdrawal could not be sent.");
  }
  // The address does not exist, or its host refuses us for good.
  log.warn("withdrawal-not-acknowledged", { shopId: shop.id, reason: outcome.reason });
  return false;
}

export const readLanguage = (language: string): Language => languages.find((one): one is Language => one === language) ?? "en";
