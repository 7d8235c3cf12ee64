import type { Term } from "./terms.ts";

/** A passage that the index offers: its units, those of its title and heading apart. */
export type Candidate = { seq: number; headingTerms: string; terms: string };
export type Ranked = {
  seq: number;
  /** 0–1: how much of what was asked the passage holds, rare words counting for more. */
  coverage: number;
  score: number;
};

/** A meaning may be a neighbour's; the word itself is surer. */
const byMeaning = 0.8;
/** A word that the shop never wrote says as much as a rare one, but may be the shopper's own way of talking. */
const unwritten = 0.75;

/** Nothing of the shop's is in the language of the question: a word that was not found may well stand there in another one. */
const untold = 0.25;

/** `holding`: how many passages hold a unit; `all`: how many there are; `foreign`: none is in the language of the question. */
export type Corpus = { holding: ReadonlyMap<string, number>; all: number; foreign: boolean };

/**
 * Orders passages by how much of the question they hold. A word counts once, by the rarest of the ways in which it is found,
 * and as a whole as much as the rarest of the ways in which it is written anywhere.
 */
export function rank(question: Term[], candidates: Candidate[], corpus: Corpus): Ranked[] {
  const words = question.map((term) => weigh(term, corpus));
  const whole = words.reduce((sum, word) => sum + word.weight, 0);
  if (whole === 0) return [];
  return candidates
    .map(({ seq, headingTerms, terms }) => {
      // With a blank on each side a unit is found whole; faster than taking the text apart.
      const [heading, text] = [` ${headingTerms} `, ` ${terms} `];
      let [found, score, asked] = [0, 0, 0];
      for (const word of words) {
        const [inHeading, inText] = [creditOf(word, heading), creditOf(word, text)];
        found += Math.max(inHeading, inText);
        score += Math.max(inHeading * headingFactor, inText) + both * Math.min(inHeading, inText);
        if (inHeading > 0) asked += 1;
      }
      const headingWords = Math.max(1, headingTerms.split(" ").filter((unit) => !isMeaning(unit)).length);
      // Of two that hold as much, the shorter says it more plainly.
      const brevity = 1 - 0.1 * Math.min(1, text.length / longText);
      return { seq, coverage: found / whole, score: (score + namedFactor * found * Math.min(1, asked / headingWords)) * (brevity / whole) };
    })
    .sort((one, other) => other.score - one.score || one.seq - other.seq);
}

const headingFactor = 1.2;
/** Named in the heading and spoken of below it. */
const both = 0.15;
/** For a heading that is all asked for. */
const namedFactor = 0.2;
/** Units of a passage of full length, in characters. */
const longText = 1_500;

/** What the whole sounds like, beside the words that it sounds like that for. */
const guessFactor = 0.6;

/** A shop of few texts has too few to tell rare words by: so many more are thought of that hold none of them. */
const imagined = 50;

type Weighed = { credits: { unit: string; credit: number }[]; weight: number };

function weigh({ units, guessed }: Term, { holding, all, foreign }: Corpus): Weighed {
  const share = guessed ? guessFactor : 1;
  const rarity = (count: number) => share * Math.max(0.2, Math.log(1 + (all + imagined - count + 0.5) / (count + 0.5)));
  const written = units.flatMap((unit) => {
    const count = holding.get(unit);
    return count === undefined ? [] : [{ unit, rarity: rarity(count) }];
  });
  const credits = written.map((one) => ({ unit: one.unit, credit: one.rarity * (isMeaning(one.unit) ? byMeaning : 1) }));
  // What nobody wrote on either side says nothing.
  if (written.length === 0) return { credits, weight: guessed ? 0 : (foreign ? untold : unwritten) * rarity(0.5) };
  return { credits, weight: Math.max(...written.map((one) => one.rarity)) };
}

const isMeaning = (unit: string): boolean => unit.startsWith("zz");

function creditOf({ credits }: Weighed, units: string): number {
  let best = 0;
  for (const { unit, credit } of credits) if (credit > best && units.includes(` ${unit} `)) best = credit;
  return best;
}
