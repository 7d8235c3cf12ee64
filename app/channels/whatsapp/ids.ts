import { text } from "#app/integrations/meta/payload.ts";

/** Business-scoped user id (BSUID): `DE.` and up to 128 letters or digits. Stable until the person changes the number. */
export type WhatsAppUserId = string & { readonly brand: "WhatsAppUserId" };
/** A phone number in digits, in the form WhatsApp itself uses. */
export type WhatsAppNumber = string & { readonly brand: "WhatsAppNumber" };
/** `wamid.…` */
export type WhatsAppMessageId = string & { readonly brand: "WhatsAppMessageId" };

/** A parent id (`DE.ENT.…`) looks alike but cannot be written to, so it is none. */
export function whatsAppUserId(value: unknown): WhatsAppUserId | undefined {
  const id = text(value);
  return id && /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(id) ? (id as WhatsAppUserId) : undefined;
}

export function whatsAppNumber(value: unknown): WhatsAppNumber | undefined {
  const digits = text(value)?.replace(/[+\s]/g, "");
  return digits && /^\d{5,20}$/.test(digits) ? (digits as WhatsAppNumber) : undefined;
}

export function whatsAppMessageId(value: unknown): WhatsAppMessageId | undefined {
  return text(value) as WhatsAppMessageId | undefined;
}
