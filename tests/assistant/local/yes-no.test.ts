import { expect, test } from "vitest";
import type { Language } from "#app/channels/message.ts";
import { understand } from "./understand.ts";

const yes: Record<Language, string> = {
  en: "yes|yep|yeah|ok|sure|yes please go ahead|ye|yess|go ahead|sounds good|yes, do it|why not|no problem|ok great|👍",
  de: "ja|jo|klar|ja bitte|mach das|genau|ja, passt|ja gerne|einverstanden|passt so|kein problem|ja mach das bitte|jaa",
  fr: "oui|d'accord|ouais|bien sûr|oui s'il vous plaît|vas-y|oui merci|pas de problème",
  es: "sí|vale|si por favor|claro|de acuerdo|adelante|claro que sí",
  pt: "sim|certo|pode ser|sim por favor|claro|tudo bem",
  it: "sì|certo|va bene|si grazie|d'accordo|procedi",
  nl: "ja|ja graag|prima|is goed|akkoord|doe maar",
};
const no: Record<Language, string> = {
  en: "no|nope|nah|no thanks|rather not|not now|no thank you",
  de: "nein|nee|lieber nicht|nein danke|auf keinen fall|nö",
  fr: "non|non merci|pas du tout|plutôt pas",
  es: "no|no gracias|mejor no|para nada",
  pt: "não|nao obrigado|melhor não|agora não",
  it: "no|no grazie|meglio di no|assolutamente no",
  nl: "nee|nee bedankt|liever niet|nee dank je",
};
/** Conditions, doubts, questions, and a yes that also negates: asked again rather than bound. */
const neither: Record<Language, string> = {
  en: "yes but not the scarf|not sure|maybe|yes if it is free|ok wait|don't know|yes? how much is it?|ok but what does it cost",
  de: "ja aber nicht den schal|vielleicht|weiß nicht|ja, wenn es kostenlos ist|ok warte",
  fr: "je ne sais pas|oui mais pas celle-là|peut-être",
  es: "sí pero no|no sé|quizás",
  pt: "não sei|talvez",
  it: "non so|forse|non lo so",
  nl: "weet ik niet|misschien|ja maar niet de sjaal",
};

test.each([
  ["yes", yes],
  ["no", no],
  [undefined, neither],
] as const)("reads %s in seven languages", async (expected, table) => {
  for (const [language, texts] of Object.entries(table)) {
    for (const text of texts.split("|")) {
      const { slots } = await understand(text, language as Language, "yes-no");
      expect.soft(slots.yesNo, `${language}: ${text}`).toBe(expected);
    }
  }
});
