import { conceptsIn } from "./concepts.ts";
import { foldText, wordsOf } from "./fold-text.ts";
import { themesIn } from "./themes.ts";

/** Longer texts are cut: what a message wants stands in its first lines, and the time per message stays bounded. */
const maxWords = 120;
const letterWeight = 0.5;
const conceptWeight = 1.6;
const pairWeight = 1;
const themeWeight = 1.6;
const themePairWeight = 1;
const themeConceptWeight = 1.2;

/**
 * A message as a sparse vector of length one: hashes of 32 bits, of which a model takes as many as it has buckets, and their
 * values. A bucket may come twice; values then add up.
 */
export type Features = { hashes: Int32Array; values: Float64Array };

/** Hashed words, word pairs, 3–5 letter pieces of words, concepts and themes with their pairs. Dear, so once for all models. */
export function extractFeatures(text: string): Features {
  const words = wordsOf(foldText(text)).slice(0, maxWords).map(normaliseWord);
  const found: number[] = [];
  const weights: number[] = [];
  const add = (hash: number, weight: number) => {
    found.push(hash ^ (hash >>> 15));
    weights.push(weight);
  };

  let previous = hashText("^", 3);
  for (const word of words) {
    add(hashText(word, 1), 1);
    add(hashText(word, previous), 0.8);
    previous = hashText(word, 3);
    addPieces(`_${word}_`, add);
  }
  const concepts = conceptsIn(words);
  for (const [index, concept] of concepts.entries()) {
    add(mix(7, concept), conceptWeight);
    for (const other of concepts.slice(index + 1)) add(mix(mix(11, concept), other), pairWeight);
  }
  const themes = themesIn(words);
  for (const [index, theme] of themes.entries()) {
    add(mix(19, theme), themeWeight);
    for (const other of themes.slice(index + 1)) add(mix(mix(43, theme), other), themePairWeight);
    for (const concept of concepts) add(mix(mix(23, theme), concept), themeConceptWeight);
  }
  add(mix(13, Math.min(words.length, 3)), 1);
  add(mix(17, Math.min(concepts.length, 3)), conceptWeight);

  const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { hashes: Int32Array.from(found), values: Float64Array.from(weights, (weight) => weight / norm) };
}

/** Order numbers and amounts differ in every message; only small numbers (sizes, days) carry meaning. */
function normaliseWord(word: string): string {
  return /\d/.test(word) && !/^\d{1,2}$/.test(word) ? "0" : word;
}

function addPieces(padded: string, add: (hash: number, weight: number) => void): void {
  for (let start = 0; start + 3 <= padded.length; start += 1) {
    let hash = 5;
    const end = Math.min(padded.length, start + 5);
    for (let at = start; at < end; at += 1) {
      hash = mix(hash, padded.charCodeAt(at));
      if (at - start >= 2) add(hash, letterWeight);
    }
  }
}

function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

/** One step of FNV-1a in 32 bits. */
function mix(hash: number, value: number): number {
  return Math.imul(hash ^ 0x811c9dc5 ^ value, 0x01000193) + value;
}
