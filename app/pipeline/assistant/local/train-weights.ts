import type { Language } from "#app/channels/message.ts";
import { intents, returnReasons } from "#app/pipeline/assistant/model.ts";
import { classify, type StoredModel, storeModel } from "./classifier.ts";
import { foldOf, type TrainingOptions, trainCalibrated, trainClassifier } from "./train-classifier.ts";
import { intentOptions, reasonOptions } from "./training-options.ts";
import { type Example, intentExamples, reasonExamples } from "./utterances/all.ts";

const foldCount = 5;

/** The two stored models as the text of `weights.json`; the same utterances always give the same bytes. */
export function trainWeights(): string {
  const stored: Record<"intents" | "reasons", StoredModel> = {
    intents: storeModel(trainCalibrated(intentExamples(), intents, intentOptions)),
    reasons: storeModel(trainCalibrated(reasonExamples(), returnReasons, reasonOptions)),
  };
  return `${JSON.stringify(stored)}\n`;
}

/** How often the best label is right on utterances that the training did not see, per language and over all (each between 0 and 1). */
export type Accuracy = { overall: number; byLanguage: Record<Language, number> };

export function intentAccuracy(): Accuracy {
  return heldOutAccuracy(intentExamples(), intents, intentOptions);
}

export function reasonAccuracy(): Accuracy {
  return heldOutAccuracy(reasonExamples(), returnReasons, reasonOptions);
}

function heldOutAccuracy<Label extends string>(examples: Example<Label>[], labels: readonly Label[], options: TrainingOptions): Accuracy {
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
