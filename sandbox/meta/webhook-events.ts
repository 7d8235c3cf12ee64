import type { Phone, PhoneEvent } from "./phone.ts";

/** Meta's wire format of what phones do. */
export type InstagramAccount = { accountId: string; appSecret: string; token: string };
export type WhatsAppAccount = { wabaId: string; phoneNumberId: string; displayPhone: string; appSecret: string; token: string };

/** One item of `entry[].messaging`. */
export type MessagingItem = Record<string, unknown>;
/** Part of a change's `value`; several are merged when a batch is sent. */
export type WhatsAppValue = { field: "messages" | "smb_message_echoes" } & Partial<
  Record<"contacts" | "messages" | "statuses" | "message_echoes", Record<string, unknown>[]>
>;

export function instagramItem(account: InstagramAccount, phone: Phone, event: PhoneEvent, at: Date): MessagingItem {
  const frame = { sender: { id: phone.userId }, recipient: { id: account.accountId }, timestamp: at.getTime() };
  switch (event.kind) {
    case "text":
      return {
        ...frame,
        message: {
          mid: event.id,
          text: event.text,
          ...(event.replyTo && { reply_to: { mid: event.replyTo } }),
          ...(event.reference && { referral: referralOf(event.reference) }),
        },
      };
    case "referral":
      return { ...frame, referral: referralOf(event.reference) };
    case "tap":
      return { ...frame, message: { mid: event.id, text: event.choice.title, quick_reply: { payload: event.choice.id } } };
    case "image": {
      const url = `https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=${event.media.id}`;
      const attachments = [{ type: "image", payload: { url } }];
      return { ...frame, message: { mid: event.id, attachments, ...(event.caption && { text: event.caption }) } };
    }
    case "unsend":
      return { ...frame, message: { mid: event.target, is_deleted: true } };
    case "edit":
      return { ...frame, message_edit: { mid: event.target, text: event.text, num_edit: event.edits } };
    case "react":
      return { ...frame, reaction: { mid: event.target, action: "react", reaction: "other", emoji: event.emoji } };
    case "unsupported":
      return { ...frame, message: { mid: event.id, is_unsupported: true } };
    case "read":
      return { ...frame, read: { mid: event.target } };
    case "number-changed":
      throw new Error("Instagram accounts have no number to change");
  }
}

/** What an ig.me link hands over. */
function referralOf(reference: string): Record<string, string> {
  return { ref: reference, source: "SHORTLINKS", type: "OPEN_THREAD" };
}

/** What comes back of a message the business sent, by the API or in the app. */
export function instagramEcho(
  account: InstagramAccount,
  phone: Phone,
  id: string,
  message: Record<string, unknown>,
  at: Date,
): MessagingItem {
  const { quick_replies: _, ...shown } = message;
  return {
    sender: { id: account.accountId },
    recipient: { id: phone.userId },
    timestamp: at.getTime(),
    message: { mid: id, is_echo: true, ...shown },
  };
}

export function whatsAppValue(phone: Phone, event: PhoneEvent, account: WhatsAppAccount, at: Date): WhatsAppValue {
  if (event.kind === "read" || event.kind === "referral") return { field: "messages" };
  const frame = { ...addressOf(phone, "from"), id: event.id, timestamp: seconds(at) };
  const message = (rest: Record<string, unknown>): WhatsAppValue => ({
    field: "messages",
    contacts: [contactOf(phone)],
    messages: [{ ...frame, ...rest }],
  });
  switch (event.kind) {
    case "text":
      return message({
        type: "text",
        text: { body: event.text },
        ...(event.replyTo && { context: { from: account.displayPhone, id: event.replyTo } }),
      });
    case "tap": {
      const context = { from: account.displayPhone, id: event.on.id };
      if (event.on.fromTemplate)
        return message({ type: "button", context, button: { payload: event.choice.id, text: event.choice.title } });
      const type = event.on.listButton ? "list_reply" : "button_reply";
      return message({ type: "interactive", context, interactive: { type, [type]: event.choice } });
    }
    case "image": {
      const { id, mimeType, sha256 } = event.media;
      return message({ type: "image", image: { id, mime_type: mimeType, sha256, ...(event.caption && { caption: event.caption }) } });
    }
    case "unsend":
      return message({ type: "revoke", revoke: { original_message_id: event.target } });
    case "edit":
      return message({ type: "edit", edit: { original_message_id: event.target, message: { type: "text", text: { body: event.text } } } });
    case "react":
      return message({ type: "reaction", reaction: { message_id: event.target, emoji: event.emoji } });
    case "unsupported":
      return message({ type: "unsupported", errors: [{ code: 131051, title: "Message type unknown" }] });
    case "number-changed":
      return { field: "messages", messages: [{ id: event.id, timestamp: seconds(at), ...numberChange(phone, event.previous) }] };
  }
}

/** System messages carry no contacts; `from` is the number that was. */
function numberChange(phone: Phone, previous: { userId: string; phone?: string }): Record<string, unknown> {
  const system = { type: "user_changed_number", wa_id: digits(phone.phone), previous_user_id: previous.userId, body: "Changed number" };
  return { type: "system", ...(previous.phone && { from: digits(previous.phone) }), from_user_id: phone.userId, system };
}

export function whatsAppEcho(phone: Phone, account: WhatsAppAccount, id: string, text: string, at: Date): WhatsAppValue {
  const echo = { from: account.displayPhone, ...addressOf(phone, "to"), id, timestamp: seconds(at), type: "text", text: { body: text } };
  return { field: "smb_message_echoes", contacts: [contactOf(phone)], message_echoes: [echo] };
}

export type StatusError = { code: number; title: string; details: string };

export function whatsAppStatus(
  phone: Phone | undefined,
  recipientId: string,
  status: { id: string; status: string; at: Date; opaque?: string; category?: string; error?: StatusError },
): WhatsAppValue {
  const errors = status.error && [{ code: status.error.code, title: status.error.title, error_data: { details: status.error.details } }];
  const pricing = { billable: true, pricing_model: "PMP", category: status.category ?? "service", type: "regular" };
  return {
    field: "messages",
    ...(phone && { contacts: [contactOf(phone)] }),
    statuses: [
      {
        id: status.id,
        status: status.status,
        timestamp: seconds(status.at),
        recipient_id: recipientId,
        ...(phone && isUserId(phone.userId) && { recipient_user_id: phone.userId }),
        ...(status.opaque !== undefined && { biz_opaque_callback_data: status.opaque }),
        ...(errors ? { errors } : { pricing }),
      },
    ],
  };
}

export function isUserId(userId: string): boolean {
  return /^[A-Z]{2}\./.test(userId);
}

export function digits(phone: string | undefined): string {
  return (phone ?? "").replace(/\D/g, "");
}

function addressOf(phone: Phone, field: "from" | "to"): Record<string, string> {
  const number = phone.phone ? digits(phone.phone) : isUserId(phone.userId) ? "" : phone.userId;
  return { ...(number && { [field]: number }), ...(isUserId(phone.userId) && { [`${field}_user_id`]: phone.userId }) };
}

function contactOf(phone: Phone): Record<string, unknown> {
  const number = phone.phone ? digits(phone.phone) : isUserId(phone.userId) ? "" : phone.userId;
  return { profile: { name: phone.name }, ...(number && { wa_id: number }), ...(isUserId(phone.userId) && { user_id: phone.userId }) };
}

function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000));
}
