import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Language } from "#app/channels/message.ts";

const candidate = /(?<![\p{L}\p{N}#])(?:\+|00|0|\()[\d\s()./-]{6,22}\d/gu;
const cue =
  /phone|mobile|cell|call|whatsapp|telefon|handy|nummer|anruf|ruf|telephone|numero|portable|rappel|movil|celular|telemovel|cellulare|bel |telefoon/;

/** Where a number without a country code most likely belongs; English says nothing about the country. */
const homes: Partial<Record<Language, CountryCode>> = { de: "DE", fr: "FR", es: "ES", pt: "PT", it: "IT", nl: "NL" };

/** The first valid phone number, E.164. A number without country code counts only when one was asked for or a word announces it. */
export function parsePhone(text: string, folded: string, language: Language, expecting?: string): string | undefined {
  const announced = expecting === "phone" || expecting === "contact" || cue.test(folded);
  for (const [found] of text.matchAll(candidate)) {
    const international = found.startsWith("00") ? `+${found.slice(2)}` : found;
    if (!international.startsWith("+") && !announced) continue;
    const parsed = parsePhoneNumberFromString(international, homes[language]);
    if (parsed?.isPossible() && parsed.number.length >= 9) return parsed.number;
  }
  return undefined;
}
