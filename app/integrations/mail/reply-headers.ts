import { createHash } from "node:crypto";
import type { SendRequest } from "#app/channels/channel.ts";
import { plainName } from "#app/channels/plain-name.ts";

/** Headers that tie an answer to its thread and keep two machines from talking to each other. */
export type ReplyHeaders = {
  messageId: string;
  subject: string;
  inReplyTo?: string;
  references: string[];
  replyTo?: string;
  headers: Record<string, string>;
};

const maxReferences = 20;

/** Pure: the same request always yields the same headers, so a retry carries the Message-ID of the first attempt. */
export function replyHeaders(request: Pick<SendRequest, "account" | "author" | "deliveryId" | "thread">): ReplyHeaders {
  const { account, author, thread } = request;
  const parent = thread?.inReplyTo && isMessageId(thread.inReplyTo) ? thread.inReplyTo : undefined;
  const known = (thread?.references ?? []).filter(isMessageId);
  const answers = parent !== undefined || known.length > 0;
  return {
    messageId: thread && isMessageId(thread.messageId) ? thread.messageId : ownMessageId(request.deliveryId, account.externalId),
    subject: answers ? replySubject(thread?.subject ?? "") : oneLine(thread?.subject ?? ""),
    ...(parent && { inReplyTo: parent }),
    references: capReferences([...known.filter((id) => id !== parent), ...(parent ? [parent] : [])]),
    ...(thread?.replyTo && { replyTo: thread.replyTo }),
    // A person's answer is no automatic mail: marking it would keep it from reaching some inboxes.
    headers: author === "assistant" ? { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } : {},
  };
}

/** The first names the thread, the last ones its present branch. */
export function capReferences(references: string[]): string[] {
  const distinct = [...new Set(references)];
  return distinct.length <= maxReferences ? distinct : [...distinct.slice(0, 1), ...distinct.slice(1 - maxReferences)];
}

/**
 * One `Re:`, whatever prefixes clients of other languages have piled up. Without links: whoever forges a sender's address would
 * have us send his link there, under our name.
 */
export function replySubject(subject: string): string {
  const bare = oneLine(subject).replace(/^(?:(?:re|aw|antw|antwort|rv|res|rif|réf|sv|betr)(?:\[\d{1,3}\])?\s*[:：]\s*)+/iu, "");
  return `Re: ${plainName(bare)}`.trim();
}

function isMessageId(text: string): boolean {
  return /^<[^<>\s]{1,250}>$/.test(text);
}

/** Never random: without a planned Message-ID the delivery's own id gives one that every retry repeats. */
function ownMessageId(deliveryId: string, mailbox: string): string {
  const name = /^[\w.-]{1,60}$/.test(deliveryId) ? deliveryId : createHash("sha256").update(deliveryId).digest("hex").slice(0, 32);
  return `<${name}@${mailbox.slice(mailbox.lastIndexOf("@") + 1).toLowerCase()}>`;
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 500);
}
