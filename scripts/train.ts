/** `npm run train`: trains the local models on our utterances and writes their weights beside them. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildWeights } from "#app/pipeline/assistant/local/build-weights.ts";

const target = fileURLToPath(new URL("../app/pipeline/assistant/local/weights.json", import.meta.url));
const started = performance.now();
const weights = buildWeights();
writeFileSync(target, weights);
console.log(`Wrote ${Math.round(weights.length / 1024)} KiB of weights in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
