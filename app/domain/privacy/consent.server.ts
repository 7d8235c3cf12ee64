import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { consentWord } from "./consent-words.ts";

/** Where we may begin a conversation by ourselves and are stopped by a word. */
const channelsWithWords = new Set(["whatsapp", "instagram"]);

/** What a message says about wanting messages. A bare "stop" in the middle of something ends that, and nothing else. */
export async function consentIn(
  identity: { id: string; shopId: string; conversationId: string },
  channel: string,
  text: string,
): Promise<"out" | "in" | null> {
  const word = channelsWithWords.has(channel) ? consentWord(text) : null;
  if (!word || word.plain) return word?.state ?? null;
  const { prisma } = database();
  const members = await prisma.identity.findMany({ where: { shopId: identity.shopId, conversationId: identity.conversationId } });
  const busy = await prisma.case.findFirst({
    where: {
      shopId: identity.shopId,
      identityId: { in: members.map((one) => one.id) },
      status: { in: ["open", "working"] },
      owner: "assistant",
    },
  });
  return busy ? null : word.state;
}

export function consentWrite(identity: { id: string; shopId: string }, state: "out" | "in", messageId: string): Write {
  return insert("Consent", {
    id: newId(),
    shopId: identity.shopId,
    identityId: identity.id,
    state,
    source: "shopper-word",
    messageId,
    at: now(),
  });
}

/** What these messages changed; null when they are about something else. */
export async function consentGiven(shopId: string, messageIds: string[]): Promise<"out" | "in" | null> {
  const row = await database().prisma.consent.findFirst({ where: { shopId, messageId: { in: messageIds } }, orderBy: { id: "desc" } });
  return (row?.state as "out" | "in" | undefined) ?? null;
}

/** Whether the shopper has asked for messages that we begin, here and in so many words, and has not taken it back. */
export async function optedIn(shopId: string, identityIds: string[]): Promise<boolean> {
  const rows = await database().prisma.consent.findMany({ where: { shopId, identityId: { in: identityIds } }, orderBy: { id: "asc" } });
  const newest = new Map(rows.map((row) => [row.identityId, row.state]));
  return [...newest.values()].includes("in");
}

/** Which of these identities want no messages that we begin, and since when. */
export async function optedOut(shopId: string, identityIds: string[]): Promise<Map<string, Date>> {
  const rows = await database().prisma.consent.findMany({ where: { shopId, identityId: { in: identityIds } }, orderBy: { id: "asc" } });
  const newest = new Map(rows.map((row) => [row.identityId, row]));
  return new Map([...newest].flatMap(([id, row]) => (row.state === "out" ? [[id, row.at] as const] : [])));
}
