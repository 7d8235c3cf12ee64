import { now } from "#app/platform/clock.ts";
import { type Posted, postOutside } from "#app/platform/post-outside.server.ts";
import { signedHeaders } from "./signature.server.ts";

export type WebhookTarget = { url: string; secrets: string[] };
export type WebhookEvent = { id: string; type: string; at: Date; data: unknown };

/** Posts one event, signed under every secret that is valid now. A repeat has the same id and the same body. Never throws. */
export function sendWebhook({ url, secrets }: WebhookTarget, event: WebhookEvent): Promise<Posted> {
  const body = JSON.stringify({ type: event.type, timestamp: event.at.toISOString(), data: event.data });
  const headers = {
    "content-type": "application/json",
    "user-agent": "Onethread-Webhooks/1",
    ...signedHeaders(secrets, event.id, now(), body),
  };
  return postOutside(url, headers, body);
}
