import { graphHosts, postGraph } from "#app/integrations/meta/client.server.ts";
import { sendOutcome } from "#app/integrations/meta/outcome.ts";
import { record, text } from "#app/integrations/meta/payload.ts";
import type { ChannelSender, SendOutcome, SendRequest, SendsTyping } from "../channel.ts";

/**
 * Sends by Instagram Login; the account's credentials hold `accessToken`. Instagram has no idempotency key:
 * an unknown outcome is settled by the echo.
 */
export const instagramSender: ChannelSender & SendsTyping = {
  name: "instagram",

  async send(request: SendRequest): Promise<SendOutcome> {
    const outcome = await post(request, request.part.body);
    if (request.author !== "staff" || outcome.outcome !== "failed" || outcome.reason !== "window-closed") return outcome;
    // Only words written by a person may use the seven-day window; it needs a permission the account may lack.
    const tagged = await post(request, { ...request.part.body, messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" });
    return tagged.outcome === "failed" && tagged.reason === "account" ? outcome : tagged;
  },

  async sendTyping({ account, recipient }): Promise<void> {
    await postMessage(account, { recipient: { id: recipient.externalId }, sender_action: "typing_on" });
  },
};

async function post({ account, recipient }: SendRequest, body: Record<string, unknown>): Promise<SendOutcome> {
  const answer = await postMessage(account, { recipient: { id: recipient.externalId }, ...body });
  return sendOutcome("instagram", answer, (sent) => text(record(sent)?.message_id));
}

function postMessage(account: SendRequest["account"], body: unknown) {
  return postGraph(graphHosts.instagram, `${encodeURIComponent(account.externalId)}/messages`, account.credentials.accessToken ?? "", body);
}
