import { expect } from "vitest";
import { toAnswer, toSentences, toSummary, toTranslations, toUnderstanding, toUsage } from "#app/integrations/gemini/from-response.ts";
import { ModelError } from "#app/pipeline/assistant/model.ts";
import { garbage } from "#sandbox/gemini/garbage.ts";
import { seeded } from "./chance.ts";

/** Reads so many answers of a model gone mad in each of the ways we read one; all but the one known error is thrown on. Returns how many could be read. */
export function readGarbage(outputs: number, seed: number): number {
  const random = seeded(seed);
  const input = { text: "hi", transcript: [], shopLanguage: "en" as const, now: new Date(), timeZone: "Europe/Berlin" as const };
  const readers = [
    (response: never) => toUnderstanding(response, input),
    (response: never) => toSentences(response, {} as never),
    (response: never) => toAnswer(response),
    (response: never) => toSummary(response, {} as never),
    (response: never) => toTranslations(response, { texts: ["hi"], to: "en" }),
  ];
  let read = 0;
  for (let n = 0; n < outputs; n += 1) {
    let response: never;
    try {
      response = JSON.parse(garbage(random)) as never;
    } catch {
      continue;
    }
    // The library hands on whatever object came.
    if (typeof response !== "object" || response === null) continue;
    const { inputTokens, outputTokens } = toUsage(response, "model", 1);
    for (const tokens of [inputTokens, outputTokens]) expect(Number.isSafeInteger(tokens) && tokens >= 0).toBe(true);
    for (const reader of readers) {
      try {
        reader(response);
        read += 1;
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
      }
    }
  }
  return read;
}
