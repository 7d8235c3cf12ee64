import type { SendOutcome } from "#app/channels/channel.ts";

/** What nodemailer says of a failed attempt. */
export type SmtpFailure = { code?: string; command?: string; responseCode?: number; response?: string };

const afterRefusal = 5 * 60_000;
const afterNoConnection = 60_000;

/**
 * Turns a failed attempt into an outcome. A reply with a number is the server's word and final: 4xx means later,
 * 5xx means no. Silence is harmless until the message's own bytes went out; from then on the server may hold the mail
 * without our having heard the 250, and the outcome is unknown.
 */
export function smtpOutcome(failure: SmtpFailure, contentStarted: boolean): SendOutcome {
  const { code = "", command = "", responseCode } = failure;
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})/.exec(failure.response ?? "")?.[1];
  const word = responseCode ? `smtp-${responseCode}${enhanced ? `-${enhanced}` : ""}` : `smtp-${(code || "error").toLowerCase()}`;
  const temporary = responseCode !== undefined && responseCode >= 400 && responseCode < 500;
  if (temporary) return { outcome: "failed", reason: "unavailable", code: word, retryAfterMs: afterRefusal };
  if (code === "EAUTH" || code === "ENOAUTH" || code === "ETLS" || command.startsWith("AUTH")) {
    return { outcome: "failed", reason: "account", code: word };
  }
  if (responseCode !== undefined && responseCode >= 500) {
    return { outcome: "failed", reason: isAboutRecipient(command, enhanced) ? "recipient" : "rejected", code: word };
  }
  if (contentStarted) return { outcome: "unknown", code: `${word}-after-data` };
  if (code === "EENVELOPE") return { outcome: "failed", reason: "recipient", code: word };
  return { outcome: "failed", reason: "unavailable", code: word, retryAfterMs: afterNoConnection };
}

/** 5.1.x: no such address; 5.2.x: that mailbox takes nothing. Some servers say so only after DATA. */
function isAboutRecipient(command: string, enhanced: string | undefined): boolean {
  return command === "RCPT TO" || /^5\.[12]\./.test(enhanced ?? "");
}
