import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { buildWeights, intentTraining, reasonTraining } from "#app/pipeline/assistant/local/build-weights.ts";
import { heldOutAccuracy } from "#app/pipeline/assistant/local/held-out.ts";
import { intentExamples, reasonExamples } from "#app/pipeline/assistant/local/utterances/all.ts";
import { intents, returnReasons } from "#app/pipeline/assistant/model.ts";

const stored = new URL("../../../app/pipeline/assistant/local/weights.json", import.meta.url);
const mostBytes = 1_500_000;

test("training again gives the stored weights, byte for byte", { timeout: 240_000 }, () => {
  const trained = buildWeights();
  expect(trained === readFileSync(stored, "utf8")).toBe(true);
  expect(trained.length).toBeLessThanOrEqual(mostBytes);
});

test("wishes are recognised in sentences that the training did not see", { timeout: 240_000 }, () => {
  const { overall, byLanguage } = heldOutAccuracy(intentExamples(), intents, intentTraining);
  console.info("intents on unseen utterances", overall.toFixed(3), byLanguage);
  expect(overall).toBeGreaterThanOrEqual(0.85);
  for (const language of languages) expect.soft(byLanguage[language], language).toBeGreaterThanOrEqual(0.85);
});

test("reasons are mostly recognised in words that the training did not see", { timeout: 240_000 }, () => {
  const { overall, byLanguage } = heldOutAccuracy(reasonExamples(), returnReasons, reasonTraining);
  console.info("reasons on unseen utterances", overall.toFixed(3), byLanguage);
  expect(overall).toBeGreaterThanOrEqual(0.75);
});
