import { emailAdapter } from "#app/channels/email/adapter.ts";
import { channelAdapterContract } from "#tests/contracts/channel-adapter.ts";
import { eventOf } from "./mail-factory.ts";

const names = ["reply-with-quoted-thread", "reply-gmail-spanish-html", "auto-reply", "bounce", "encoded-words", "plus-address-lost"];
const [reply, ...others] = await Promise.all(names.map(eventOf));
const broken = { ...reply, mail: { ...reply?.mail, unreadable: "broken" } };
const textOf = (part: { body: Record<string, unknown> }) => String(part.body.text);

/** The words a reader of the HTML sees, with the addresses behind buttons. */
function readHtml(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, "")
    .replace(/<a [^>]*href="([^"]*)"[^>]*>/g, " $1 ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_entity, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "");
}

const samples = {
  batch: { body: reply, messageIds: [`<ada-1@example.com>#${reply?.mail.fingerprint}`] },
  unsupported: [broken],
  others,
  texts: (part: { body: Record<string, unknown> }) => [textOf(part)],
  /** Gmail clips longer mails. */
  refusal: (part: { body: Record<string, unknown> }) => (Buffer.byteLength(String(part.body.html)) > 102_000 ? "clipped" : null),
};

channelAdapterContract("email, plain text", emailAdapter, { ...samples, shown: textOf });
channelAdapterContract("email, HTML", emailAdapter, { ...samples, shown: (part) => readHtml(String(part.body.html)) });
