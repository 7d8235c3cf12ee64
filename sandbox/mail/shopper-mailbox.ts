import { randomUUID } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime from "postal-mime";
import { mailDate } from "./envelope.ts";

/** A mail as the shopper's program shows it. */
export type ReceivedMail = {
  messageId: string;
  from: string;
  fromName: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Values in order, by lower-cased name. */
  headers: Record<string, string[]>;
  /** Addresses that can be followed, each once. */
  links: string[];
  /** Files, as they are when they are saved. */
  attachments: { fileName: string; mimeType: string; disposition: string; bytes: Buffer }[];
  at: Date;
  raw: Buffer;
};

export type MailToSend = {
  to: string;
  subject?: string;
  text?: string;
  html?: string;
  inReplyTo?: string;
  /** Answers this mail as a mail program does: to its Reply-To, with its subject, thread and words quoted. */
  replyTo?: ReceivedMail;
  /** The shop's server will find that the sender is not who the From says. */
  forged?: boolean;
  headers?: Record<string, string>;
  /** Files that go along; `inline`: shown inside the text, as ornaments of a signature are. */
  attachments?: { filename: string; content: Buffer; contentType?: string; inline?: boolean }[];
};

/** Hands a finished mail to the shop's provider. */
export type Post = (mail: { raw: Buffer; from: string; to: string; forged: boolean }) => void;

export class ShopperMailbox {
  readonly address: string;
  readonly inbox: ReceivedMail[] = [];
  private readonly listeners = new Set<(mail: ReceivedMail) => void>();
  private readonly post: Post;
  private readonly now: () => Date;

  constructor(address: string, post: Post, now: () => Date) {
    this.address = address;
    this.post = post;
    this.now = now;
  }

  /** Writes a mail and hands it over; returns its Message-ID. `to` may be left empty in an answer. */
  async send(mail: Omit<MailToSend, "to"> & { to?: string }): Promise<string> {
    const answered = mail.replyTo;
    const to = mail.to ?? (answered ? (answered.headers["reply-to"]?.[0] ?? answered.from) : undefined);
    if (!to) throw new Error("A mail needs an address to go to.");
    const messageId = `<${randomUUID()}@${this.address.slice(this.address.lastIndexOf("@") + 1)}>`;
    const inReplyTo = mail.inReplyTo ?? answered?.messageId;
    const references = answered ? [...(answered.headers.references?.[0]?.match(/<[^<>\s]+>/g) ?? []), answered.messageId] : [];
    const words = mail.text ?? (mail.html ? undefined : "");
    const raw = await new MailComposer({
      from: this.address,
      to,
      subject: mail.subject ?? (answered ? `Re: ${answered.subject.replace(/^Re: /, "")}` : ""),
      messageId,
      inReplyTo,
      references: references.length > 0 ? references : inReplyTo,
      date: this.now(),
      headers: mail.headers,
      text: words !== undefined && answered ? words + quoted(answered) : words,
      html: mail.html,
      attachments: mail.attachments?.map(({ inline, ...file }) => ({ ...file, ...(inline && { contentDisposition: "inline" as const }) })),
    })
      .compile()
      .build();
    this.post({ raw, from: this.address, to: addressIn(to), forged: mail.forged ?? false });
    return messageId;
  }

  async receive(raw: Buffer): Promise<void> {
    const mail = await readReceived(raw, this.now());
    this.inbox.push(mail);
    for (const listener of this.listeners) listener(mail);
  }

  onMail(listener: (mail: ReceivedMail) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function quoted(mail: ReceivedMail): string {
  const lines = mail.text
    .trimEnd()
    .split("\n")
    .map((line) => `> ${line}`);
  return `\n\nOn ${mailDate(mail.at)}, ${mail.fromName || mail.from} <${mail.from}> wrote:\n${lines.join("\n")}\n`;
}

async function readReceived(raw: Buffer, at: Date): Promise<ReceivedMail> {
  const email = await PostalMime.parse(raw);
  const headers: Record<string, string[]> = {};
  for (const { key, value } of email.headers) headers[key] = [...(headers[key] ?? []), value];
  const html = email.html ?? "";
  const text = email.text ?? "";
  const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
  const inText = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return {
    messageId: email.messageId ?? "",
    from: email.from?.address?.toLowerCase() ?? "",
    fromName: email.from?.name ?? "",
    to: email.to?.[0]?.address?.toLowerCase() ?? "",
    subject: email.subject ?? "",
    text,
    html,
    headers,
    links: [...new Set([...inHtml, ...inText])],
    attachments: email.attachments.map(({ filename, mimeType, disposition, content }) => ({
      fileName: filename ?? "",
      mimeType,
      disposition: disposition ?? "",
      bytes: Buffer.from(content as ArrayBuffer),
    })),
    at,
    raw,
  };
}

export function addressIn(text: string): string {
  return (/<([^<>]+)>/.exec(text)?.[1] ?? text).trim().toLowerCase();
}
