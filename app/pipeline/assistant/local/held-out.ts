import type { Language } from "#app/channels/message.ts";
import type { Judged } from "./train-classifier.ts";

/** How often the best label is right on utterances that the training did not see (each between 0 and 1). */
export type Accuracy = { overall: number; byLanguage: Record<Language, number> };

/** `overall` is the mean of the languages. */
export function heldOutAccuracy(unseen: Judged<string>[]): Accuracy {
  const tally = new Map<Language, { right: number; all: number }>();
  for (const { example, values, label } of unseen) {
    const counts = tally.get(example.language) ?? { right: 0, all: 0 };
    counts.all += 1;
    if (values.every((value, index) => index === label || value < (values[label] ?? 0))) counts.right += 1;
    tally.set(example.language, counts);
  }
  const shares = [...tally].map(([language, counts]) => [language, counts.right / counts.all] as const);
  return {
    overall: shares.reduce((sum, [, share]) => sum + share, 0) / shares.length,
    byLanguage: Object.fromEntries(shares) as Record<Language, number>,
  };
}
