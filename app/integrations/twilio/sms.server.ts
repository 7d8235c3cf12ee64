import type { SendOutcome } from "#app/channels/channel.ts";

export type SmsAccount = { externalId: string; config: Record<string, string>; credentials: Record<string, string> };

const timeoutMs = 10_000;
const second = 1000;

/** Numbers that get no SMS: opted out, malformed, no mobile, a country that is switched off or cannot be reached. */
const recipientCodes = new Set([21211, 21217, 21408, 21421, 21610, 21612, 21614]);
/** Account, token or sender number; somebody of the shop has to look at it. */
const accountCodes = new Set([20003, 20005, 20008, 21212, 21603, 21606, 21659, 21660, 30002]);

/**
 * Sends one SMS through the shop's own Twilio account. Twilio has no idempotency key for messages: after an unknown outcome
 * only a text that may arrive twice (a code with the same digits) may be sent again. Never throws.
 */
export async function sendSms(account: SmsAccount, to: string, text: string): Promise<SendOutcome> {
  const accountSid = account.config.accountSid ?? "";
  const key = Buffer.from(`${accountSid}:${account.credentials.authToken ?? ""}`).toString("base64");
  try {
    const response = await fetch(`https://api.twilio.com/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`, {
      method: "POST",
      headers: { authorization: `Basic ${key}` },
      body: new URLSearchParams({ To: to, From: account.externalId, Body: text }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return outcomeOf(response.status, parse(await response.text()), response.headers.get("retry-after"));
  } catch (error) {
    return { outcome: "unknown", code: error instanceof Error ? error.name : "network" };
  }
}

function outcomeOf(status: number, body: Record<string, unknown>, retryAfter: string | null): SendOutcome {
  if (status === 201 || status === 200) {
    return typeof body.sid === "string" ? { outcome: "accepted", externalId: body.sid } : { outcome: "unknown", code: "no-sid" };
  }
  const vendorCode = Number(body.code);
  const code = Number.isInteger(vendorCode) ? String(vendorCode) : `http-${status}`;
  if (status === 429) return { outcome: "failed", reason: "rate-limited", code, retryAfterMs: (Number(retryAfter) || 5) * second };
  if (status >= 500) return { outcome: "unknown", code };
  if (recipientCodes.has(vendorCode)) return { outcome: "failed", reason: "recipient", code };
  if (status === 401 || status === 403 || accountCodes.has(vendorCode)) return { outcome: "failed", reason: "account", code };
  return { outcome: "failed", reason: "rejected", code };
}

function parse(raw: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(raw);
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
