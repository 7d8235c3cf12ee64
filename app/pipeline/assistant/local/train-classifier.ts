import { type LinearModel, logits, softmax } from "./classifier.ts";
import { extractFeatures, type Features } from "./features.ts";
import { misspell } from "./misspell.ts";
import type { Example } from "./utterances/all.ts";

export type TrainingOptions = { buckets: number; epochs: number; learningRate: number; decay: number };

type Sample = { features: Features; label: number };

export const foldCount = 5;

/** Deals an example to one of five parts by its text alone, so that a new utterance never moves the others. */
export function foldOf(text: string): number {
  let hash = 17;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash >>> 3) % foldCount;
}

/**
 * Trains on all examples. The temperature comes from five further trainings, each judged on the fifth that it did not see,
 * so that confidences are honest about new words. Deterministic: same examples and options, same bytes.
 */
export function trainCalibrated<Label extends string>(
  examples: Example<Label>[],
  labels: readonly Label[],
  options: TrainingOptions,
): LinearModel<Label> {
  const judged = Array.from({ length: foldCount }, (_, fold) => {
    const model = trainClassifier(
      examples.filter((example) => foldOf(example.text) !== fold),
      labels,
      options,
    );
    return examples
      .filter((example) => foldOf(example.text) === fold)
      .map((example) => ({ values: logits(model, extractFeatures(example.text, model.buckets)), label: labels.indexOf(example.label) }));
  }).flat();
  return { ...trainClassifier(examples, labels, options), temperature: fitTemperature(judged) };
}

/** One training without calibration (temperature 1): AdaGrad over the log loss, then rounding to int8. */
export function trainClassifier<Label extends string>(
  examples: Example<Label>[],
  labels: readonly Label[],
  options: TrainingOptions,
): LinearModel<Label> {
  const samples = examples.flatMap((example) =>
    [example.text, ...misspell(example.text)].map((text) => ({
      features: extractFeatures(text, options.buckets),
      label: labels.indexOf(example.label),
    })),
  );
  const count = labels.length;
  const weights = new Float64Array(options.buckets * count);
  const squares = new Float64Array(options.buckets * count).fill(1e-3);
  const biases = new Float64Array(count);
  const random = makeRandom(20_261);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const sample of shuffled(samples, random)) descend(sample, weights, squares, biases, options);
  }
  return quantise(labels, options.buckets, weights, biases);
}

function descend(sample: Sample, weights: Float64Array, squares: Float64Array, biases: Float64Array, options: TrainingOptions): void {
  const { features, label } = sample;
  const count = biases.length;
  const sums = biases.slice();
  for (let at = 0; at < features.buckets.length; at += 1) {
    const row = (features.buckets[at] ?? 0) * count;
    const value = features.values[at] ?? 0;
    for (let index = 0; index < count; index += 1) sums[index] = (sums[index] ?? 0) + value * (weights[row + index] ?? 0);
  }
  const errors = softmax(sums, 1);
  errors[label] = (errors[label] ?? 0) - 1;
  for (let at = 0; at < features.buckets.length; at += 1) {
    const row = (features.buckets[at] ?? 0) * count;
    const value = features.values[at] ?? 0;
    for (let index = 0; index < count; index += 1) {
      const cell = row + index;
      const weight = weights[cell] ?? 0;
      const gradient = (errors[index] ?? 0) * value + options.decay * weight;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = weight - (options.learningRate * gradient) / Math.sqrt(square);
    }
  }
  for (let index = 0; index < count; index += 1) biases[index] = (biases[index] ?? 0) - 0.01 * (errors[index] ?? 0);
}

function quantise<Label extends string>(
  labels: readonly Label[],
  buckets: number,
  weights: Float64Array,
  biases: Float64Array,
): LinearModel<Label> {
  const count = labels.length;
  const scales = new Float64Array(count);
  for (let at = 0; at < weights.length; at += 1) {
    const label = at % count;
    scales[label] = Math.max(scales[label] ?? 0, Math.abs(weights[at] ?? 0) / 127);
  }
  const rounded = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % count] || 1)));
  return { labels, buckets, temperature: 1, scales, biases, weights: rounded };
}

/** The temperature with the least log loss, to two digits, found by walking a fixed grid. */
function fitTemperature(judged: { values: Float64Array; label: number }[]): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let step = 10; step <= 300; step += 1) {
    const temperature = step / 100;
    let loss = 0;
    for (const { values, label } of judged) loss -= Math.log(Math.max(softmax(values, temperature)[label] ?? 0, 1e-12));
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}

/** A small seeded generator (mulberry32): training must not depend on Math.random. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
