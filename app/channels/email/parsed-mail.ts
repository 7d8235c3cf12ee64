import { z } from "zod";

const attachment = z.object({
  fileName: z.string().nullable(),
  mimeType: z.string(),
  size: z.number(),
  inline: z.boolean(),
  /** Its place among the attachments of the mail. */
  index: z.number(),
  /** The name under which its bytes were kept, when it may be a picture. */
  kept: z.string().optional(),
});

/** A delivery status notification (RFC 3464) about a mail of ours. */
const deliveryReport = z.object({
  action: z.enum(["failed", "delayed", "delivered", "relayed", "expanded"]),
  /** Enhanced status, such as 5.1.1; empty when the server gave none. */
  status: z.string(),
  detail: z.string(),
  recipient: z.string(),
  originalMessageId: z.string().nullable(),
});

/** Why no machine may answer a mail. */
const automaticReason = z.enum([
  "no-sender",
  "own-address",
  "own-domain",
  "auto-submitted",
  "bulk",
  "mailing-list",
  "auto-reply",
  "loop",
  "bounce",
  "no-reply-sender",
  "delivery-report",
]);

const parsedMail = z.object({
  /** Our own mailbox, lower-cased. */
  mailbox: z.string(),
  from: z.object({ address: z.string().min(1), name: z.string() }).nullable(),
  /** Our own receiving server vouches that the From domain sent this mail (DMARC). Proves the domain, never the person. */
  authentic: z.boolean(),
  /** Hash of what the sender wrote: equal for two deliveries of one mail, different for two mails that share a Message-ID. */
  fingerprint: z.string().min(1),
  messageId: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  subject: z.string(),
  /** Everything that was written. */
  text: z.string(),
  /** Without quotes and signatures. */
  strippedText: z.string(),
  attachments: z.array(attachment),
  /** The plus address of ours that the mail was sent to, lower-cased; `readReplyToken` reads it. */
  replyToken: z.string().nullable(),
  /** Null for a mail that a person wrote. */
  automatic: automaticReason.nullable(),
  report: deliveryReport.nullable(),
  receivedAt: z.iso.datetime(),
  /** Set when limits or broken bytes kept us from reading all of it. */
  unreadable: z.enum(["too-large", "too-many-parts", "broken"]).nullable(),
});

const mailEvent = z.object({ mail: parsedMail, uid: z.number(), uidValidity: z.string() });

/** What we keep of one mail: plain JSON, so that it can be stored as the raw event and read again later. */
export type ParsedMail = z.infer<typeof parsedMail>;
export type MailAttachment = z.infer<typeof attachment>;
export type AutomaticReason = z.infer<typeof automaticReason>;
export type DeliveryReport = z.infer<typeof deliveryReport>;
/** The stored body of one mail event. */
export type MailEvent = z.infer<typeof mailEvent>;

/** Reads a stored body back; null when it is not one of ours. */
export function readMailEvent(body: unknown): MailEvent | null {
  const read = mailEvent.safeParse(body);
  return read.success ? read.data : null;
}
