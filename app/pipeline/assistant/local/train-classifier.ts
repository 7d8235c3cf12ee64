import { languages } from "#app/channels/message.ts";
import { type LinearModel, logits, softmax } from "./classifier.ts";
import { extractFeatures, type Features } from "./features.ts";
import { misspell } from "./misspell.ts";
import type { Example } from "./utterances/all.ts";

export type TrainingOptions = { buckets: number; epochs: number; learningRate: number; decay: number };

export type Training<Label extends string> = { examples: Example<Label>[]; labels: readonly Label[]; options: TrainingOptions };

type Sample = { features: Features; label: number };
/** An utterance as the training sees it, its misspellings with it; features are the dear part and are taken once. */
type Prepared<Label extends string> = { example: Example<Label>; features: Features; label: number; misspelt: Sample[] };
/** What a training that did not see an utterance made of it: one logit per label. */
export type Judged<Label extends string> = { example: Example<Label>; values: Float64Array; label: number };

const foldCount = 5;

/** Deals a pattern to one of five parts by its text alone, so that a new one never moves the others. */
function foldOf(text: string): number {
  let hash = 17;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash >>> 3) % foldCount;
}

/**
 * Trains on all examples. The temperature comes from five further trainings, each judged on the fifth that it did not see,
 * so that confidences are honest about new words; those judgements come along. Deterministic: same examples and options, same bytes.
 */
export function trainCalibrated<Label extends string>(training: Training<Label>): { model: LinearModel<Label>; unseen: Judged<Label>[] } {
  const { labels, options } = training;
  const prepared = prepare(training);
  const unseen = Array.from({ length: foldCount }, (_, fold) => {
    const seen = prepared.filter(({ example }) => foldOf(example.pattern) !== fold);
    const judge = learn(seen, labels, options);
    const apart = prepared.filter(({ example }) => foldOf(example.pattern) === fold);
    return apart.map(({ example, features, label }) => ({ example, values: logits(judge, features), label }));
  }).flat();
  // Fitted to the languages that are answered; the others know fewer sentences and would make all of them doubtful.
  const spoken = unseen.filter(({ example }) => languages.some((language) => language === example.language));
  return { model: { ...learn(prepared, labels, options), temperature: fitTemperature(spoken) }, unseen };
}

function prepare<Label extends string>({ examples, labels }: Training<Label>): Prepared<Label>[] {
  return examples.map((example) => {
    const label = labels.indexOf(example.label);
    const sample = (text: string) => ({ features: extractFeatures(text), label });
    // Of a pattern with many sentences, one slip for each is enough.
    const slips = misspell(example.text).slice(0, example.text === example.pattern ? 2 : 1);
    return { example, ...sample(example.text), misspelt: slips.map(sample) };
  });
}

/** AdaGrad over the log loss, then rounding to int8. */
function learn<Label extends string>(prepared: Prepared<Label>[], labels: readonly Label[], options: TrainingOptions): LinearModel<Label> {
  const samples: Sample[] = prepared.flatMap((one) => [one, ...one.misspelt]);
  const count = labels.length;
  // Each weight has its sum of squared gradients beside it: the two are always needed together, and memory is what costs time.
  const cells = new Float32Array(options.buckets * count * 2);
  for (let cell = 1; cell < cells.length; cell += 2) cells[cell] = 1e-3;
  const biases = new Float64Array(count);
  const random = makeRandom(20_261);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const sample of shuffled(samples, random)) descend(sample, cells, biases, options);
  }
  return quantise(labels, options.buckets, cells, biases);
}

function descend(
  { features, label }: Sample,
  cells: Float32Array,
  biases: Float64Array,
  { buckets, decay, learningRate }: TrainingOptions,
): void {
  const { hashes, values } = features;
  const width = biases.length * 2;
  const mask = buckets - 1;
  const sums = biases.slice();
  for (let at = 0; at < hashes.length; at += 1) {
    const value = values[at] as number;
    let cell = ((hashes[at] as number) & mask) * width;
    for (let index = 0; index < sums.length; index += 1, cell += 2) sums[index] = (sums[index] as number) + value * (cells[cell] as number);
  }
  const errors = softmax(sums, 1);
  errors[label] = (errors[label] as number) - 1;
  for (let at = 0; at < hashes.length; at += 1) {
    const value = values[at] as number;
    let cell = ((hashes[at] as number) & mask) * width;
    for (let index = 0; index < errors.length; index += 1, cell += 2) {
      const weight = cells[cell] as number;
      const gradient = (errors[index] as number) * value + decay * weight;
      const square = (cells[cell + 1] as number) + gradient * gradient;
      cells[cell + 1] = square;
      cells[cell] = weight - (learningRate * gradient) / Math.sqrt(square);
    }
  }
  for (let index = 0; index < biases.length; index += 1) biases[index] = (biases[index] as number) - 0.01 * (errors[index] as number);
}

function quantise<Label extends string>(
  labels: readonly Label[],
  buckets: number,
  cells: Float32Array,
  biases: Float64Array,
): LinearModel<Label> {
  const count = labels.length;
  const scales = new Float64Array(count);
  const weights = Float64Array.from({ length: buckets * count }, (_, at) => cells[at * 2] as number);
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
