import { languages } from "#app/channels/message.ts";
import { intents, returnReasons } from "#app/pipeline/assistant/model.ts";
import { type StoredModel, storeModel } from "./classifier.ts";
import { type TrainingOptions, trainCalibrated } from "./train-classifier.ts";
import { intentExamples, languageExamples, reasonExamples } from "./utterances/all.ts";

export type StoredWeights = { intents: StoredModel; reasons: StoredModel; languages: StoredModel };

/** 2^15 buckets for the wishes; the reasons have a quarter of the words and get along with 2^13, the language with 2^12. */
export const intentTraining: TrainingOptions = { buckets: 32_768, epochs: 7, learningRate: 0.6, decay: 3e-5 };
export const reasonTraining: TrainingOptions = { ...intentTraining, buckets: 8_192 };
export const languageTraining: TrainingOptions = { ...intentTraining, buckets: 4_096 };

/** Trains the three models on all our utterances. Same utterances, same bytes. */
export function buildWeights(): string {
  const weights: StoredWeights = {
    intents: storeModel(trainCalibrated(intentExamples(), intents, intentTraining)),
    reasons: storeModel(trainCalibrated(reasonExamples(), returnReasons, reasonTraining)),
    languages: storeModel(trainCalibrated(languageExamples(), languages, languageTraining)),
  };
  return `${JSON.stringify(weights, null, 1)}\n`;
}
