import { GoogleGenAI } from "@google/genai";
import type { Answered, Model } from "#app/pipeline/assistant/model.ts";
import { callVendor } from "#app/platform/tracing/vendor-call.server.ts";
import { toModelError } from "./errors.ts";
import { type GeminiResponse, toSentences, toSummary, toUnderstanding, toUsage } from "./from-response.ts";
import { type GeminiRequest, toComposeRequest, toSummariseRequest, toUnderstandRequest } from "./to-request.ts";

export type GeminiOptions = {
  apiKey: string;
  /** Never an alias such as `gemini-flash-latest`: those move. */
  model: string;
  baseUrl?: string;
  /** Milliseconds for each kind of question, retries included. */
  timeouts?: Partial<typeof defaultTimeouts>;
};

const defaultTimeouts = { understand: 6_000, compose: 6_000, summarise: 10_000 };
/** One second try when Google's side failed. A used-up quota (429) does not come back within our timeout. */
const retryOptions = { attempts: 2, initialDelay: 0.25, maxDelay: 1, httpStatusCodes: [500, 502, 503, 504] };

/** Gemini behind our own words: it reads and words, has no tools, and every failure is a ModelError. */
export function createGeminiModel({ apiKey, model, baseUrl, timeouts }: GeminiOptions): Model {
  const limits = { ...defaultTimeouts, ...timeouts };
  // Per attempt, and told to Google's side too; the signal below ends the whole.
  const timeout = Math.max(...Object.values(limits));
  const client = new GoogleGenAI({ apiKey, httpOptions: { baseUrl, timeout, retryOptions } });

  async function ask<Value>(
    operation: keyof typeof limits,
    request: GeminiRequest,
    read: (response: GeminiResponse) => Value,
    signal: AbortSignal,
  ): Promise<Answered<Value>> {
    const started = performance.now();
    const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(limits[operation])]);
    try {
      abortSignal.throwIfAborted();
      const config = { ...request.config, abortSignal, automaticContinuation: false };
      const call = client.models.generateContent({ model, contents: request.contents, config });
      const response = await Promise.race([call, whenAborted(abortSignal)]);
      return { value: read(response), usage: toUsage(response, model, performance.now() - started) };
    } catch (error) {
      throw toModelError(error);
    }
  }

  const call: typeof ask = (operation, ...rest) => callVendor("gemini", operation, () => ask(operation, ...rest));
  return {
    name: "gemini",
    understand: (input, signal) => call("understand", toUnderstandRequest(input), (response) => toUnderstanding(response, input), signal),
    compose: (input, signal) => call("compose", toComposeRequest(input), (response) => toSentences(response, input), signal),
    summarise: (input, signal) => call("summarise", toSummariseRequest(input), (response) => toSummary(response, input), signal),
  };
}

/** The SDK does not listen to the signal while it waits for its second try. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
