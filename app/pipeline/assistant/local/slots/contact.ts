import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";
import type { Language } from "#app/channels/message.ts";
import type { SlotText } from "./text.ts";

const emailPattern = /[a-z0-9](?:[a-z0-9._%+'-]*[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?![a-z0-9@])/i;
const international = /(?<![\d\p{L}])(?:\+|00)\s?[1-9](?:[\s().\-/]{0,3}\d){6,14}(?!\d)/u;
const national = /(?<![\d\p{L}#+])\(?0[1-9](?:[\s().\-/]{0,3}\d){6,11}(?!\d)/u;

/** Where a number without a country code most likely is from; English is written in too many countries. */
const countries: Partial<Record<Language, CountryCode>> = { de: "DE", fr: "FR", es: "ES", pt: "PT", it: "IT", nl: "NL" };

export function emailIn({ original }: SlotText): string | undefined {
  return emailPattern.exec(original.normalize("NFKC"))?.[0].toLowerCase();
}

/** E.164. A national number only where the language tells the country and the number is valid there. */
export function phoneIn({ original }: SlotText, language: Language): string | undefined {
  const abroad = international.exec(original)?.[0];
  if (abroad) return validNumber(abroad.replace(/^00/, "+"));
  const country = countries[language];
  const local = country && national.exec(original)?.[0];
  return local ? validNumber(local, country) : undefined;
}

function validNumber(text: string, country?: CountryCode): string | undefined {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() ? parsed.number : undefined;
}
