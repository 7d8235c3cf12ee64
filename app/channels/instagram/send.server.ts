import { graphHosts, postGraph } from "#app/integrations/meta/client.server.ts";
import { sendOutcome } from "#app/integrations/meta/outcome.ts";
import { record, text } from "#app/integrations/meta/payload.ts";
import type { ChannelSender, FileToSend, SendOutcome, SendRequest, SendsTyping } from "../channel.ts";

/**
 * Sends by Instagram Login; the account's credentials hold `accessToken`. Instagram has no idempotency key:
 * an unknown outcome is settled by the echo.
 */
export const instagramSender: ChannelSender & SendsTyping = {
  name: "instagram",

  async send(request: SendRequest): Promise<SendOutcome> {
    const body = withPicture(request.part.body, request.files ?? []);
    if (!body) return { outcome: "failed", reason: "rejected", code: "file-gone" };
    const outcome = await post(request, body);
    if (request.author !== "staff" || outcome.outcome !== "failed" || outcome.reason !== "window-closed") return outcome;
    // Only words written by a person may use the seven-day window; it needs a permission the account may lack.
    const tagged = await post(request, { ...body, messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" });
    return tagged.outcome === "failed" && tagged.reason === "account" ? outcome : tagged;
  },

  async sendTyping({ account, recipient }): Promise<void> {
    await postMessage(account, { recipient: { id: recipient.externalId }, sender_action: "typing_on" });
  },
};

/** Instagram fetches a picture by its address. Null where the picture is no longer kept. */
function withPicture({ files: named, ...body }: Record<string, unknown>, files: FileToSend[]): Record<string, unknown> | null {
  if (named === undefined) return body;
  const [file] = files;
  return file ? { ...body, message: { attachment: { type: "image", payload: { url: file.url } } } } : null;
}

async function post({ account, recipient }: SendRequest, body: Record<string, unknown>): Promise<SendOutcome> {
  const answer = await postMessage(account, { recipient: { id: recipient.externalId }, ...body });
  return sendOutcome("instagram", answer, (sent) => text(record(sent)?.message_id));
}

function postMessage(account: SendRequest["account"], body: unknown) {
  return postGraph(graphHosts.instagram, `${encodeURIComponent(account.externalId)}/messages`, account.credentials.accessToken ?? "", body);
}
