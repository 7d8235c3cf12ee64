import type { Language } from "#app/channels/message.ts";
import { type Intent, intents, type ReturnReasonKey, returnReasons } from "#app/pipeline/assistant/model.ts";
import { splitUtterances, type UtteranceBook } from "./book.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export const books: Record<Language, UtteranceBook> = { en, de, fr, es, pt, it, nl };

/** One sentence with what it means. */
export type Example<Label extends string> = { text: string; label: Label; language: Language };

/** Every utterance with its intent. */
export function intentExamples(): Example<Intent>[] {
  return collect((book) => book.intents, intents);
}

/** Every utterance with its return reason. */
export function reasonExamples(): Example<ReturnReasonKey>[] {
  return collect((book) => book.reasons, returnReasons);
}

/** Every utterance with the language it is written in. What several languages write alike ("ok", "black friday?") says nothing and is left out. */
export function languageExamples(): Example<Language>[] {
  const all = [...intentExamples(), ...reasonExamples()].map(({ text, language }) => ({ text, label: language, language }));
  const owners = new Map<string, Set<Language>>();
  for (const { text, language } of all) owners.set(text, (owners.get(text) ?? new Set()).add(language));
  return all.filter(({ text }) => owners.get(text)?.size === 1);
}

function collect<Label extends string>(pick: (book: UtteranceBook) => Record<Label, string>, labels: readonly Label[]): Example<Label>[] {
  const languagesInOrder = Object.keys(books) as Language[];
  return languagesInOrder.flatMap((language) =>
    labels.flatMap((label) => splitUtterances(pick(books[language])[label]).map((text) => ({ text, label, language }))),
  );
}
