import type { Language } from "#app/channels/message.ts";
import { type Catalogue, say, type TextParams } from "../../../texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

type GiftTextKey = keyof typeof en;

export const giftTexts: Catalogue<GiftTextKey> = { en, de, fr, es, pt, it, nl };

/** One sentence about a thing that was given, in the shopper's language. */
export function giftText(language: Language, key: GiftTextKey, params?: TextParams): string {
  return say(language, giftTexts, key, params);
}
