import { graphHosts, postGraph } from "#app/integrations/meta/client.server.ts";
import { sendOutcome } from "#app/integrations/meta/outcome.ts";
import { list, record, text } from "#app/integrations/meta/payload.ts";
import type { ChannelSender, SendOutcome, SendRequest, SendsTyping } from "../channel.ts";
import { whatsAppUserId } from "./ids.ts";

/**
 * Sends through one phone number id; the account's credentials hold `accessToken`. The delivery's id travels with the
 * message and comes back in every status, which is how an unknown outcome is settled.
 */
export const whatsAppSender: ChannelSender & SendsTyping = {
  name: "whatsapp",

  async send({ account, recipient, part, deliveryId }: SendRequest): Promise<SendOutcome> {
    const answer = await postMessage(account, {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      ...addressOf(recipient),
      ...part.body,
      biz_opaque_callback_data: deliveryId,
    });
    return sendOutcome("whatsapp", answer, (sent) => text(record(list(record(sent)?.messages)[0])?.id));
  },

  /** Also marks the message and all before it as read. */
  async sendTyping({ account, lastMessageId }): Promise<void> {
    const typing = { status: "read", message_id: lastMessageId, typing_indicator: { type: "text" } };
    await postMessage(account, { messaging_product: "whatsapp", ...typing });
  },
};

/** A business-scoped id goes into `recipient`; a number, in digits, into `to`. With both, the number would win. */
function addressOf({ externalId }: SendRequest["recipient"]): { recipient: string } | { to: string } {
  return whatsAppUserId(externalId) ? { recipient: externalId } : { to: externalId.replace(/^\+/, "") };
}

function postMessage(account: SendRequest["account"], body: unknown) {
  return postGraph(graphHosts.whatsapp, `${encodeURIComponent(account.externalId)}/messages`, account.credentials.accessToken ?? "", body);
}
