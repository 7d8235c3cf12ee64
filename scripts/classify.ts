import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";

const text = process.argv.slice(2).join(" ").trim();
if (!text) {
  console.error('Give a sentence: npm run classify -- "where is my order"');
  process.exit(1);
}

const model = createLocalModel();
const input = { text, transcript: [], shopLanguage: "en" as const };
const signal = AbortSignal.timeout(5_000);
const warmUps = 200;
for (let round = 0; round < warmUps; round += 1) await model.understand(input, signal);

const started = performance.now();
const { value } = await model.understand(input, signal);
const microseconds = Math.round((performance.now() - started) * 1_000);

console.log(`language   ${value.language}${value.foreignLanguage ? ` (written in ${value.foreignLanguage})` : ""}`);
for (const { intent, confidence } of value.intents) console.log(`intent     ${intent} ${confidence.toFixed(3)}`);
console.log(`mood       ${value.mood}`);
console.log(`slots      ${JSON.stringify(value.slots)}`);
console.log(`took       ${microseconds} µs`);
