import type { Language } from "#app/channels/message.ts";
import { type Catalogue, say, type TextParams } from "../../texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export type EditTextKey = keyof typeof en;

export const editTexts: Catalogue<EditTextKey> = { en, de, fr, es, pt, it, nl };

/** One sentence of a change of items in the shopper's language. */
export function text(language: Language, key: EditTextKey, params?: TextParams): string {
  return say(language, editTexts, key, params);
}
