import { type Language, languages } from "#app/channels/message.ts";
import { detectLanguage } from "#app/pipeline/assistant/local/language.ts";
import { localModels } from "#app/pipeline/assistant/local/models.ts";

/** What staff of a shop read and write: the shop's own language, ISO 639-1. */
export const staffLanguage = (shop: { language: string }): string => shop.language.slice(0, 2).toLowerCase();

/** In which language a text is, ISO 639-1. `usual`: the writer's so far, which holds for a word or two. */
export function languageOf(text: string, usual: string | null, shop: { language: string }): string {
  const ours = (code: string | null): Language | undefined => languages.find((one) => one === code);
  const { language, foreignLanguage } = detectLanguage(text, ours(usual), ours(staffLanguage(shop)) ?? "en", localModels().languages);
  return foreignLanguage ?? language;
}

/** "pt" → "Portuguese". */
export const languageName = (code: string): string => new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
