import type { Language } from "#app/channels/message.ts";
import { type Catalogue, say, type TextParams } from "../../texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export type WithdrawTextKey = keyof typeof en;

export const withdrawTexts: Catalogue<WithdrawTextKey> = { en, de, fr, es, pt, it, nl };

/** One sentence of a withdrawal in the shopper's language. */
export function text(language: Language, key: WithdrawTextKey, params?: TextParams): string {
  return say(language, withdrawTexts, key, params);
}
