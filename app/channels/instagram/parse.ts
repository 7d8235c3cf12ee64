import { instant, type Json, list, record, text } from "#app/integrations/meta/payload.ts";
import type { InboundItem, Sender } from "../channel.ts";
import { continueCodePattern } from "../message.ts";
import { readContent } from "./content.ts";
import { instagramAccountId, instagramMessageId, instagramUserId, reactionId, referralId } from "./ids.ts";

/** Reads one webhook body: every entry, every messaging item, every change. */
export function parseInstagram(body: unknown): InboundItem[] {
  const root = record(body);
  if (root?.object !== "instagram") return [ignored("", "not an Instagram event")];
  return list(root.entry).flatMap((one) => {
    const entry = record(one);
    if (!entry) return [ignored("", "entry is not an object")];
    const account = instagramAccountId(entry.id) ?? "";
    const items = [
      ...list(entry.messaging).map((event) => parseEvent(event, account, entry)),
      ...list(entry.changes).map((change) => parseChange(change, account, entry)),
      ...list(entry.standby).map(() => ignored(account, "standby: another app holds this thread")),
    ];
    return items.length > 0 ? items : [ignored(account, "entry without events")];
  });
}

/** The Login flavour sends some events, and the dashboard its tests, as `changes`. Comments and mentions are not messages. */
function parseChange(value: unknown, account: string, entry: Json): InboundItem {
  const change = record(value);
  const field = text(change?.field) ?? "unknown";
  const event = record(change?.value);
  return field !== "standby" && event?.sender ? parseEvent(event, account, entry) : ignored(account, `field ${field}`);
}

function parseEvent(value: unknown, entryAccount: string, entry: Json): InboundItem {
  const event = record(value);
  if (!event) return ignored(entryAccount, "event is not an object");
  const from = instagramUserId(record(event.sender)?.id);
  const to = instagramUserId(record(event.recipient)?.id);
  const message = record(event.message);
  const ownWords = message?.is_echo === true || (from !== undefined && from === entryAccount);
  const account = entryAccount || (ownWords ? from : to) || "";
  const at = instant(event.timestamp) ?? instant(entry.time) ?? new Date(0);
  if (message) return parseMessage(message, { account, at, from, to, ownWords });
  if (!from) return ignored(account, "event without sender");
  const sender: Sender = { kind: "instagram", externalId: from };
  const postback = record(event.postback);
  if (postback) return parsePostback(postback, { account, at, sender });
  if (ownWords) return ignored(account, "the business's own reading, reaction or edit");
  const referral = record(event.referral);
  if (referral) return parseReferral(referral, { account, at, sender });
  const reaction = record(event.reaction);
  if (reaction) return parseReaction(reaction, { account, at, sender });
  const edit = record(event.message_edit);
  if (edit) return parseEdit(edit, account, at);
  const readMessage = instagramMessageId(record(event.read)?.mid);
  if (readMessage) return { kind: "status", account, externalId: readMessage, status: { unified: "read", raw: "read" }, at };
  return ignored(account, `event with ${Object.keys(event).join(", ")}`);
}

type MessageFrame = { account: string; at: Date; from: string | undefined; to: string | undefined; ownWords: boolean };

function parseMessage(message: Json, frame: MessageFrame): InboundItem {
  const { account, at, from, to } = frame;
  const externalId = instagramMessageId(message.mid);
  if (!externalId) return ignored(account, "message without id");
  if (message.is_deleted === true) return { kind: "deletion", account, externalId, at };
  const content = { ...readContent(message), ...readReferral(message) };
  if (frame.ownWords) {
    return to ? { kind: "echo", account, externalId, recipient: to, at, content } : ignored(account, "echo without recipient");
  }
  if (!from) return ignored(account, "message without sender");
  return { kind: "message", account, externalId, sender: { kind: "instagram", externalId: from }, at, content };
}

type EventFrame = { account: string; at: Date; sender: Sender };

function parsePostback(postback: Json, { account, at, sender }: EventFrame): InboundItem {
  const externalId = instagramMessageId(postback.mid);
  const id = text(postback.payload);
  if (!externalId || !id) return ignored(account, "postback without id or payload");
  const choice = { id, title: text(postback.title) ?? id };
  return { kind: "message", account, externalId, sender, at, content: { text: "", choice, attachments: [], ...readReferral(postback) } };
}

/** An ig.me link was opened in a thread that exists: nothing was typed, and the event has no id of its own. */
function parseReferral(referral: Json, { account, at, sender }: EventFrame): InboundItem {
  const read = readReferral({ referral });
  if (!read.referral) return ignored(account, "referral without a code of ours");
  return {
    kind: "message",
    account,
    externalId: referralId(read.referral, sender.externalId, at),
    sender,
    at,
    content: { text: "", attachments: [], ...read },
  };
}

/** The code that an ig.me link carried along; refs of advertisements and the like are not for us. */
function readReferral(message: Json): { referral?: string } {
  const code = text(record(message.referral)?.ref)?.match(continueCodePattern)?.[0];
  return code ? { referral: code.toUpperCase() } : {};
}

function parseReaction(reaction: Json, { account, at, sender }: EventFrame): InboundItem {
  const target = instagramMessageId(reaction.mid);
  const sign = text(reaction.emoji) ?? text(reaction.reaction);
  if (!target || reaction.action === "unreact" || !sign) return ignored(account, "reaction taken back or without target");
  const externalId = reactionId(target, sender.externalId, at);
  return { kind: "message", account, externalId, sender, at, content: { text: "", attachments: [], replyTo: target, reaction: sign } };
}

function parseEdit(edit: Json, account: string, at: Date): InboundItem {
  const externalId = instagramMessageId(edit.mid);
  if (!externalId) return ignored(account, "edit without message id");
  return { kind: "edit", account, externalId, at, text: text(edit.text) ?? "" };
}

function ignored(account: string, reason: string): InboundItem {
  return { kind: "ignored", account, reason };
}
