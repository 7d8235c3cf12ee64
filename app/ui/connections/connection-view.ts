import type { When } from "#app/ui/when.ts";

export type SendLine = { id: string; what: string; state: "waiting" | "sent" | "failed"; how: string; when: When };
export type ConnectionView = {
  id: string;
  kind: string;
  label: string;
  config: Record<string, string>;
  active: boolean;
  issue: string | null;
  /** Where the tool sends its own news; null for those that send none. */
  webhookUrl: string | null;
  /** Since when nothing was taken; null while it works. */
  failingSince: When | null;
};

const eventNames: Record<string, string> = {
  "case.opened": "Case opened",
  "case.escalated": "Case handed to staff",
  "case.assigned": "Case given to a person",
  "case.taken-over": "Case taken over by a person",
  "case.handed-back": "Case handed back to the assistant",
  "case.closed": "Case closed",
  "case.late": "A shopper waits too long",
  "case.rated": "Help was rated",
  "connection.test": "Test",
};
export const eventName = (type: string): string => eventNames[type] ?? "News of a case";

const errorNames: Record<string, string> = {
  "address-refused": "the address is not allowed",
  "private-address": "the address leads into a private network",
  "switched-off": "the connection was switched off",
  "no-mailbox": "no mailbox is connected under Channels",
  gone: "the receiver wants nothing more",
  timeout: "no answer within 10 seconds",
  enotfound: "the name is not known",
  econnrefused: "the connection was refused",
  econnreset: "the connection broke off",
};

/** Why a delivery was not taken, in words for the merchant. */
export function errorName(error: string | null): string {
  if (error === null) return "";
  if (error.startsWith("http-")) return `answered with ${error.slice("http-".length)}`;
  return errorNames[error] ?? "the receiver could not be reached";
}

/** "Taken", "Waiting for try 3: answered with 500", "Given up after 11 tries: …". */
export function howItWent(send: { state: string; attempts: number; error: string | null }): string {
  const why = send.error ? `: ${errorName(send.error)}` : "";
  if (send.state === "sent") return send.attempts > 1 ? `Taken at try ${send.attempts}` : "Taken";
  if (send.state === "failed") return `Not taken after ${send.attempts} ${send.attempts === 1 ? "try" : "tries"}${why}`;
  return send.attempts === 0 ? "On its way" : `Will be tried again (try ${send.attempts + 1})${why}`;
}
