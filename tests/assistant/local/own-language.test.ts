import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { detectLanguage } from "#app/pipeline/assistant/local/language.ts";
import { localModels } from "#app/pipeline/assistant/local/models.ts";

const app = new URL("../../../app/", import.meta.url);
const folders = ["pipeline/assistant/texts", "flows/return/texts", "flows/track-order/texts", "flows/privacy/texts"];

/** Everything we say ourselves: sentences that no training has seen, with what is filled in left out. */
async function ownSentences() {
  const found: { language: (typeof languages)[number]; text: string }[] = [];
  for (const folder of folders.filter((one) => readdirSync(new URL(`${one}/..`, app)).includes("texts"))) {
    for (const language of languages) {
      const texts = (await import(new URL(`${folder}/${language}.ts`, app).href)) as Record<string, Record<string, string>>;
      for (const pattern of Object.values(texts[language] ?? {})) {
        if (/,\s*(?:plural|select)/.test(pattern)) continue;
        const text = pattern.replace(/\{[^{}]*\}/g, " ");
        if ((text.match(/\p{L}+/gu) ?? []).length >= 5) found.push({ language, text });
      }
    }
  }
  return found;
}

test("of sentences of five words or more 98 in 100 are known by their language, though the shop speaks another", async () => {
  const sentences = await ownSentences();
  const wrong = sentences.filter(({ language, text }) => {
    const { language: told, foreignLanguage } = detectLanguage(text, undefined, language === "en" ? "de" : "en", localModels().languages);
    return told !== language || foreignLanguage !== undefined;
  });
  console.log(`language told right: ${sentences.length - wrong.length} of ${sentences.length}`);
  expect(sentences.length).toBeGreaterThan(800);
  expect(wrong.length / sentences.length).toBeLessThanOrEqual(0.02);
});

test.each([
  ["es", "sí, de acuerdo\n\nMarta"],
  ["es", "Grey Silk Scarf y Blue Wool Coat, nada más"],
  ["pt", "Grey Silk Scarf e Blue Wool Coat, é tudo"],
  ["it", "mi zia me ne ha dato uno uguale"],
  ["fr", "Blue Wool Coat"],
  ["nl", "Grey Silk Scarf graag"],
] as const)("names and a few words do not move a conversation out of its language (%s, %s)", (language, text) => {
  expect(detectLanguage(text, language, "en", localModels().languages)).toEqual({ language });
});

test.each([
  ["it", "en", "sorry, can we speak English please"],
  ["en", "de", "können wir bitte deutsch schreiben"],
  ["de", "fr", "je préfère écrire en français, merci"],
  ["fr", "nl", "kunnen we verder in het nederlands"],
  ["en", "it", "DOV'È IL MIO PACCO PER FAVORE"],
  ["en", "de", "WO IST MEIN PAKET BITTE"],
] as const)("from %s to %s in one sentence: “%s”", (previous, language, text) => {
  expect(detectLanguage(text, previous, "en", localModels().languages)).toEqual({ language });
});
