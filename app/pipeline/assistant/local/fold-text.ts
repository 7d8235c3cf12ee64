const marks = /\p{M}+/gu;
const invisible = /\p{Cf}+/gu;

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

/** The words of a folded text; digits stay together, punctuation goes, an apostrophe ends a word (`j'attends` → `j`, `attends`). */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
