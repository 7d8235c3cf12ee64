import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { instagramAccountsIn } from "#app/channels/instagram/ids.ts";
import { whatsAppAccountsIn } from "#app/channels/whatsapp/ids.ts";
import { verificationChallenge, verifySignature } from "#app/integrations/meta/signature.ts";
import { env } from "#app/platform/env.ts";
import { log } from "#app/platform/log.ts";
import { answerText, header, parseJson, Refusal, readBody } from "./http.ts";
import { storeRawEvent } from "./raw-events.server.ts";

type MetaChannel = "instagram" | "whatsapp";
const megabyte = 1_000_000;

/** Meta's handshake when the webhook address is entered in its dashboard. */
export function verifyMetaWebhook(url: URL, response: ServerResponse): void {
  const challenge = verificationChallenge(url.searchParams, env.metaVerifyToken ? [env.metaVerifyToken] : []);
  if (challenge === null) throw new Refusal(403, "The verify token is not ours.");
  answerText(response, 200, challenge);
}

/** Stores one batch for each account in it. The raw bytes' hash names the batch: Meta repeats a batch unchanged. */
export async function receiveMetaWebhook(channel: MetaChannel, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readBody(request, megabyte);
  const secrets = [channel === "instagram" ? env.instagramAppSecret : env.metaAppSecret].filter((secret) => secret !== undefined);
  if (!verifySignature(raw, header(request, "x-hub-signature-256"), secrets)) throw new Refusal(401, "The signature is missing or wrong.");
  const body = parseJson(raw);
  const accounts = channel === "instagram" ? instagramAccountsIn(body) : whatsAppAccountsIn(body);
  if (accounts.length === 0) throw new Refusal(400, "The body names no account.");
  const externalId = createHash("sha256").update(raw).digest("base64url");
  const text = raw.toString("utf8");
  const outcomes = await Promise.all(
    accounts.map((account) =>
      storeRawEvent({ owner: { channel, account }, channel, account, externalId, body: text, task: "intake.channel" }),
    ),
  );
  accounts.forEach((account, place) => {
    if (outcomes[place] === "unknown-shop") log.warn("ingress-unknown-account", { channel, account });
  });
  if (outcomes.every((outcome) => outcome === "unknown-shop")) throw new Refusal(404, "No shop has connected this account.");
  answerText(response, 200, "ok");
}
