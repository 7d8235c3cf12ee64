import { detectAll } from "tinyld";
import { type Language, languages } from "#app/channels/message.ts";
import { foldText, wordsOf } from "./fold-text.ts";
import { commonWords } from "./language-words.ts";

export type Detected = { language: Language; foreignLanguage?: string };

/** Fewer words say too little to leave a language that is being spoken. */
const enoughWords = 3;
/** tinyld guesses between 60 languages; for a foreign one it must be this sure. */
const sureForeign = 0.6;
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]/gu;

/** The language of a message. `previous` is the one spoken so far, if any; `shop` answers when nothing else is known. */
export function detectLanguage(text: string, previous: Language | undefined, shop: Language): Detected {
  const fallback = previous ?? shop;
  const bare = text.replace(/\S+@\S+|https?:\S+|#?\d+/g, " ");
  const letters = bare.match(/\p{L}/gu)?.length ?? 0;
  if ((bare.match(otherScript)?.length ?? 0) > letters / 2) return { language: shop, foreignLanguage: detectAll(bare)[0]?.lang ?? "und" };
  const words = wordsOf(foldText(bare));
  if (words.length === 0 || (previous && words.length < enoughWords)) return { language: fallback };

  const scores = countCommonWords(words, bare);
  const [best, second] = [...languages].sort((a, b) => scores[b] - scores[a]);
  const lead = best ? scores[best] - (second ? scores[second] : 0) : 0;
  if (best && lead >= 1 && (scores[best] >= 2 || words.length < 5)) return { language: best };

  const guesses = words.length >= enoughWords ? detectAll(bare) : [];
  const top = guesses[0];
  const highest = best ? scores[best] : 0;
  if (top && !isOurs(top.lang) && top.accuracy >= sureForeign && words.length > enoughWords && highest <= words.length / 6) {
    return { language: shop, foreignLanguage: top.lang };
  }
  const ours = guesses.map((guess) => guess.lang).filter(isOurs);
  const tied = languages.filter((language) => scores[language] === highest);
  if (highest > 0) {
    if (tied.includes(fallback)) return { language: fallback };
    return { language: ours.find((language) => tied.includes(language)) ?? tied[0] ?? fallback };
  }
  return { language: previous ?? (top && isOurs(top.lang) && top.accuracy >= sureForeign ? top.lang : fallback) };
}

function isOurs(language: string): language is Language {
  return languages.some((one) => one === language);
}

/** Letters that only some of our languages write. */
const ownLetters: [RegExp, Language][] = [
  [/ß/, "de"],
  [/[äü]/i, "de"],
  [/[¿¡ñ]/i, "es"],
  [/[ãõ]/i, "pt"],
  [/[êœû]|ç[ao]/i, "fr"],
];

function countCommonWords(words: string[], text: string): Record<Language, number> {
  const scores: Record<Language, number> = { en: 0, de: 0, fr: 0, es: 0, pt: 0, it: 0, nl: 0 };
  for (const word of words) for (const language of commonWords.get(word) ?? []) scores[language] += 1;
  for (const [letters, language] of ownLetters) if (letters.test(text)) scores[language] += 1;
  return scores;
}
