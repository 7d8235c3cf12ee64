import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { buildWeights } from "#app/pipeline/assistant/local/build-weights.ts";

const folder = new URL("../../app/pipeline/assistant/local/", import.meta.url);
const mostBytes = 2_000_000;

test("training again gives the stored files, byte for byte, and they are right on sentences they did not see", () => {
  const { weights, reliability, unseen } = buildWeights();
  expect(weights === readFileSync(new URL("weights.json", folder), "utf8")).toBe(true);
  expect(reliability).toBe(readFileSync(new URL("reliability.json", folder), "utf8"));
  expect(gzipSync(weights).length).toBeLessThanOrEqual(mostBytes);
  for (const language of languages) expect.soft(unseen.intents.byLanguage[language]?.f1, language).toBeGreaterThanOrEqual(0.9);
  expect(unseen.reasons.all.accuracy).toBeGreaterThanOrEqual(0.75);
});
