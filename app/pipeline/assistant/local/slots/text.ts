import { foldText, wordsOf } from "../fold-text.ts";

/** A message as the slot parsers read it: folded once for all of them. */
export type SlotText = {
  /** As it was written. */
  original: string;
  /** Lower case without accents. */
  folded: string;
  words: string[];
  /** What was asked last: "order", "code", "yes-no", "quantity", "items", "reason", "contact", "change". */
  expecting?: string;
};

export function readSlotText(original: string, expecting?: string): SlotText {
  const folded = foldText(original).trim();
  return { original, folded, words: wordsOf(folded), expecting };
}

/** Whole words or phrases, separated by `|`, anywhere in a folded text. */
export function phrases(list: string): RegExp {
  const alternatives = list
    .split("|")
    .map((one) => one.trim().replace(/\s+/g, "[\\s,]+"))
    .filter(Boolean);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "u");
}
