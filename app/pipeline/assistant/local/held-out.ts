import { languages } from "#app/channels/message.ts";
import { softmax } from "./classifier.ts";
import type { BookLanguage } from "./languages.ts";
import type { Judged } from "./train-classifier.ts";

/** Shares between 0 and 1. `f1` is the mean over the labels, so that rare ones count as much as common ones. */
export type Scores = { accuracy: number; f1: number; f1ByLabel: Record<string, number> };
/** How often the best label was right where its confidence lay between `from` and the next row's; `said` is the mean confidence. */
export type ReliabilityRow = { from: number; said: number; right: number; count: number };
export type HeldOut = { all: Scores; byLanguage: Partial<Record<BookLanguage, Scores>>; reliability: ReliabilityRow[] };

const steps = [0, 0.5, 0.7, 0.85, 0.95];

/** What a model made of utterances that its training did not see. */
export function heldOut(unseen: Judged<string>[], labels: readonly string[], temperature: number): HeldOut {
  const guesses = unseen.map(({ example, values, label }) => {
    const probabilities = softmax(values, temperature);
    const best = probabilities.reduce((top, value, index) => (value > (probabilities[top] ?? 0) ? index : top), 0);
    return { language: example.language, wanted: label, said: best, confidence: probabilities[best] ?? 0 };
  });
  // What merchants are shown is about the languages that the assistant speaks.
  const spoken = guesses.filter(({ language }) => languages.some((one) => one === language));
  const found = [...new Set(guesses.map(({ language }) => language))];
  const inLanguage = (language: BookLanguage) =>
    scoresOf(
      guesses.filter((guess) => guess.language === language),
      labels,
    );
  return {
    all: scoresOf(guesses, labels),
    byLanguage: Object.fromEntries(found.map((language) => [language, inLanguage(language)])),
    reliability: steps.map((from, index) => {
      const within = spoken.filter(({ confidence }) => confidence >= from && confidence < (steps[index + 1] ?? 2));
      return { from, said: mean(within.map(({ confidence }) => confidence)), right: mean(within.map(isRight)), count: within.length };
    }),
  };
}

type Guess = { wanted: number; said: number; confidence: number };

function scoresOf(guesses: Guess[], labels: readonly string[]): Scores {
  const f1 = labels.flatMap((label, index): [string, number][] => {
    const wanted = guesses.filter((guess) => guess.wanted === index).length;
    const said = guesses.filter((guess) => guess.said === index).length;
    const both = guesses.filter((guess) => guess.wanted === index && guess.said === index).length;
    return wanted === 0 ? [] : [[label, (2 * both) / (wanted + said)]];
  });
  return { accuracy: mean(guesses.map(isRight)), f1: mean(f1.map(([, value]) => value)), f1ByLabel: Object.fromEntries(f1) };
}

function isRight({ wanted, said }: Guess): number {
  return wanted === said ? 1 : 0;
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
