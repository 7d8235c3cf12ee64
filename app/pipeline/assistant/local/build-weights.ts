import { intents, returnReasons } from "#app/pipeline/assistant/model.ts";
import { type StoredModel, storeModel } from "./classifier.ts";
import { type TrainingOptions, trainCalibrated } from "./train-classifier.ts";
import { intentExamples, reasonExamples } from "./utterances/all.ts";

export type StoredWeights = { intents: StoredModel; reasons: StoredModel };

/** 2^15 buckets for the wishes; the reasons have a quarter of the words and get along with 2^13. */
export const intentTraining: TrainingOptions = { buckets: 32_768, epochs: 7, learningRate: 0.3, decay: 1e-5 };
export const reasonTraining: TrainingOptions = { buckets: 8_192, epochs: 7, learningRate: 0.3, decay: 1e-5 };

/** Trains both models on all our utterances. Same utterances, same bytes. */
export function buildWeights(): string {
  const weights: StoredWeights = {
    intents: storeModel(trainCalibrated(intentExamples(), intents, intentTraining)),
    reasons: storeModel(trainCalibrated(reasonExamples(), returnReasons, reasonTraining)),
  };
  return `${JSON.stringify(weights, null, 1)}\n`;
}
