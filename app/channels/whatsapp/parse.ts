import { instant, type Json, list, record, text } from "#app/integrations/meta/payload.ts";
import type { InboundItem, VendorIssue } from "../channel.ts";
import { readContent } from "./content.ts";
import { whatsAppMessageId, whatsAppNumber, whatsAppUserId } from "./ids.ts";
import { readPreviousSender, readSender } from "./sender.ts";

/** Reads one webhook body: every entry, every change, every message and status in it. */
export function parseWhatsApp(body: unknown): InboundItem[] {
  const root = record(body);
  if (root?.object !== "whatsapp_business_account") return [ignored("", "not a WhatsApp event")];
  return list(root.entry).flatMap((value) => {
    const entry = record(value);
    const items = list(entry?.changes).flatMap((change) => parseChange(change, text(entry?.id) ?? ""));
    return items.length > 0 ? items : [ignored(text(entry?.id) ?? "", "entry without changes")];
  });
}

function parseChange(change: unknown, entryId: string): InboundItem[] {
  const field = text(record(change)?.field) ?? "unknown";
  const value = record(record(change)?.value);
  const account = text(record(value?.metadata)?.phone_number_id) ?? entryId;
  if (!value) return [ignored(account, `field ${field} without value`)];
  if (field === "smb_message_echoes")
    return found(
      list(value.message_echoes).map((echo) => parseEcho(echo, account)),
      account,
      field,
    );
  if (field !== "messages") return [ignored(account, `field ${field}`)];
  const items = [
    ...list(value.messages).map((message) => parseMessage(message, account, value.contacts)),
    ...list(value.statuses).map((status) => parseStatus(status, account)),
    ...list(value.errors).map((error) => ignored(account, `error ${describe(readIssue(error))}`)),
  ];
  return found(items, account, field);
}

function found(items: InboundItem[], account: string, field: string): InboundItem[] {
  return items.length > 0 ? items : [ignored(account, `field ${field} without messages`)];
}

function parseMessage(value: unknown, account: string, contacts: unknown): InboundItem {
  const message = record(value);
  const externalId = whatsAppMessageId(message?.id);
  if (!message || !externalId) return ignored(account, "message without id");
  if (message.group_id !== undefined) return ignored(account, "group message");
  const at = instant(message.timestamp) ?? new Date(0);
  if (message.type === "system") return parseSystem(message, account, externalId, at);
  const changed = parseChangedMessage(message, account, at);
  if (changed) return changed;
  const sender = readSender(message, contacts);
  if (!sender) return ignored(account, "message without sender");
  if (message.type !== "reaction") return { kind: "message", account, externalId, sender, at, content: readContent(message) };
  const reaction = text(record(message.reaction)?.emoji);
  const replyTo = text(record(message.reaction)?.message_id);
  if (!reaction || !replyTo) return ignored(account, "reaction taken back or without target");
  return { kind: "message", account, externalId, sender, at, content: { text: "", attachments: [], replyTo, reaction } };
}

/** Edits and withdrawals carry an id of their own and name the message they change. */
function parseChangedMessage(message: Json, account: string, at: Date): InboundItem | undefined {
  const edit = record(message.edit);
  if (message.type === "edit") {
    const externalId = whatsAppMessageId(edit?.original_message_id);
    const content = readContent(record(edit?.message) ?? {});
    return externalId ? { kind: "edit", account, externalId, at, text: content.text } : ignored(account, "edit without message id");
  }
  if (message.type !== "revoke") return undefined;
  const externalId = whatsAppMessageId(record(message.revoke)?.original_message_id);
  return externalId ? { kind: "deletion", account, externalId, at } : ignored(account, "withdrawal without message id");
}

/** System messages come without contacts. A new number means a new id: nothing proven by the old one carries over. */
function parseSystem(message: Json, account: string, externalId: string, at: Date): InboundItem {
  const type = text(record(message.system)?.type) ?? "unknown";
  const previous = readPreviousSender(message);
  if (!/^user_changed_(number|user_id)$/.test(type) || !previous) return ignored(account, `system message ${type}`);
  return { kind: "identity-changed", account, externalId, previous, at };
}

/** What staff wrote in the WhatsApp Business app on a number that is used in both places. */
function parseEcho(value: unknown, account: string): InboundItem {
  const message = record(value);
  const externalId = whatsAppMessageId(message?.id);
  if (!message || !externalId) return ignored(account, "echo without id");
  const at = instant(message.timestamp) ?? new Date(0);
  const changed = parseChangedMessage(message, account, at);
  if (changed) return changed;
  const recipient = whatsAppUserId(message.to_user_id) ?? whatsAppNumber(message.to);
  if (!recipient) return ignored(account, "echo without recipient");
  return { kind: "echo", account, externalId, recipient, at, content: readContent(message) };
}

/** Meta reports "played" for voice messages: the person has heard it. */
const unified: Record<string, "sent" | "delivered" | "read" | "failed"> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
};

function parseStatus(value: unknown, account: string): InboundItem {
  const status = record(value);
  const externalId = whatsAppMessageId(status?.id);
  const raw = text(status?.status) ?? "unknown";
  if (!status || !externalId) return ignored(account, "status without id");
  if (status.recipient_type === "group") return ignored(account, "group status");
  const at = instant(status.timestamp) ?? new Date(0);
  if (raw === "deleted") return { kind: "deletion", account, externalId, at };
  const ours = Object.hasOwn(unified, raw) ? unified[raw] : undefined;
  if (!ours) return ignored(account, `status ${raw}`);
  const deliveryId = text(status.biz_opaque_callback_data);
  const error = readIssue(list(status.errors)[0]);
  return {
    kind: "status",
    account,
    externalId,
    status: { unified: ours, raw },
    at,
    ...(deliveryId && { deliveryId }),
    ...(error && { error }),
  };
}

function readIssue(value: unknown): VendorIssue | undefined {
  const error = record(value);
  if (!error) return undefined;
  const detail = text(record(error.error_data)?.details) ?? text(error.message) ?? text(error.title) ?? "";
  return { code: text(error.code) ?? "unknown", detail };
}

function describe(issue: VendorIssue | undefined): string {
  return issue ? `${issue.code}: ${issue.detail}` : "unknown";
}

function ignored(account: string, reason: string): InboundItem {
  return { kind: "ignored", account, reason };
}
