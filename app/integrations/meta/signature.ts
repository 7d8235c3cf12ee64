import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether `X-Hub-Signature-256` was made over these very bytes with one of the app secrets (two while one is being replaced).
 * Meta signs the body as it wrote it, with non-ASCII letters escaped: never sign a parsed body again.
 */
export function verifySignature(rawBody: Uint8Array | string, header: string | null | undefined, secrets: string[]): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? "")?.[1];
  if (!given) return false;
  const digest = Buffer.from(given, "hex");
  let valid = false;
  for (const secret of secrets) {
    if (secret && timingSafeEqual(createHmac("sha256", secret).update(rawBody).digest(), digest)) valid = true;
  }
  return valid;
}

/** The header Meta would send. For tests and the sandbox. */
export function signBody(rawBody: Uint8Array | string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(rawBody).digest("hex")}`;
}

/** Answers Meta's `GET ?hub.mode=subscribe` when a webhook is set up: the challenge to echo as plain text, or null to refuse with 403. */
export function verificationChallenge(query: URLSearchParams, verifyTokens: string[]): string | null {
  const token = query.get("hub.verify_token") ?? "";
  const challenge = query.get("hub.challenge");
  if (query.get("hub.mode") !== "subscribe" || !challenge || !token) return null;
  return verifyTokens.filter((known) => known && equalText(known, token)).length > 0 ? challenge : null;
}

/** Compares in a time that depends on neither text: both are hashed to one length first. */
function equalText(one: string, other: string): boolean {
  const hash = (text: string) => createHmac("sha256", "verify-token").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
