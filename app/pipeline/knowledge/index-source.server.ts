import { detect } from "tinyld";
import { type Language, languages } from "#app/channels/message.ts";
import { type Passage, passagesOf } from "#app/domain/knowledge/passages.ts";
import { type IndexedPassage, putSource, type SourceText } from "#app/domain/knowledge/sources.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { indexed } from "./terms.ts";

/** Reads a source's HTML into passages that can be found. `shopLanguage`: for texts too short to tell. */
export function indexSource(shopId: string, source: Omit<SourceText, "language">, html: string, shopLanguage: string): Promise<Write[]> {
  const passages = passagesOf(html);
  const whole = [source.title, ...passages.map((passage) => passage.text)].join("\n").slice(0, 2_000);
  const [found, own] = [detect(whole, { only: [...languages] }), shopLanguage.slice(0, 2)];
  const language = languages.find((one) => one === found) ?? languages.find((one) => one === own) ?? "en";
  return putSource(
    shopId,
    { ...source, language },
    passages.map((passage) => indexedPassage(source.title, passage, language)),
  );
}

function indexedPassage(title: string, { heading, text }: Passage, language: Language): IndexedPassage {
  // What stands under no heading stands under the title.
  return { heading, text, headingTerms: indexed(heading || title, language), terms: indexed(`${title}\n${text}`, language) };
}
