/**
 * `npm run -s classify`: reads lines of `{"text", "language"?}` and writes for each what the assistant understands: intents,
 * language, mood and slots (those of `Slots` by their names; absent ones are left out; days are reckoned from today, UTC). With
 * GEMINI_API_KEY set Gemini is asked where the local model is not sure. `npm run -s classify -- where is my parcel` reads one sentence.
 */
import { createInterface } from "node:readline";
import { z } from "zod";
import { languages } from "#app/channels/message.ts";
import { understandWithCascade } from "#app/pipeline/assistant/cascade.ts";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import type { Model, Understanding } from "#app/pipeline/assistant/model.ts";

const lineSchema = z.object({ text: z.string(), language: z.string().optional() });
const threshold = () => 0.85;
const milliseconds = 10_000;

const local = createLocalModel();
const gemini = await geminiIfKey();
const sentence = process.argv.slice(2).join(" ").trim();
let failed = 0;
if (sentence) await write(JSON.stringify({ text: sentence }));
else for await (const line of createInterface({ input: process.stdin })) if (line.trim()) await write(line);
process.exit(failed === 0 ? 0 : 1);

async function write(line: string): Promise<void> {
  const read = lineSchema.safeParse(parse(line));
  if (!read.success) {
    failed += 1;
    return print({ error: 'Expected {"text": "…", "language"?: "…"} on each line.' });
  }
  const { text, language } = read.data;
  const shopLanguage = languages.find((one) => one === language?.slice(0, 2).toLowerCase()) ?? "en";
  const input = { text, transcript: [], shopLanguage, now: new Date(), timeZone: "UTC" };
  const { understanding } = await understandWithCascade({ local, gemini, threshold }, input, AbortSignal.timeout(milliseconds));
  print(inWords(text, understanding));
}

/** The best wish in front; what is absent has no key. */
function inWords(text: string, { intents, language, foreignLanguage, mood, slots, decidedBy }: Understanding): object {
  const [best] = intents;
  const { trackingNumber, courier, ...others } = slots;
  return {
    text,
    intent: best?.intent,
    detail: best?.detail,
    confidence: best?.confidence,
    intents,
    language: foreignLanguage ?? language,
    mood,
    slots: { ...others, ...(trackingNumber && { trackingNumber: { number: trackingNumber, courier } }) },
    by: decidedBy,
  };
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function geminiIfKey(): Promise<Model | undefined> {
  const { GEMINI_API_KEY: apiKey, GEMINI_MODEL: model = "gemini-3.8-flash" } = process.env;
  if (!apiKey) return undefined;
  const { createGeminiModel } = await import("#app/integrations/gemini/gemini-model.server.ts");
  return createGeminiModel({ apiKey, model });
}
