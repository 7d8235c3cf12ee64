const marks = /\p{M}+/gu;
const invisible = /\p{Cf}+/gu;
const withoutGaps = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Lower case without accents or invisible characters, `ß` as `ss`, one kind of apostrophe: how all our word lists are written. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(marks, "")
    .replace(invisible, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[’‘`´]/g, "'");
}

/**
 * The words of a folded text; digits stay together, punctuation goes, an apostrophe ends a word (`j'attends` → `j`, `attends`).
 * Where words are written without gaps (Japanese, Chinese) every two neighbouring signs count as one.
 */
export function wordsOf(folded: string): string[] {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => (withoutGaps.test(word) ? pairs([...word]) : [word]));
}

function pairs(signs: string[]): string[] {
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
