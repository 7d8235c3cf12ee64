import { type Language, languages } from "#app/channels/message.ts";
import { type Intent, intents, type ReturnReasonKey, returnReasons } from "#app/pipeline/assistant/model.ts";
import { type StoredModel, storeModel } from "./classifier.ts";
import { type Accuracy, heldOutAccuracy } from "./held-out.ts";
import { type Training, type TrainingOptions, trainCalibrated } from "./train-classifier.ts";
import { intentExamples, languageExamples, reasonExamples } from "./utterances/all.ts";

export type StoredWeights = { intents: StoredModel; reasons: StoredModel; languages: StoredModel };

/** 2^15 buckets for the wishes; the reasons have a quarter of the words and get along with 2^13, the language with 2^12. */
const intentOptions: TrainingOptions = { buckets: 32_768, epochs: 7, learningRate: 0.6, decay: 3e-5 };
export const trainings = {
  intents: { examples: intentExamples(), labels: intents, options: intentOptions } satisfies Training<Intent>,
  reasons: {
    examples: reasonExamples(),
    labels: returnReasons,
    options: { ...intentOptions, buckets: 8_192 },
  } satisfies Training<ReturnReasonKey>,
  languages: {
    examples: languageExamples(),
    labels: languages,
    options: { ...intentOptions, buckets: 4_096, epochs: 2 },
  } satisfies Training<Language>,
};

/** Trains the three models on all our utterances. Same utterances, same bytes. Also tells how right wishes and reasons are unseen. */
export function buildWeights(): { weights: string; accuracy: { intents: Accuracy; reasons: Accuracy } } {
  const wishes = trainCalibrated(trainings.intents);
  const reasons = trainCalibrated(trainings.reasons);
  const weights: StoredWeights = {
    intents: storeModel(wishes.model),
    reasons: storeModel(reasons.model),
    languages: storeModel(trainCalibrated<Language>(trainings.languages).model),
  };
  return {
    weights: `${JSON.stringify(weights, null, 1)}\n`,
    accuracy: { intents: heldOutAccuracy(wishes.unseen), reasons: heldOutAccuracy(reasons.unseen) },
  };
}
