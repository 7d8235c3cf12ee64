import { countIn, fillerWords, fold, meaningOf, partsOf, wordsOf } from "./item-words.ts";

type Matchable = { title: string; variantTitle?: string };

/** One thing named in the words: the candidates it may be, and how many, when that was said. */
type Mention<Item> = { items: Item[]; quantity?: number };

/** An order's number, and "too small": a complaint, not the small one. */
const notAName = /#\s*\w+|\b(?:too|zu|trop|demasiado|muito|troppo|te) \p{L}+/gu;
/** One letter before or after an apostrophe is no size: "s'il vous plaît", "it's the dress". */
const elided = /(?<!\p{L})\p{L}['’‘`´]\p{L}?(?!\p{L})|(?<!\p{L})\p{L}['’‘`´](?=\p{L})|(?<=\p{L})['’‘`´]\p{L}(?!\p{L})/gu;
const separators = /\s*(?:[,&+]|\b(?:and|und|et|y|e|ed|en|sowie|plus|along with)\b)\s*/u;

/**
 * Finds which of the items the words name: by title, variant, an everyday name in another language, with typos.
 * Each part of "the scarf and the dress" is looked up by itself. Several items in one mention: it is not clear which.
 */
export function findMentions<Item extends Matchable>(text: string, candidates: Item[]): Mention<Item>[] {
  const names = candidates.map((item) => nameWords(item));
  const mentions: Mention<Item>[] = [];
  for (const part of fold(text.replace(elided, " ")).replace(notAName, " ").split(separators)) {
    const words = wordsOf(part).flatMap((word) => [word, ...partsOf(word)]);
    const best = bestOf(
      words.filter((word) => !fillerWords.has(word)),
      names,
    );
    const items = candidates.filter((_, index) => best.includes(index));
    if (items.length === 0 || mentions.some((one) => sameItems(one.items, items))) continue;
    const known = new Set(names.flat());
    const quantity = countIn(words.filter((word) => !known.has(word)));
    mentions.push(quantity === undefined ? { items } : { items, quantity });
  }
  return mentions;
}

function sameItems<Item>(one: Item[], other: Item[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

/** Indices of the names that fit best. A word that fits many names says little, so it counts for less. */
function bestOf(words: string[], names: string[][]): number[] {
  const scores = names.map(() => 0);
  for (const word of words) {
    const fits = names.map((name) => Math.max(0, ...name.map((other) => likeness(word, other))));
    const best = Math.max(0, ...fits);
    if (best === 0) continue;
    const share = fits.filter((fit) => fit === best).length;
    fits.forEach((fit, index) => {
      if (fit === best) scores[index] = (scores[index] ?? 0) + best / share;
    });
  }
  const top = Math.max(0, ...scores);
  return top === 0 ? [] : scores.flatMap((score, index) => (Math.abs(score - top) < 1e-9 ? [index] : []));
}

function nameWords(item: Matchable): string[] {
  const words = wordsOf(fold(`${item.title} ${item.variantTitle ?? ""}`)).filter((word) => !fillerWords.has(word));
  return [...words, ...words.flatMap(partsOf)];
}

/** 1 for the same word, less for the same thing in other words, a part of it, or a typo; 0 for strangers. */
function likeness(word: string, name: string): number {
  if (word === name) return 1;
  if (/\d/.test(word) || word.length < 3 || name.length < 3) return 0;
  const meaning = meaningOf(name);
  if (meaning !== undefined && meaningOf(word) === meaning) return 0.9;
  if (word.length >= 4 && name.length >= 4 && (name.startsWith(word) || name.endsWith(word) || word.startsWith(name))) return 0.7;
  const allowed = Math.min(word.length, name.length) >= 8 ? 2 : Math.min(word.length, name.length) >= 4 ? 1 : 0;
  return allowed > 0 && editDistance(word, name) <= allowed ? 0.6 : 0;
}

/** How many slips of a finger apart: letters added, lost, changed, or two neighbours swapped ("teh"). */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const present = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min((last[column] ?? 0) + 1, (present[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + changed);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      present.push(cost);
    }
    beforeLast = last;
    last = present;
  }
  return last[other.length] ?? 0;
}
