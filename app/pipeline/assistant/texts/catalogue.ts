import type { Language } from "#app/channels/message.ts";
import { say, type TextParams } from "#app/flows/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export type AssistantKey = keyof typeof en;
export type AssistantTexts = Record<AssistantKey, string>;

const catalogue: Record<Language, AssistantTexts> = { en, de, fr, es, pt, it, nl };

/** One of the assistant's own sentences in the shopper's language. */
export function sentence(language: Language, key: AssistantKey, params: TextParams = {}): string {
  return say(language, catalogue, key, params);
}
