/** `npm run train`: trains the local models on our utterances and writes their weights beside them. */
import { writeFileSync } from "node:fs";
import { buildWeights, intentTraining, reasonTraining } from "#app/pipeline/assistant/local/build-weights.ts";
import { type Accuracy, heldOutAccuracy } from "#app/pipeline/assistant/local/held-out.ts";
import { intentExamples, reasonExamples } from "#app/pipeline/assistant/local/utterances/all.ts";
import { intents, returnReasons } from "#app/pipeline/assistant/model.ts";

const target = new URL("../app/pipeline/assistant/local/weights.json", import.meta.url);
const started = performance.now();
const weights = buildWeights();
writeFileSync(target, weights);
report("intents", heldOutAccuracy(intentExamples(), intents, intentTraining));
report("reasons", heldOutAccuracy(reasonExamples(), returnReasons, reasonTraining));
console.log(`Wrote ${Math.round(weights.length / 1024)} KiB of weights; ${((performance.now() - started) / 1000).toFixed(1)} s in all.`);

function report(name: string, { overall, byLanguage }: Accuracy): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const each = Object.entries(byLanguage).map(([language, share]) => `${language} ${percent(share)}`);
  console.log(`${name} right on unseen utterances: ${percent(overall)} (${each.join(", ")})`);
}
