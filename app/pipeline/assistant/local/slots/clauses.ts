import { foldText, wordsOf } from "../fold-text.ts";

/** The folded words of each part between punctuation marks, empty parts left out. */
export function clausesOf(text: string): string[][] {
  return foldText(text)
    .split(/[,.;:!?()\n–—]+|\s-\s/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

/** A word list as written in a sentence; both sides of a comparison lose doubled letters, so "yesss" and "jaaa" are found. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(singleLetters));
}

/** Doubled and stretched letters as one: "yesss" → "yes", "jaa" → "ja". */
export function singleLetters(word: string): string {
  return word.replace(/(.)\1+/gu, "$1");
}

/** Words that carry courtesy, not meaning, in the seven languages. */
export const courtesy = wordSet(
  "please pls plz thanks thank thx you ty so much many a lot very sorry hi hello hey bitte danke schon vielen dank sehr gern gerne " +
    "svp stp merci beaucoup s'il s il te vous plait plaît por favor porfa gracias muchas obrigado obrigada obg per favore grazie mille " +
    "alsjeblieft alstublieft aub graag bedankt dankjewel dank je wel pf pfv",
);

/** Whether the clause consists of the given words and courtesy only, at least one of the given. */
export function isMadeOf(clause: readonly string[], words: ReadonlySet<string>): boolean {
  const meaning = clause.map(singleLetters).filter((word) => words.has(word) || !courtesy.has(word));
  return meaning.length > 0 && meaning.every((word) => words.has(word));
}

/** Whether the whole message, courtesy aside, is one of the phrases. */
export function isPhrase(text: string, phrases: ReadonlySet<string>): boolean {
  const words = clausesOf(text).flat();
  if (phrases.has(words.join(" "))) return true;
  return phrases.has(words.filter((word) => !courtesy.has(singleLetters(word))).join(" "));
}
