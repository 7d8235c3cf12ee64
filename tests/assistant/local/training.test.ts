import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { trainings } from "#app/pipeline/assistant/local/build-weights.ts";
import { storeModel } from "#app/pipeline/assistant/local/classifier.ts";
import { type Training, trainClassifier } from "#app/pipeline/assistant/local/train-classifier.ts";

const path = new URL("../../../app/pipeline/assistant/local/weights.json", import.meta.url);
const stored = JSON.parse(readFileSync(path, "utf8"));

// Calibrating takes five trainings more: tests/long/training.test.ts compares the whole file.
test.for(Object.entries(trainings))(
  "training %s again gives the stored weights, byte for byte",
  { timeout: 240_000 },
  ([name, training]) => {
    const { temperature, ...trained } = storeModel(trainClassifier<string>(training as Training<string>));
    expect(temperature).toBe(1);
    expect(JSON.stringify({ ...trained, temperature: stored[name].temperature }, sorted)).toBe(JSON.stringify(stored[name], sorted));
  },
);

/** The keys of objects in one order. */
function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
