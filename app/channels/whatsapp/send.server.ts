import { graphHosts, postForm, postGraph } from "#app/integrations/meta/client.server.ts";
import { sendOutcome } from "#app/integrations/meta/outcome.ts";
import { list, record, text } from "#app/integrations/meta/payload.ts";
import type { ChannelSender, FileToSend, SendOutcome, SendRequest, SendsTyping } from "../channel.ts";
import { whatsAppUserId } from "./ids.ts";

/**
 * Sends through one phone number id; the account's credentials hold `accessToken`. The delivery's id travels with the
 * message and comes back in every status, which is how an unknown outcome is settled.
 */
export const whatsAppSender: ChannelSender & SendsTyping = {
  name: "whatsapp",

  async send({ account, recipient, part, files = [], deliveryId }: SendRequest): Promise<SendOutcome> {
    const body = await withMedia(account, part.body, files);
    if ("outcome" in body) return body.outcome;
    const answer = await postMessage(account, {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      ...addressOf(recipient),
      ...body.ready,
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

/** A file is brought to WhatsApp first; the message then names it. What was brought and not sent is gone there after 30 days. */
async function withMedia(
  account: SendRequest["account"],
  { files: named, ...body }: Record<string, unknown>,
  files: FileToSend[],
): Promise<{ ready: Record<string, unknown> } | { outcome: SendOutcome }> {
  if (named === undefined) return { ready: body };
  const [file] = files;
  if (!file) return { outcome: { outcome: "failed", reason: "rejected", code: "file-gone" } };
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", file.mimeType);
  form.set("file", new Blob([new Uint8Array(file.bytes)], { type: file.mimeType }), file.name);
  const path = `${encodeURIComponent(account.externalId)}/media`;
  const outcome = sendOutcome("whatsapp", await postForm(graphHosts.whatsapp, path, account.credentials.accessToken ?? "", form), (sent) =>
    text(record(sent)?.id),
  );
  if (outcome.outcome === "failed") return { outcome };
  // Whatever became of it, no message has gone out.
  if (outcome.outcome === "unknown") return { outcome: { ...outcome, outcome: "failed", reason: "unavailable", retryAfterMs: 5_000 } };
  const type = String(body.type);
  return { ready: { ...body, [type]: { ...record(body[type]), id: outcome.externalId } } };
}

/** A business-scoped id goes into `recipient`; a number, in digits, into `to`. With both, the number would win. */
function addressOf({ externalId }: SendRequest["recipient"]): { recipient: string } | { to: string } {
  return whatsAppUserId(externalId) ? { recipient: externalId } : { to: externalId.replace(/^\+/, "") };
}

function postMessage(account: SendRequest["account"], body: unknown) {
  return postGraph(graphHosts.whatsapp, `${encodeURIComponent(account.externalId)}/messages`, account.credentials.accessToken ?? "", body);
}
