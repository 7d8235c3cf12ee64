import { text } from "#app/integrations/meta/payload.ts";

/** Scoped to one business: the same person has another id with every shop. Usernames change hands and are never keys. */
export type InstagramUserId = string & { readonly brand: "InstagramUserId" };
export type InstagramAccountId = string & { readonly brand: "InstagramAccountId" };
/** Meta's `mid`. */
export type InstagramMessageId = string & { readonly brand: "InstagramMessageId" };

export function instagramUserId(value: unknown): InstagramUserId | undefined {
  return text(value) as InstagramUserId | undefined;
}

export function instagramMessageId(value: unknown): InstagramMessageId | undefined {
  return text(value) as InstagramMessageId | undefined;
}

/** The business account of an entry. The dashboard's test button sends "0". */
export function instagramAccountId(value: unknown): InstagramAccountId | undefined {
  const id = text(value);
  return id && id !== "0" ? (id as InstagramAccountId) : undefined;
}

/** A reaction has no id of its own: it is named by what it reacts to, who reacted and when, so that a repeat is recognised. */
export function reactionId(messageId: string, sender: string, at: Date): InstagramMessageId {
  return `reaction:${messageId}:${sender}:${at.getTime()}` as InstagramMessageId;
}

/** The opening of a link has no id either. */
export function referralId(reference: string, sender: string, at: Date): InstagramMessageId {
  return `referral:${reference}:${sender}:${at.getTime()}` as InstagramMessageId;
}
