import { GoogleGenAI } from "@google/genai";
import type { Answered, Model } from "#app/pipeline/assistant/model.ts";
import { toModelError } from "./errors.ts";
import { type GeminiAnswer, sentencesFrom, summaryFrom, understandingFrom, usageFrom } from "./from-response.ts";
import { composeRequest, type GeminiRequest, summariseRequest, understandRequest } from "./to-request.ts";

/** Longer than any caller waits; the callers' own signals are shorter. */
const timeout = 20_000;

/** Google's Gemini as a `Model`. Whatever goes wrong comes out as `ModelError`. */
export function createGeminiModel({ apiKey, model, baseUrl }: { apiKey: string; model: string; baseUrl?: string }): Model {
  const client = new GoogleGenAI({
    apiKey,
    // Without these the client tries once. A shopper waits, so the pause before the second attempt is short (seconds).
    httpOptions: { baseUrl, timeout, retryOptions: { attempts: 2, initialDelay: 0.3, maxDelay: 1 } },
  });

  async function ask<T>(request: GeminiRequest, signal: AbortSignal, read: (answer: GeminiAnswer) => T): Promise<Answered<T>> {
    const start = performance.now();
    try {
      const config = { ...request.config, abortSignal: signal };
      const answer = await client.models.generateContent({ model, contents: request.contents, config });
      return { value: read(answer), usage: usageFrom(answer, model, Math.round(performance.now() - start)) };
    } catch (error) {
      throw toModelError(error);
    }
  }

  return {
    name: "gemini",
    understand: (input, signal) => ask(understandRequest(input), signal, (answer) => understandingFrom(answer, input)),
    compose: (input, signal) => ask(composeRequest(input), signal, (answer) => sentencesFrom(answer, input.template.length)),
    summarise: (input, signal) => ask(summariseRequest(input), signal, summaryFrom),
  };
}
