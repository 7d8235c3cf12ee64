import { type Language, languages } from "#app/channels/message.ts";

/** Not spoken by the assistant, but recognised, and the wish with them: a person who gets the case reads both. */
export const recognisedLanguages = ["pl", "sv", "tr", "ja"] as const;

/** All languages that the local model has learnt. */
export type BookLanguage = Language | (typeof recognisedLanguages)[number];
export const bookLanguages: readonly BookLanguage[] = [...languages, ...recognisedLanguages];
