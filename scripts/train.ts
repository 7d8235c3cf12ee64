/** `npm run train`: trains the local models on our utterances and writes their weights beside them. */
import { writeFileSync } from "node:fs";
import { buildWeights } from "#app/pipeline/assistant/local/build-weights.ts";

const target = new URL("../app/pipeline/assistant/local/weights.json", import.meta.url);
const started = performance.now();
const { weights, accuracy } = buildWeights();
writeFileSync(target, weights);
for (const [name, { overall, byLanguage }] of Object.entries(accuracy)) {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const each = Object.entries(byLanguage).map(([language, share]) => `${language} ${percent(share)}`);
  console.log(`${name} right on unseen utterances: ${percent(overall)} (${each.join(", ")})`);
}
console.log(`Wrote ${Math.round(weights.length / 1024)} KiB of weights; ${((performance.now() - started) / 1000).toFixed(1)} s in all.`);
