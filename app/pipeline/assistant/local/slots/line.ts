/** A word of a message, folded, and where it stands in `written`. `end` is behind its last letter. */
export type Token = { word: string; start: number; end: number };

/** A message as the readers of things, sizes, dates and addresses see it: every place in `even` is the same place in `written`. */
export type Line = {
  /** As it was written, without invisible characters. */
  written: string;
  /** Lower case without accents, letter for letter. */
  even: string;
  tokens: Token[];
};

/** What was found, and from where to where it stands in `written`. */
export type Found<Value> = { value: Value; start: number; end: number };

/** Nobody names a thing or a day further down, and the time per message stays bounded. */
export const longestLine = 6_000;
const marks = /\p{M}+/gu;

/** Reads the beginning of a message, as far as one is worth reading. */
export function readLine(original: string): Line {
  const written = original
    .slice(0, longestLine)
    .normalize("NFC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[’‘`´]/g, "'");
  const even = foldEvenly(written);
  const tokens: Token[] = [];
  for (const match of even.matchAll(/[\p{L}\p{N}]+(?:-(?=\p{L})[\p{L}\p{N}]+)*/gu)) {
    tokens.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return { written, even, tokens };
}

/** Folds without moving anything: `ß` becomes one `s`, so lists of words must go through this as well. */
export function foldEvenly(text: string): string {
  return withoutAccents(text).toLowerCase();
}

const withoutAccents = (text: string): string => text.replace(/[^\0-\x7f]/g, foldSign);

const folds = new Map<string, string>([["ß", "s"]]);

function foldSign(sign: string): string {
  const known = folds.get(sign);
  if (known !== undefined) return known;
  const folded = sign.normalize("NFKD").replace(marks, "").toLowerCase();
  const fold = folded.length === 1 ? folded : (folded[0] ?? " ");
  folds.set(sign, fold);
  return fold;
}

/** The words of a list, folded as lines are. */
export function wordSet(...lists: string[]): Set<string> {
  return new Set(foldEvenly(lists.join(" ")).split(/\s+/).filter(Boolean));
}

/** Whole words or phrases in lower case, separated by `|`, anywhere in an even text. Written with accents or without. */
export function evenPhrases(list: string, flags = "u"): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${withoutAccents(list)})(?![\\p{L}\\p{N}])`, flags);
}
