import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { instagramParts } from "#app/channels/instagram/parts.ts";
import { whatsAppParts } from "#app/channels/whatsapp/parts.ts";
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

/** Two while one is being replaced. */
function secretsOf(channel: MetaChannel): (string | undefined)[] {
  return channel === "instagram"
    ? [env.instagramAppSecret, env.instagramPreviousAppSecret]
    : [env.metaAppSecret, env.metaPreviousAppSecret];
}

/**
 * The first time that a body names, seconds or milliseconds. In front of a batch's hash it lets the keys of what comes together
 * lie together: each event would write another page of the index otherwise, which is most of what a commit hands to the disk.
 */
const firstTime = /"time(?:stamp)?":\s*"?(\d{10,13})\b/;

/** Names a batch by its raw bytes: Meta repeats a batch unchanged. */
function nameOf(raw: Buffer, text: string): string {
  return `${firstTime.exec(text)?.[1] ?? ""}:${createHash("sha256").update(raw).digest("base64url")}`;
}

/** Stores what a batch says about each person for itself, so that intake keeps each one's order and nobody waits for others. */
export async function receiveMetaWebhook(channel: MetaChannel, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readBody(request, megabyte);
  const secrets = secretsOf(channel).filter((secret) => secret !== undefined);
  if (!verifySignature(raw, header(request, "x-hub-signature-256"), secrets)) throw new Refusal(401, "The signature is missing or wrong.");
  const body = parseJson(raw);
  const parts = channel === "instagram" ? instagramParts(body) : whatsAppParts(body);
  if (parts.length === 0) throw new Refusal(400, "The body names no account.");
  const text = raw.toString("utf8");
  const name = nameOf(raw, text);
  const outcomes = await Promise.all(
    parts.map(({ account, correspondent, body: part }) =>
      storeRawEvent({
        owner: { channel, account },
        channel,
        account,
        correspondent,
        externalId: parts.length === 1 ? name : `${name}:${correspondent}`,
        body: parts.length === 1 ? text : JSON.stringify(part),
        task: "intake.channel",
      }),
    ),
  );
  const unknown = parts.filter((_, place) => outcomes[place] === "unknown-shop").map(({ account }) => account);
  for (const account of new Set(unknown)) log.warn("ingress-unknown-account", { channel, account });
  if (unknown.length === parts.length) throw new Refusal(404, "No shop has connected this account.");
  answerText(response, 200, "ok");
}
