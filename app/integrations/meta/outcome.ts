import type { SendOutcome } from "#app/channels/channel.ts";
import type { GraphAnswer } from "./client.server.ts";

/** What Meta's error codes mean for a delivery. The same numbers come in an answer and in a later `failed` status. */
export type Refusal = Extract<SendOutcome, { outcome: "failed" }>["reason"];

const second = 1000;
const minute = 60 * second;

/** Rate codes with how long to wait when Meta does not say. The pair limit (131056) is one message per six seconds. */
const rateCodes: Record<number, number> = {
  4: minute,
  17: minute,
  32: minute,
  341: minute,
  613: minute,
  80007: minute,
  130429: 2 * second,
  131048: 10 * minute,
  131056: 6 * second,
};

const transientCodes: Record<number, number> = { 131000: 5 * second, 131016: 30 * second, 131053: 5 * second, 131057: 5 * minute };

const accountCodes = new Set([
  0, 3, 102, 190, 368, 130497, 131005, 131031, 131037, 131042, 131044, 131045, 131064, 133010, 133016, 2494100,
]);

const recipientCodes = new Set([551, 130472, 131021, 131026, 131030, 131049, 131050, 131062]);

const windowSubcodes = new Set([2534022, 2018278]);
const noSuchUser = new Set([2018001, 2534014]);

/** Sorts an error code. `channel` matters for 10: outside the window on Instagram, a missing permission on WhatsApp. */
export function classifyError(
  channel: "instagram" | "whatsapp",
  error: { code: number; subcode?: number; message?: string; status?: number },
): { reason: Refusal; retryAfterMs?: number } {
  const { code, subcode = 0, message = "", status = 0 } = error;
  if (code === 131047 || windowSubcodes.has(subcode)) return { reason: "window-closed" };
  if (code === 10 && channel === "instagram" && !/permission|capability/i.test(message)) return { reason: "window-closed" };
  const rate = rateCodes[code] ?? (status === 429 ? minute : undefined);
  if (rate !== undefined) return { reason: "rate-limited", retryAfterMs: rate };
  const transient = transientCodes[code];
  if (transient !== undefined) return { reason: "unavailable", retryAfterMs: transient };
  if (recipientCodes.has(code) || noSuchUser.has(subcode)) return { reason: "recipient" };
  if (status === 401 || code === 10 || (code >= 200 && code <= 299) || accountCodes.has(code)) return { reason: "account" };
  return { reason: "rejected" };
}

/** How a delivery ended, from the answer to its send. `messageId` reads the vendor's id out of a good answer. */
export function sendOutcome(
  channel: "instagram" | "whatsapp",
  answer: GraphAnswer,
  messageId: (body: unknown) => string | undefined,
): SendOutcome {
  if (answer.kind === "not-sent") return { outcome: "failed", reason: "unavailable", code: answer.code, retryAfterMs: 5 * second };
  if (answer.kind === "lost") return { outcome: "unknown", code: answer.code };
  if (answer.kind === "ok") {
    const externalId = messageId(answer.body);
    return externalId ? { outcome: "accepted", externalId } : { outcome: "unknown", code: "no-message-id" };
  }
  const { reason, retryAfterMs: usual } = classifyError(channel, answer);
  const code = answer.subcode ? `${answer.code}/${answer.subcode}` : answer.code < 0 ? `http-${answer.status}` : String(answer.code);
  // "An unknown error" with 5xx says nothing about whether the message went out.
  if (answer.status >= 500 && reason === "rejected") return { outcome: "unknown", code };
  const retryAfterMs = usual === undefined ? undefined : (answer.retryAfterMs ?? usual);
  return { outcome: "failed", reason, code, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
