import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { buildWeights } from "#app/pipeline/assistant/local/build-weights.ts";

const stored = new URL("../../app/pipeline/assistant/local/weights.json", import.meta.url);
const mostBytes = 1_500_000;

test("training again gives the stored file, byte for byte, and it is right on sentences it did not see", () => {
  const { weights, accuracy } = buildWeights();
  expect(weights === readFileSync(stored, "utf8")).toBe(true);
  expect(weights.length).toBeLessThanOrEqual(mostBytes);
  console.info("on unseen utterances", accuracy);
  expect(accuracy.intents.overall).toBeGreaterThanOrEqual(0.85);
  for (const language of languages) expect.soft(accuracy.intents.byLanguage[language], language).toBeGreaterThanOrEqual(0.85);
  expect(accuracy.reasons.overall).toBeGreaterThanOrEqual(0.75);
});
