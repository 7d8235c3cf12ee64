import { readFileSync } from "node:fs";
import { type DetailedIntent, details, type Intent, intents, type ReturnReasonKey, returnReasons } from "#app/pipeline/assistant/model.ts";
import { foldText, wordsOf } from "../fold-text.ts";
import { type BookLanguage, bookLanguages } from "../languages.ts";
import { readBook, type UtteranceBook } from "./book.ts";

/** One sentence with what it means. Sentences of one pattern are alike: whoever is judged on one must not have learnt from another. */
export type Example<Label extends string> = { text: string; label: Label; language: BookLanguage; pattern: string };

/** What a detail's model says of a sentence that names none. */
export const noDetail = "general";

const books = new Map<BookLanguage, UtteranceBook>(bookLanguages.map((language) => [language, readBookOf(language)]));

/** Every utterance with its intent. */
export function intentExamples(): Example<Intent>[] {
  return examples((topic) => intents.find((intent) => topic === intent || topic.startsWith(`${intent}.`)));
}

/** The utterances of one intent that stand under one of its details or under "general". */
export function detailExamples(intent: DetailedIntent): Example<string>[] {
  return examples((topic) => [...details[intent], noDetail].find((detail) => topic === `${intent}.${detail}`));
}

/** Every utterance with its return reason. */
export function reasonExamples(): Example<ReturnReasonKey>[] {
  return examples((topic) => returnReasons.find((reason) => topic === `reason.${reason}`));
}

/** Every utterance with the language it is written in. What several languages write alike ("ok", "black friday?") says nothing and is left out. */
export function languageExamples(): Example<BookLanguage>[] {
  const all = [...intentExamples(), ...reasonExamples()].map((one) => ({ ...one, label: one.language }));
  const owners = new Map<string, Set<BookLanguage>>();
  const bare = (text: string) => wordsOf(foldText(text)).join(" ");
  for (const { text, language } of all) owners.set(bare(text), (owners.get(bare(text)) ?? new Set()).add(language));
  return all.filter(({ text }) => owners.get(bare(text))?.size === 1);
}

function examples<Label extends string>(labelOf: (topic: string) => Label | undefined): Example<Label>[] {
  return [...books].flatMap(([language, book]) =>
    [...book].flatMap(([topic, patterns]) => {
      const label = labelOf(topic);
      if (label === undefined) return [];
      return patterns.flatMap(({ pattern, utterances }) => utterances.map((text) => ({ text, label, language, pattern })));
    }),
  );
}

function readBookOf(language: BookLanguage): UtteranceBook {
  const book = readBook(readFileSync(new URL(`${language}.txt`, import.meta.url), "utf8"));
  for (const topic of book.keys()) if (!isTopic(topic)) throw new Error(`${language}.txt: nobody knows [${topic}].`);
  return book;
}

function isTopic(topic: string): boolean {
  const [first = "", second] = topic.split(".");
  if (first === "reason") return returnReasons.some((reason) => reason === second);
  if (!intents.some((intent) => intent === first)) return false;
  return second === undefined || second === noDetail || (details as Record<string, readonly string[]>)[first]?.includes(second) === true;
}
