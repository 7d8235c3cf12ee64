import { createHash } from "node:crypto";
import PostalMime, { type Attachment, decodeWords, type Email } from "postal-mime";
import { now } from "#app/platform/clock.ts";
import { pictureKind } from "#app/platform/picture-kind.ts";
import { domainOf, normalAddress, readFrom } from "./address.ts";
import { isAuthenticated } from "./authentication-results.ts";
import { automaticReason, type HeaderReader } from "./automatic.ts";
import { readDeliveryReport } from "./delivery-report.ts";
import { htmlToPlainText } from "./html-text.ts";
import { headerSection, mailLimits, withinLimits } from "./mime-limits.ts";
import type { DeliveryReport, MailAttachment, ParsedMail } from "./parsed-mail.ts";
import { stripReply, tidy, withoutOwnName } from "./reply-text.ts";

/** The mailbox a mail came to. `trustedAuthServer`: the name its receiving server signs verdicts with, e.g. mx.google.com. */
export type Mailbox = { address: string; trustedAuthServer: string };

/** The bytes of an attachment that is, or claims to be, a picture. */
export type MailPicture = { index: number; bytes: Uint8Array };

/** Reads one raw mail. Whatever bytes it is made of, a mail comes back: what cannot be read is said in `unreadable`. */
export async function parseMail(raw: Buffer, mailbox: Mailbox): Promise<ParsedMail> {
  return (await parseMailWithPictures(raw, mailbox)).mail;
}

/** The same with its pictures, for whoever keeps them. */
export async function parseMailWithPictures(raw: Buffer, mailbox: Mailbox): Promise<{ mail: ParsedMail; pictures: MailPicture[] }> {
  const limited = withinLimits(raw);
  const { email, broken } = await parseMime(limited.raw);
  const header: HeaderReader = (name) => email.headers.filter((one) => one.key === name).map((one) => one.value);
  const own = mailbox.address.toLowerCase();
  const froms = header("from");
  const from = readFrom(froms[0] ?? "");
  const exact = froms.length === 1 && from?.exact === true;
  const authentic =
    exact && isAuthenticated(header("authentication-results"), mailbox.trustedAuthServer, from ? domainOf(from.address) : "");
  const { text, strippedText } = readText(email);
  const sender = from && { address: from.address, name: displayName(froms[0] ?? "") };
  const report = readReport(header, email.attachments);
  const mail = {
    mailbox: own,
    from: sender,
    authentic,
    messageId: messageIds(header("message-id")).at(0) ?? null,
    inReplyTo: messageIds(header("in-reply-to")).at(0) ?? null,
    references: references(header("references")),
    subject: oneLine(email.subject ?? "").slice(0, 500),
    text,
    strippedText: withoutOwnName(strippedText, sender),
    attachments: email.attachments.slice(0, mailLimits.attachments).map(describeAttachment),
    replyToken: ownPlusAddress(header, own),
    automatic: report ? ("delivery-report" as const) : automaticReason(header, from?.address ?? null, own, email.subject ?? ""),
    report,
    receivedAt: receivedAt(header).toISOString(),
    unreadable: limited.exceeded ?? (broken ? ("broken" as const) : null),
  };
  return { mail: { ...mail, fingerprint: fingerprint(mail, header("date")[0] ?? "") }, pictures: picturesIn(email.attachments) };
}

/** Told by the bytes, or by what the sender says they are. The small ones inside the text are ornaments of a signature. */
function picturesIn(attachments: Attachment[]): MailPicture[] {
  const found = attachments.slice(0, mailLimits.attachments).flatMap((attachment, index) => {
    const bytes = typeof attachment.content === "string" ? null : new Uint8Array(attachment.content);
    const { inline, mimeType } = describeAttachment(attachment, index);
    if (!bytes || bytes.length > mailLimits.picture || (inline && bytes.length < mailLimits.ornament)) return [];
    return pictureKind(bytes) || mimeType.startsWith("image/") ? [{ index, bytes }] : [];
  });
  return found.slice(0, mailLimits.pictures);
}

async function parseMime(raw: Buffer): Promise<{ email: Email; broken: boolean }> {
  const options = {
    maxNestingDepth: mailLimits.depth,
    maxHeadersSize: mailLimits.headers,
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
  } as const;
  try {
    return { email: await PostalMime.parse(raw, options), broken: false };
  } catch {
    // Too deep, or headers without end: who wrote and about what can still be shown.
    const email = await PostalMime.parse(headerSection(raw), { ...options, maxHeadersSize: 2 * mailLimits.headers }).catch(() => null);
    return { email: email ?? { headers: [], headerLines: [], attachments: [] }, broken: true };
  }
}

function readText(email: Email): { text: string; strippedText: string } {
  const plain = tidy((email.text ?? "").slice(0, mailLimits.text));
  if (plain.trim() || !email.html) return { text: plain, strippedText: stripReply(plain) };
  const full = tidy(htmlToPlainText(email.html, "keep").slice(0, mailLimits.text));
  const own = htmlToPlainText(email.html, "drop").slice(0, mailLimits.text);
  return { text: full, strippedText: stripReply(own) || stripReply(full) };
}

function readReport(header: HeaderReader, attachments: Attachment[]): DeliveryReport | null {
  if (!header("content-type").some((value) => /^\s*multipart\/report/i.test(value))) return null;
  const status = attachments.find((one) => /^message\/(?:global-)?delivery-status$/.test(one.mimeType));
  const original = attachments.find((one) =>
    /^(?:message\/(?:rfc822|global)|(?:text|message)\/(?:rfc822|global)-headers)$/.test(one.mimeType),
  );
  return status ? readDeliveryReport(contentText(status), original ? contentText(original) : "") : null;
}

function contentText(attachment: Attachment): string {
  return typeof attachment.content === "string" ? attachment.content : Buffer.from(new Uint8Array(attachment.content)).toString("utf8");
}

function describeAttachment(attachment: Attachment, index: number): MailAttachment {
  const { content } = attachment;
  return {
    fileName: attachment.filename === null ? null : oneLine(attachment.filename).slice(0, 200),
    mimeType: /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(attachment.mimeType) ? attachment.mimeType : "application/octet-stream",
    size: typeof content === "string" ? content.length : content.byteLength,
    inline: attachment.disposition === "inline" || attachment.related === true,
    index,
  };
}

function displayName(from: string): string {
  const name =
    /^([^<]*)</
      .exec(from)?.[1]
      ?.trim()
      .replace(/^"(.*)"$/s, "$1")
      .replace(/\\(.)/g, "$1") ?? "";
  return oneLine(decodeWords(name)).slice(0, 100);
}

/** Our own plus address, wherever a server noted it; an address of someone else's is not ours to read. */
function ownPlusAddress(header: HeaderReader, mailbox: string): string | null {
  const [local = "", domain = ""] = mailbox.split("@");
  const values = ["delivered-to", "x-original-to", "envelope-to", "to", "cc"].flatMap(header).join(" ").slice(0, 20_000);
  for (const found of values.toLowerCase().matchAll(/[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,190}/g)) {
    const address = normalAddress(found[0]);
    if (address?.startsWith(`${local}+c_`) && domainOf(address) === domain) return address;
  }
  return null;
}

function messageIds(values: string[]): string[] {
  return values.flatMap((value) => value.slice(0, 50_000).match(/<[^<>\s]{1,250}>/g) ?? []);
}

function references(values: string[]): string[] {
  const all = [...new Set(messageIds(values))];
  return all.length <= mailLimits.references ? all : [...all.slice(0, 1), ...all.slice(1 - mailLimits.references)];
}

/** Our server's own stamp; the Date header is the sender's word and may lie in the future. */
function receivedAt(header: HeaderReader): Date {
  const stamp = header("received")[0];
  const candidates = [stamp?.slice(stamp.lastIndexOf(";") + 1), header("date")[0]].map(
    (text) => new Date((text ?? "").replace(/\([^)]*\)/g, "")),
  );
  const present = now().getTime();
  return candidates.find((date) => date.getTime() > 0 && date.getTime() <= present + 3_600_000) ?? new Date(present);
}

function fingerprint(
  mail: Pick<ParsedMail, "from" | "authentic" | "messageId" | "subject" | "text" | "attachments">,
  date: string,
): string {
  const { from, authentic, messageId, subject, text, attachments } = mail;
  const facts = [from?.address, authentic, messageId, subject, text, date, attachments];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 24);
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
