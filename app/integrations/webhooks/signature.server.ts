import { createHmac, randomBytes } from "node:crypto";

/** "whsec_" and 32 random bytes in base64, as Standard Webhooks has it: https://www.standardwebhooks.com */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** The three headers that let a receiver tell that a body is ours, when it left, and whether it came before. */
export function signedHeaders(secrets: string[], id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
