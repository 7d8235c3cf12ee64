import { type Connection, secretsNow } from "#app/domain/connections/connections.server.ts";
import { sendWebhook } from "#app/integrations/webhooks/send.server.ts";
import { now } from "#app/platform/clock.ts";
import type { OutwardEvent } from "../../../prisma/generated/client.ts";
import type { SendResult } from "./send.server.ts";

/** One event to a webhook: taken is what is answered with 2xx, as Standard Webhooks has it. */
export async function tellWebhook(connection: Connection, event: OutwardEvent): Promise<SendResult> {
  const posted = await sendWebhook({ url: connection.credentials.url ?? "", secrets: secretsNow(connection, now()) }, event);
  if (posted.status === null) return { outcome: "failed", code: posted.code };
  const { status } = posted;
  if (status >= 200 && status < 300) return { outcome: "accepted", status };
  if (status === 410)
    return { outcome: "gone", status, issue: "The receiver answered that it wants nothing more (410). It was switched off." };
  return { outcome: "failed", code: `http-${status}`, status, retryAfterMs: posted.retryAfterMs };
}
