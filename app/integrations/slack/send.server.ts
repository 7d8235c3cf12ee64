import { slackAddress } from "./address.ts";

const timeoutMs = 10_000;

export type SlackOutcome =
  | { outcome: "accepted"; status: number }
  | { outcome: "failed"; code: string; status?: number; retryAfterMs?: number }
  /** The webhook or its channel is no longer there. */
  | { outcome: "gone"; status: number };

/** Posts one message to an incoming webhook of Slack. Slack knows no idempotency key: a lost answer may mean a second message. */
export async function postToSlack(address: string, text: string): Promise<SlackOutcome> {
  if (!slackAddress.test(address)) return { outcome: "failed", code: "address-refused" };
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text, unfurl_links: false }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status } = response;
    await response.body?.cancel();
    if (status === 200) return { outcome: "accepted", status };
    // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks: no_service, action_prohibited, channel_is_archived
    if (status === 403 || status === 404 || status === 410) return { outcome: "gone", status };
    const seconds = Number(response.headers.get("retry-after"));
    return { outcome: "failed", code: `http-${status}`, status, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
  } catch (error) {
    return { outcome: "failed", code: error instanceof Error && error.name === "TimeoutError" ? "timeout" : "network" };
  }
}

/** Plain words inside of Slack's markup. */
export function slackText(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
