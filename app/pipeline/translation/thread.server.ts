import { loadThread, type Thread, type ThreadMessage } from "#app/domain/conversations/thread.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { sameFigures } from "./figures.ts";
import { languageOf, staffLanguage } from "./language-of.ts";
import { type NoTranslation, translate } from "./translate.server.ts";

/** Of a message in the language of staff. `by` "staff": they wrote it, and the shopper got a translation. */
export type MessageTranslation = { text: string; by: string; doubtful: boolean };
export type ThreadTranslations = {
  /** ISO 639-1; null while the shopper writes as staff do. */
  shopperLanguage: string | null;
  byMessage: Map<string, MessageTranslation>;
  /** Those that have none yet, newest first. */
  missing: ThreadMessage[];
};

/** So many of the newest are translated; what is older was read, or is not worth the cost. */
const newest = 40;
const atOnce = 20;
const mostCharacters = 4_000;
const longest = 4_000;

/** What staff can read of a conversation that is not in their language. */
export async function threadTranslations(
  shop: Shop,
  { messages, identities }: Pick<Thread, "messages" | "identities">,
): Promise<ThreadTranslations> {
  const language = staffLanguage(shop);
  const rows = await database().prisma.translation.findMany({
    where: { shopId: shop.id, language, messageId: { in: messages.map(({ id }) => id) } },
  });
  const byMessage = new Map(rows.map(({ messageId, text, by, doubtful }) => [messageId, { text, by, doubtful }]));
  const usual = (message: ThreadMessage) => identities.find(({ id }) => id === message.identityId)?.language ?? null;
  const recent = messages.slice(-newest).filter(({ text, deletedAt }) => deletedAt === null && /\p{L}{2}/u.test(text));
  const said = recent.map((message) => ({ message, language: languageOf(message.text, usual(message), shop) }));
  const foreign = said.filter((one) => one.language !== language);
  const last = said.findLast(({ message }) => message.author === "shopper")?.language;
  return {
    shopperLanguage: last !== undefined && last !== language ? last : null,
    byMessage,
    missing: foreign.flatMap(({ message }) => (byMessage.has(message.id) ? [] : [message])).reverse(),
  };
}

/** Translates what is missing, the newest first, and keeps it. Null for a conversation that is not there. */
export async function translateThread(
  shop: Shop,
  conversationId: string,
): Promise<{ translated: number } | { because: NoTranslation } | null> {
  const thread = await loadThread(shop.id, conversationId, newest);
  if (!thread) return null;
  const { missing } = await threadTranslations(shop, thread);
  const chosen = missing.slice(0, atOnce).filter((_, index, all) => lengthOf(all.slice(0, index)) < mostCharacters);
  if (chosen.length === 0) return { translated: 0 };
  const language = staffLanguage(shop);
  const result = await translate(
    shop,
    conversationId,
    chosen.map(({ text }) => text.slice(0, longest)),
    language,
  );
  if ("because" in result) return result;
  const rows = chosen.map(({ id, identityId, text }, index) => {
    const translation = result.texts[index] ?? "";
    const doubtful = !sameFigures(text.slice(0, longest), translation);
    const made = { language, text: translation, by: "model", doubtful, createdAt: now() };
    return { id: newId(), shopId: shop.id, messageId: id, identityId, ...made };
  });
  try {
    await database().commit([
      ...rows.map((row) => insert("Translation", row)),
      notify({ topic: "conversation", shopId: shop.id, conversationId }),
    ]);
  } catch (error) {
    // Somebody else had the page open and was faster.
    const first = rows[0]?.messageId ?? "";
    if (!(await database().prisma.translation.findFirst({ where: { shopId: shop.id, messageId: first, language } }))) throw error;
  }
  return { translated: rows.length };
}

/** What the shopper would get of a reply, for staff to look at before it goes. Null where there is nobody to translate for. */
export async function translateReply(
  shop: Shop,
  conversationId: string,
  text: string,
): Promise<{ text: string; doubtful: boolean } | { because: NoTranslation } | null> {
  const thread = await loadThread(shop.id, conversationId, newest);
  const to = thread && (await threadTranslations(shop, thread)).shopperLanguage;
  if (!to) return null;
  const result = await translate(shop, conversationId, [text], to);
  if ("because" in result) return result;
  const [translation = ""] = result.texts;
  return { text: translation, doubtful: !sameFigures(text, translation) };
}

const lengthOf = (messages: ThreadMessage[]): number => messages.reduce((sum, { text }) => sum + Math.min(text.length, longest), 0);
