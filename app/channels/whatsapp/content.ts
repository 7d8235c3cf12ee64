import { type Json, list, record, text } from "#app/integrations/meta/payload.ts";
import type { Attachment, InboundContent } from "../message.ts";

const mediaKinds: Record<string, Attachment["kind"]> = {
  image: "image",
  sticker: "image",
  video: "video",
  audio: "audio",
  voice: "audio",
  document: "file",
};

/** Reads what a message says, by its type. A type without its part, or one not known, is shown by name. */
export function readContent(message: Json): InboundContent {
  const type = text(message.type) ?? "unknown message";
  const replyTo = text(record(message.context)?.id);
  const content = readTyped(type, message) ?? { unsupported: unsupportedName(type, message) };
  return { text: "", attachments: [], ...content, ...(replyTo && { replyTo }) };
}

function readTyped(type: string, message: Json): Partial<InboundContent> | undefined {
  const part = record(message[type]);
  if (Object.hasOwn(mediaKinds, type)) return part && readMedia(type, part);
  switch (type) {
    case "text":
      return said(text(part?.body));
    case "button":
      return chosen(text(part?.payload) ?? text(part?.text), text(part?.text));
    case "interactive":
      return part && readInteractive(part);
    case "location":
      return part && said(readLocation(part));
    case "contacts":
      return said(list(message.contacts).map(readContact).filter(Boolean).join("\n"));
    case "order":
      return part && said(readOrder(part));
    default:
      return undefined;
  }
}

function said(words: string | undefined): Partial<InboundContent> | undefined {
  return words ? { text: words } : undefined;
}

function chosen(id: string | undefined, title: string | undefined): Partial<InboundContent> | undefined {
  return id ? { choice: { id, title: title ?? id } } : undefined;
}

function readMedia(type: string, part: Json): Partial<InboundContent> | undefined {
  const reference = text(part.id);
  const kind = mediaKinds[type];
  if (!reference || !kind) return undefined;
  const mimeType = text(part.mime_type);
  const fileName = text(part.filename);
  return {
    text: text(part.caption) ?? "",
    attachments: [{ kind, reference, ...(mimeType && { mimeType }), ...(fileName && { fileName }) }],
  };
}

function readInteractive(part: Json): Partial<InboundContent> | undefined {
  const reply = record(part.button_reply) ?? record(part.list_reply);
  if (reply) return chosen(text(reply.id), text(reply.title));
  const form = record(part.nfm_reply);
  return form ? said(readForm(form)) : undefined;
}

/** A WhatsApp Flow's answers come as JSON inside a string. */
function readForm(form: Json): string | undefined {
  const answers = parseRecord(text(form.response_json));
  const lines = Object.entries(answers ?? {})
    .filter(([name, value]) => name !== "flow_token" && text(value))
    .map(([name, value]) => `${name}: ${text(value)}`);
  return lines.join("\n") || text(form.body);
}

function parseRecord(raw: string | undefined): Json | undefined {
  try {
    return record(JSON.parse(raw ?? ""));
  } catch {
    return undefined;
  }
}

function readLocation(part: Json): string | undefined {
  const latitude = text(part.latitude);
  const longitude = text(part.longitude);
  const point = latitude && longitude && `${latitude}, ${longitude}`;
  return [text(part.name), text(part.address), point].filter(Boolean).join("\n");
}

function readContact(value: unknown): string {
  const contact = record(value);
  const phones = list(contact?.phones).map((phone) => text(record(phone)?.phone) ?? text(record(phone)?.wa_id));
  const emails = list(contact?.emails).map((email) => text(record(email)?.email));
  const name = text(record(contact?.name)?.formatted_name) ?? text(record(contact?.name)?.first_name);
  return [name, ...phones, ...emails].filter(Boolean).join(", ");
}

/** A cart from the catalogue: articles by their retailer id. */
function readOrder(part: Json): string {
  const lines = list(part.product_items).map((value) => {
    const item = record(value);
    const price = [text(item?.item_price), text(item?.currency)].filter(Boolean).join(" ");
    return [`${text(item?.quantity) ?? "1"} × ${text(item?.product_retailer_id) ?? "?"}`, price].filter(Boolean).join(", ");
  });
  return [text(part.text), ...lines].filter(Boolean).join("\n");
}

function unsupportedName(type: string, message: Json): string {
  const inner = text(record(message.unsupported)?.type) ?? text(record(message.interactive)?.type);
  return inner ? `${type}: ${inner}` : type;
}
