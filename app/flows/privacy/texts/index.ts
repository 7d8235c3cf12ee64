import type { Language } from "#app/channels/message.ts";
import { type Catalogue, say, type TextParams } from "../../texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export type PrivacyTextKey = keyof typeof en;

const privacyTexts: Catalogue<PrivacyTextKey> = { en, de, fr, es, pt, it, nl };

/** One sentence about the shopper's own data, in their language. */
export function text(language: Language, key: PrivacyTextKey, params?: TextParams): string {
  return say(language, privacyTexts, key, params);
}
