import { languages } from "#app/channels/message.ts";
import { type PhraseName, phraseNames, readVoicing } from "#app/domain/shops/voice.ts";
import { sentence } from "./texts/catalogue.ts";
import type { Turn } from "./turn.ts";

/** The shop's own phrase where it has one and its language is spoken, ours otherwise; the same on every channel. */
export function phrase({ language, context: { shop } }: Turn, name: PhraseName): string {
  const own = shop.language.slice(0, 2) === language ? readVoicing(shop.voicing).phrases[name] : undefined;
  return own ?? sentence(language, name);
}

/** What we say ourselves in the shop's language, where it has no phrase of its own. */
export function knownPhrases(shopLanguage: string): Record<PhraseName, string> {
  const language = languages.find((one) => one === shopLanguage.slice(0, 2)) ?? "en";
  return Object.fromEntries(phraseNames.map((name) => [name, sentence(language, name)])) as Record<PhraseName, string>;
}
