import type { Language } from "#app/channels/message.ts";
import { type Catalogue, say, type TextParams } from "../../texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export type ResendTextKey = keyof typeof en;

export const resendTexts: Catalogue<ResendTextKey> = { en, de, fr, es, pt, it, nl };

/** One sentence of a mail about an order in the shopper's language. */
export function text(language: Language, key: ResendTextKey, params?: TextParams): string {
  return say(language, resendTexts, key, params);
}
