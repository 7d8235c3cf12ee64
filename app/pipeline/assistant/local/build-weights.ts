import { type DetailedIntent, details, intents, returnReasons } from "#app/pipeline/assistant/model.ts";
import { storeModel } from "./classifier.ts";
import { type HeldOut, heldOut, type ReliabilityRow } from "./held-out.ts";
import { bookLanguages } from "./languages.ts";
import { type Training, type TrainingOptions, trainCalibrated } from "./train-classifier.ts";
import { detailExamples, intentExamples, languageExamples, noDetail, reasonExamples } from "./utterances/all.ts";

/** One model for the intents, one for the details of each intent that has some, one for reasons, one for languages. */
export type ModelName = "intents" | "reasons" | "languages" | `details.${DetailedIntent}`;

/** 2^16 buckets for the intents; the others tell fewer things apart and get along with less. */
const intentOptions: TrainingOptions = { buckets: 65_536, epochs: 5, learningRate: 0.6, decay: 2e-4 };
const detailed = Object.keys(details) as DetailedIntent[];
const detailTrainings = detailed.map((intent): [ModelName, Training<string>] => [
  `details.${intent}`,
  { examples: detailExamples(intent), labels: [...details[intent], noDetail], options: { ...intentOptions, buckets: 4_096 } },
]);

export const trainings = Object.fromEntries<Training<string>>([
  ["intents", { examples: intentExamples(), labels: intents, options: intentOptions }],
  ["reasons", { examples: reasonExamples(), labels: returnReasons, options: { ...intentOptions, buckets: 8_192, epochs: 7 } }],
  [
    "languages",
    { examples: languageExamples(), labels: bookLanguages, options: { ...intentOptions, buckets: 4_096, epochs: 2, decay: 3e-5 } },
  ],
  ...detailTrainings,
]) as Record<ModelName, Training<string>>;

/**
 * Trains all models on all our utterances: same utterances, same bytes. Also tells how right each is on what it did not see;
 * `reliability` is that of the intents as the admin shows it.
 */
export function buildWeights(): { weights: string; reliability: string; unseen: Record<ModelName, HeldOut> } {
  const trained = Object.entries(trainings).map(([name, training]) => ({ name, ...trainCalibrated(training) }));
  const stored = Object.fromEntries(trained.map(({ name, model }) => [name, storeModel(model)]));
  const unseen = Object.fromEntries(
    trained.map((one) => [one.name, heldOut(one.unseen, one.model.labels, one.model.temperature)]),
  ) as Record<ModelName, HeldOut>;
  return {
    weights: `${JSON.stringify(stored, null, 1)}\n`,
    reliability: `${JSON.stringify(unseen.intents.reliability.map(rounded), null, 2)}\n`,
    unseen,
  };
}

function rounded(row: ReliabilityRow): ReliabilityRow {
  const round = (share: number) => Math.round(share * 1_000) / 1_000;
  return { ...row, said: round(row.said), right: round(row.right) };
}
