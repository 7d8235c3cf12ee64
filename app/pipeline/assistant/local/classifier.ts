import type { Features } from "./features.ts";

/** A trained multinomial logistic model. Weights are int8, one scale per label: `weights[bucket * labels + label] * scales[label]`. */
export type LinearModel<Label extends string> = {
  labels: readonly Label[];
  /** A power of two. */
  buckets: number;
  /** Divides the logits so that a confidence of 0.9 is right nine times out of ten. */
  temperature: number;
  scales: Float64Array;
  biases: Float64Array;
  weights: Int8Array;
};

export type Scored<Label extends string> = { label: Label; confidence: number };

/** All labels with calibrated confidences that add up to one, best first. */
export function classify<Label extends string>(model: LinearModel<Label>, features: Features): Scored<Label>[] {
  const probabilities = softmax(logits(model, features), model.temperature);
  return model.labels.map((label, index) => ({ label, confidence: probabilities[index] ?? 0 })).sort((a, b) => b.confidence - a.confidence);
}

export function logits(model: LinearModel<string>, features: Features): Float64Array {
  const count = model.labels.length;
  const mask = model.buckets - 1;
  const sums = new Float64Array(count);
  for (let at = 0; at < features.hashes.length; at += 1) {
    const row = ((features.hashes[at] ?? 0) & mask) * count;
    const value = features.values[at] ?? 0;
    for (let label = 0; label < count; label += 1) sums[label] = (sums[label] ?? 0) + value * (model.weights[row + label] ?? 0);
  }
  return sums.map((sum, label) => sum * (model.scales[label] ?? 0) + (model.biases[label] ?? 0));
}

export function softmax(values: Float64Array, temperature: number): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) highest = Math.max(highest, value);
  const powers = new Float64Array(values.length);
  let total = 0;
  for (let at = 0; at < values.length; at += 1) {
    const power = Math.exp(((values[at] ?? 0) - highest) / temperature);
    powers[at] = power;
    total += power;
  }
  for (let at = 0; at < powers.length; at += 1) powers[at] = (powers[at] ?? 0) / total;
  return powers;
}

/** How a model is stored: plain JSON with the weights in base64, so that every bundler can carry it. */
export type StoredModel = { labels: string[]; buckets: number; temperature: number; scales: number[]; biases: number[]; weights: string };

export function storeModel(model: LinearModel<string>): StoredModel {
  const { labels, buckets, temperature, scales, biases, weights } = model;
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  return { labels: [...labels], buckets, temperature, scales: [...scales], biases: [...biases], weights: bytes.toString("base64") };
}

/** Reads a stored model; throws when it was trained for other labels than the code knows. */
export function loadModel<Label extends string>(stored: StoredModel, labels: readonly Label[]): LinearModel<Label> {
  if (stored.labels.join() !== labels.join()) throw new Error("The stored weights know other labels than the code. Run `npm run train`.");
  const bytes = Buffer.from(stored.weights, "base64");
  if (bytes.length !== stored.buckets * labels.length) throw new Error("The stored weights are incomplete. Run `npm run train`.");
  return {
    labels,
    buckets: stored.buckets,
    temperature: stored.temperature,
    scales: Float64Array.from(stored.scales),
    biases: Float64Array.from(stored.biases),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  };
}
