import { IntlMessageFormat } from "intl-messageformat";
import type { Block, Language } from "#app/channels/message.ts";

/** All sentences of one flow: every language has every key, or it does not compile. English names the keys. */
export type Catalogue<Key extends string> = Record<Language, Record<Key, string>>;
export type TextParams = Record<string, string | number>;

const parsed = new Map<string, IntlMessageFormat>();

/** Says one sentence in the reader's language. Parameters are values, never read as a pattern. */
export function say<Key extends string>(language: Language, catalogue: Catalogue<Key>, key: Key, params: TextParams = {}): string {
  const pattern = catalogue[language][key];
  const cacheKey = `${language}:${pattern}`;
  const format = parsed.get(cacheKey) ?? new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true });
  parsed.set(cacheKey, format);
  return String(format.format(params));
}

/** "the dress, the scarf and the blanket" in the reader's language. */
export function sayList(language: Language, parts: string[]): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}

/** Sentences as one block, a line each; none of them, no block. */
export function says(notices: string[]): Block[] {
  const words = notices.filter(Boolean).join("\n");
  return words ? [{ kind: "text", text: words }] : [];
}
