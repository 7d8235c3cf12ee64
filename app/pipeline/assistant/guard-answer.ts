import type { Language } from "#app/channels/message.ts";
import { indexed, termsOf } from "#app/pipeline/knowledge/terms.ts";
import { factsIn, isCurrency, isNegated, isPlain, linksAreAllowed } from "./guard.ts";

/** What a model made of the passages; `language`: of its words; `written`: of each passage. */
export type GuardAnswerInput = {
  sentences: string[];
  language: Language;
  passages: { title: string; text: string; written: Language }[];
  allowedHosts: string[];
};

const mostCharacters = 600;
/** In words that carry meaning, of a sentence with a figure or promise; shorter ones must stand in the passage as they are. */
const fewestWords = 3;
/**
 * So many of the words that carry meaning must be the passage's own: what is about something else is not from there. With a
 * figure in it a sentence may hardly have a word of its own, or the figure is said of something else.
 */
const leastGrounded = { plain: 0.7, withFacts: 0.85 };

/**
 * Whether an answer may be said: each of its sentences must come from one or two neighbouring sentences of a passage, with
 * every figure, date, amount, link and promise of its own standing there, with a "not" if and only if there is one, and on
 * the same matter.
 */
export function mayAnswer({ sentences, language, passages, allowedHosts }: GuardAnswerInput): boolean {
  if (sentences.length === 0 || sentences.join(" ").length > mostCharacters) return false;
  if (!sentences.every((sentence) => isPlain(sentence, sentence) && linksAreAllowed(sentence, allowedHosts))) return false;
  const places = passages.flatMap(placesIn);
  return sentences.flatMap(partsOf).every((part) => {
    const facts = factsIn(part);
    const terms = termsOf(part, language);
    const least = facts.length > 0 ? leastGrounded.withFacts : leastGrounded.plain;
    // A currency without its figure is broken; a promise in a word or two is of something that nobody can tell.
    if (facts.some(isCurrency) && !facts.some((fact) => /\p{N}/u.test(fact))) return false;
    return places.some(
      (place) =>
        (facts.length === 0 || terms.length >= fewestWords || place.text.includes(part)) &&
        facts.every((fact) => place.facts.has(fact)) &&
        isNegated(part) === place.negated &&
        terms.filter(({ units }) => units.some((unit) => place.units.has(unit))).length >= least * terms.length,
    );
  });
}

type Place = { text: string; facts: ReadonlySet<string>; units: ReadonlySet<string>; negated: boolean };

/** Each sentence of a passage, and each two that follow each other, with what the title says of all of them. */
function placesIn({ title, text, written }: GuardAnswerInput["passages"][number]): Place[] {
  const parts = partsOf(text);
  const ofTitle = indexed(title, written).split(" ");
  return [...parts, ...parts.slice(1).map((part, at) => `${parts[at]} ${part}`)].map((part) => ({
    text: part,
    facts: new Set([...factsIn(part), ...factsIn(title)]),
    units: new Set([...indexed(part, written).split(" "), ...ofTitle]),
    negated: isNegated(part),
  }));
}

const partsOf = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/).filter((part) => part.trim() !== "");
