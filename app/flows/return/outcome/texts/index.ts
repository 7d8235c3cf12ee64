import type { Language } from "#app/channels/message.ts";
import { type Catalogue, say, type TextParams } from "../../../texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

type OutcomeTextKey = keyof typeof en;

export const outcomeTexts: Catalogue<OutcomeTextKey> = { en, de, fr, es, pt, it, nl };

/** One sentence about how a return ends, in the shopper's language. */
export function outcomeText(language: Language, key: OutcomeTextKey, params?: TextParams): string {
  return say(language, outcomeTexts, key, params);
}
