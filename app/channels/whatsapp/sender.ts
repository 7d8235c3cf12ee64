import { type Json, list, record, text } from "#app/integrations/meta/payload.ts";
import type { Sender } from "../channel.ts";
import { whatsAppNumber, whatsAppUserId } from "./ids.ts";
import { canonicalPhone } from "./phone.ts";

/**
 * Who wrote: the business-scoped id where there is one, since people with a username may show no number;
 * else the number. The id may stand in the message or only in the batch's `contacts`.
 */
export function readSender(message: Json, contacts: unknown): Sender | undefined {
  const number = whatsAppNumber(message.from);
  const userId = whatsAppUserId(message.from_user_id);
  const contact = findContact(contacts, number, userId);
  const stable = userId ?? whatsAppUserId(contact?.user_id);
  const shownNumber = number ?? whatsAppNumber(contact?.wa_id);
  const profile = record(contact?.profile);
  const label = text(profile?.name) ?? text(profile?.username);
  return sender(stable, shownNumber, label);
}

/** Who it was before a change of number: what that number had proven no longer holds. */
export function readPreviousSender(message: Json): Sender | undefined {
  const system = record(message.system);
  const named = whatsAppUserId(system?.previous_user_id);
  return sender(named ?? whatsAppUserId(message.from_user_id), whatsAppNumber(message.from));
}

function sender(userId: string | undefined, number: string | undefined, label?: string): Sender | undefined {
  const externalId = userId ?? number;
  if (!externalId) return undefined;
  const phone = number && canonicalPhone(number);
  return {
    kind: "whatsapp",
    externalId,
    ...(label && { label }),
    ...(phone && { also: [{ kind: "phone", externalId: phone }] }),
  };
}

/** Only an exact match: a batch may hold several people. */
function findContact(contacts: unknown, number: string | undefined, userId: string | undefined): Json | undefined {
  const known = list(contacts).map(record);
  return (
    known.find((contact) => contact && userId !== undefined && contact.user_id === userId) ??
    known.find((contact) => contact && number !== undefined && whatsAppNumber(contact.wa_id) === number)
  );
}
