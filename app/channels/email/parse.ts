import type { InboundItem, Sender, Thread } from "../channel.ts";
import type { Attachment } from "../message.ts";
import { mailLimits } from "./mime-limits.ts";
import { type DeliveryReport, type MailAttachment, type MailEvent, type ParsedMail, readMailEvent } from "./parsed-mail.ts";

/**
 * One stored mail event becomes one item. An unauthenticated mail belongs to its own kind of sender, so that writing
 * "From: someone" never reaches what belongs to someone.
 */
export function parseEmail(body: unknown): InboundItem[] {
  const event = readMailEvent(body);
  if (!event) return [{ kind: "ignored", account: "", reason: "not a stored mail" }];
  const { mail } = event;
  if (mail.report?.originalMessageId) return [statusItem(mail, mail.report, mail.report.originalMessageId)];
  return [messageItem(event)];
}

const unifiedStatus = { failed: "failed", delayed: "sent", delivered: "delivered", relayed: "sent", expanded: "sent" } as const;

function statusItem(mail: ParsedMail, report: DeliveryReport, externalId: string): InboundItem {
  const raw = [report.action, report.status].filter(Boolean).join(" ");
  const trouble = report.action === "failed" || report.action === "delayed";
  return {
    kind: "status",
    account: mail.mailbox,
    externalId,
    status: { unified: unifiedStatus[report.action], raw },
    at: new Date(mail.receivedAt),
    ...(trouble && { error: { code: report.status || report.action, detail: report.detail || raw } }),
  };
}

function messageItem(event: MailEvent): InboundItem {
  const { mail } = event;
  const text = mail.strippedText;
  return {
    kind: "message",
    account: mail.mailbox,
    externalId: mail.messageId ? `${mail.messageId}#${mail.fingerprint}` : mail.fingerprint,
    sender: senderOf(mail),
    at: new Date(mail.receivedAt),
    content: {
      text,
      ...(mail.text !== text && { fullText: mail.text }),
      attachments: mail.attachments.map((attachment) => attachmentOf(attachment, event)),
      ...(mail.inReplyTo && { replyTo: mail.inReplyTo }),
      ...(mail.unreadable && { unsupported: unreadableWords[mail.unreadable] }),
      subject: mail.subject,
    },
    thread: threadOf(mail),
  };
}

const unreadableWords = {
  "too-large": "email too large to read in full",
  "too-many-parts": "email with too many parts",
  broken: "email that could not be read in full",
};

function senderOf(mail: ParsedMail): Sender {
  const { from } = mail;
  if (!from) return { kind: "email", externalId: `unverified:nobody-${mail.fingerprint}` };
  const externalId = mail.authentic ? from.address : `unverified:${from.address}`;
  return { kind: "email", externalId, label: from.name || from.address };
}

/** A mail without Message-ID gets one, the same at each reading, so that an answer can be tied to it on our side. */
function threadOf(mail: ParsedMail): Thread {
  return {
    messageId: mail.messageId ?? `<${mail.fingerprint}@${mail.mailbox.slice(mail.mailbox.lastIndexOf("@") + 1)}>`,
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
    references: mail.references,
    subject: mail.subject,
    ...(mail.replyToken && { replyToken: mail.replyToken }),
    automatic: mail.automatic !== null,
  };
}

/** A picture that was kept as it came in; else where to find the file again in the mailbox: uid validity, uid, place. */
function attachmentOf(attachment: MailAttachment, { uid, uidValidity }: MailEvent): Attachment {
  const family = attachment.mimeType.split("/")[0];
  const named = family === "image" || family === "audio" || family === "video" ? family : "file";
  return {
    kind: attachment.kept ? "image" : named,
    reference: attachment.kept ?? `imap:${uidValidity}/${uid}/${attachment.index}`,
    mimeType: attachment.mimeType,
    ...(attachment.size > mailLimits.picture && { size: attachment.size }),
    ...(attachment.fileName && { fileName: attachment.fileName }),
  };
}
