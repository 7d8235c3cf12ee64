/** What we keep of one mail: plain JSON, so that it can be stored as the raw event and read again later. */
export type ParsedMail = {
  /** Our own mailbox, lower-cased. */
  mailbox: string;
  from: { address: string; name: string } | null;
  /** Our own receiving server vouches that the From domain sent this mail (DMARC). Proves the domain, never the person. */
  authentic: boolean;
  /** Hash of what the sender wrote: equal for two deliveries of one mail, different for two mails that share a Message-ID. */
  fingerprint: string;
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  subject: string;
  /** Everything that was written. */
  text: string;
  /** Without quotes and signatures. */
  strippedText: string;
  attachments: MailAttachment[];
  /** The plus address of ours that the mail was sent to, lower-cased; `readReplyToken` reads it. */
  replyToken: string | null;
  /** Why no machine may answer this mail; null for a mail that a person wrote. */
  automatic: AutomaticReason | null;
  report: DeliveryReport | null;
  /** ISO 8601. */
  receivedAt: string;
  /** Set when limits or broken bytes kept us from reading all of it. */
  unreadable: "too-large" | "too-many-parts" | "broken" | null;
};

export type MailAttachment = { fileName: string | null; mimeType: string; size: number; inline: boolean; index: number };

export type AutomaticReason =
  | "no-sender"
  | "own-address"
  | "own-domain"
  | "auto-submitted"
  | "bulk"
  | "mailing-list"
  | "auto-reply"
  | "loop"
  | "bounce"
  | "no-reply-sender"
  | "delivery-report";

/** A delivery status notification (RFC 3464) about a mail of ours. */
export type DeliveryReport = {
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** Enhanced status, such as 5.1.1; empty when the server gave none. */
  status: string;
  detail: string;
  recipient: string;
  originalMessageId: string | null;
};

/** The stored body of one mail event. */
export type MailEvent = { mail: ParsedMail; uid: number; uidValidity: string };

/** Reads a stored body back; null when it is not one of ours. */
export function readMailEvent(body: unknown): MailEvent | null {
  if (typeof body !== "object" || body === null || !("mail" in body)) return null;
  const { mail } = body;
  if (typeof mail !== "object" || mail === null) return null;
  const needed = ["mailbox", "fingerprint", "subject", "text", "strippedText", "receivedAt"];
  const fields = new Map<string, unknown>(Object.entries(mail));
  const lists = ["references", "attachments"];
  const whole = needed.every((name) => typeof fields.get(name) === "string") && lists.every((name) => Array.isArray(fields.get(name)));
  return whole ? (body as MailEvent) : null;
}
