import type { Language } from "#app/channels/message.ts";
import { classify } from "./classifier.ts";
import { foldCount, foldOf, type TrainingOptions, trainClassifier } from "./train-classifier.ts";
import type { Example } from "./utterances/all.ts";

/** How often the best label is right on utterances that the training did not see (each between 0 and 1). */
export type Accuracy = { overall: number; byLanguage: Record<Language, number> };

/** Five trainings, each judged on the fifth of the utterances that it did not see. `overall` is the mean of the languages. */
export function heldOutAccuracy<Label extends string>(
  examples: Example<Label>[],
  labels: readonly Label[],
  options: TrainingOptions,
): Accuracy {
  const tally = new Map<Language, { right: number; all: number }>();
  for (let fold = 0; fold < foldCount; fold += 1) {
    const seen = examples.filter((example) => foldOf(example.text) !== fold);
    const model = trainClassifier(seen, labels, options);
    for (const example of examples.filter((one) => foldOf(one.text) === fold)) {
      const counts = tally.get(example.language) ?? { right: 0, all: 0 };
      counts.all += 1;
      if (classify(model, example.text)[0]?.label === example.label) counts.right += 1;
      tally.set(example.language, counts);
    }
  }
  const shares = [...tally].map(([language, counts]) => [language, counts.right / counts.all] as const);
  return {
    overall: shares.reduce((sum, [, share]) => sum + share, 0) / shares.length,
    byLanguage: Object.fromEntries(shares) as Record<Language, number>,
  };
}
