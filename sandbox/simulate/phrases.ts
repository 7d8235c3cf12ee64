import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Random } from "./random.ts";
import type { Language } from "./types.ts";

const shape = z.object({ intent: z.string(), detail: z.string().optional(), language: z.string(), text: z.string().min(1) });
export type Phrase = z.output<typeof shape>;
export type Wish = { intent: string; detail?: string };

const own = new URL("phrase-book.jsonl", import.meta.url).pathname;

/** How people say things. Another book takes the place of ours for openings and restated wishes, as far as it goes. */
export class PhraseBook {
  readonly #own: Phrase[];
  readonly #other: Phrase[];

  private constructor(ownPhrases: Phrase[], other: Phrase[]) {
    this.#own = ownPhrases;
    this.#other = other;
  }

  static read(path?: string): PhraseBook {
    return new PhraseBook(readPhrases(own), path ? readPhrases(path) : []);
  }

  /** A first or restated wish. Where what is asked decides the answer, only a phrase with that very detail will do. */
  opening(wish: Wish, language: Language, random: Random, values: Record<string, string>): string {
    const strict = ["product_question", "shipping_policy", "return_policy", "payment", "complaint", "told_elsewhere"].includes(wish.intent);
    const other = fitting(this.#other, wish, language, strict, values);
    return fill(random.pick(other.length > 0 ? other : fitting(this.#own, wish, language, strict, values)), values);
  }

  /** An answer, always in the words of our own book. */
  answer(wish: Wish, language: Language, random: Random, values: Record<string, string> = {}): string {
    return fill(random.pick(fitting(this.#own, wish, language, true, values)), values);
  }
}

/** A line that is not like that is an error that names it. */
export function readPhrases(path: string): Phrase[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      try {
        return [shape.parse(JSON.parse(line))];
      } catch {
        throw new Error(`${path}, line ${index + 1}, is no phrase.`);
      }
    });
}

/** Those of the language that say the wish, and need nothing that this shopper does not remember. */
function fitting(phrases: Phrase[], wish: Wish, language: Language, strict: boolean, values: Record<string, string>): string[] {
  return phrases
    .filter((one) => one.intent === wish.intent && one.language === language)
    .filter((one) => one.detail === wish.detail || (!strict && one.detail === undefined))
    .map((one) => one.text)
    .filter((text) => [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => values[name ?? ""] !== undefined) || phrases.length < 8);
}

function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\s?\{(\w+)\}/g, (whole, name: string) =>
    values[name] ? `${whole.startsWith(" ") ? " " : ""}${values[name]}` : "",
  );
}

const neighbours: Record<string, string> = { a: "s", e: "r", i: "o", o: "p", r: "t", t: "r", n: "m", s: "d", l: "k", u: "i" };

/** One slip of the thumb in a longer word; numbers and addresses are looked at twice. */
export function withTypo(text: string, random: Random): string {
  const words = text.split(" ");
  const long = words.flatMap((word, index) => (/^\p{L}{5,}$/u.test(word) ? [index] : []));
  if (long.length === 0) return text;
  const index = random.pick(long);
  const word = words[index] ?? "";
  const at = random.between(1, word.length - 2);
  const kind = random.pick(["swap", "drop", "double", "near"] as const);
  const letter = word[at] ?? "";
  const slips = {
    swap: word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2),
    drop: word.slice(0, at) + word.slice(at + 1),
    double: word.slice(0, at) + letter + word.slice(at),
    near: word.slice(0, at) + (neighbours[letter] ?? letter) + word.slice(at + 1),
  };
  words[index] = slips[kind];
  return words.join(" ");
}
