/** `npm run train`: trains the local models on our utterances, writes their weights beside them and says how right they are. */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { buildWeights } from "#app/pipeline/assistant/local/build-weights.ts";
import type { HeldOut } from "#app/pipeline/assistant/local/held-out.ts";

const folder = new URL("../app/pipeline/assistant/local/", import.meta.url);
/** Intents beyond the ten that shops hear most. */
const tail = ["change_order", "change_address", "promotion", "payment", "invoice", "account", "speak_to_human", "out_of_scope"];
const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const started = performance.now();
const { weights, reliability, unseen } = buildWeights();
writeFileSync(new URL("weights.json", folder), weights);
writeFileSync(new URL("reliability.json", folder), reliability);
sayIntents(unseen.intents);
for (const [name, { all }] of Object.entries(unseen)) {
  if (name !== "intents") console.log(`${name.padEnd(26)} accuracy ${percent(all.accuracy)}, macro-F1 ${percent(all.f1)}`);
}
const kibibytes = (bytes: number) => Math.round(bytes / 1_024);
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(`Wrote ${kibibytes(weights.length)} KiB of weights, ${kibibytes(gzipSync(weights).length)} KiB compressed, in ${seconds} s.`);

/** Judged on utterances that the training had not seen: five trainings, each without a fifth of them. */
function sayIntents({ all, byLanguage, reliability }: HeldOut): void {
  console.log("intents, on unseen utterances");
  for (const [language, { accuracy, f1, f1ByLabel }] of Object.entries({ all, ...byLanguage })) {
    const rare = mean(tail.map((label) => f1ByLabel[label] ?? 0));
    console.log(`  ${language.padEnd(4)} accuracy ${percent(accuracy)}, macro-F1 ${percent(f1)}, of the tail ${percent(rare)}`);
  }
  console.log(
    `  ${Object.entries(all.f1ByLabel)
      .map(([label, f1]) => `${label} ${(f1 * 100).toFixed(0)}`)
      .join(", ")}`,
  );
  for (const { from, said, right, count } of reliability) {
    console.log(`  confidence from ${from.toFixed(2)}: said ${percent(said)}, right ${percent(right)} of ${count}`);
  }
}
