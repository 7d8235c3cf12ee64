import { setTimeout } from "node:timers/promises";
import { GoogleGenAI } from "@google/genai";
import { type Answered, type Model, ModelError, type ReadsPolicies, type SeesPictures } from "#app/pipeline/assistant/model.ts";
import { callVendor } from "#app/platform/tracing/vendor-call.server.ts";
import { isTheirs, restAfter, toModelError, whenAborted } from "./errors.ts";
import {
  type GeminiResponse,
  toAnswer,
  toImageDescription,
  toPolicyReadings,
  toSentences,
  toSummary,
  toTranslations,
  toUnderstanding,
  toUsage,
} from "./from-response.ts";
import {
  type GeminiRequest,
  toAnswerRequest,
  toComposeRequest,
  toDescribeImageRequest,
  toReadPolicyRequest,
  toSummariseRequest,
  toTranslateRequest,
  toUnderstandRequest,
} from "./to-request.ts";

export type GeminiOptions = {
  apiKey: string;
  /** Never an alias such as `gemini-flash-latest`: those move. */
  model: string;
  /** Asked when Google's side fails or the first one's quota is used up; without one the first is asked again. */
  secondModel?: string;
  baseUrl?: string;
  /** Milliseconds for each kind of question, retries included. */
  timeouts?: Partial<typeof defaultTimeouts>;
};

const defaultTimeouts = {
  understand: 6_000,
  compose: 6_000,
  answer: 6_000,
  summarise: 10_000,
  translate: 10_000,
  describeImage: 15_000,
  readPolicy: 20_000,
};
/** Before the same model is asked again. */
const pauseMilliseconds = 250;

/** Gemini behind our own words: it reads and words, has no tools, and every failure is a ModelError. */
export function createGeminiModel({ apiKey, model, secondModel, baseUrl, timeouts }: GeminiOptions): Model & SeesPictures & ReadsPolicies {
  const limits = { ...defaultTimeouts, ...timeouts };
  const client = new GoogleGenAI({ apiKey, httpOptions: { baseUrl, retryOptions: { attempts: 1 } } });
  /** Until when (by `performance.now()`) a model's quota is used up, as Google said. */
  const restingUntil = new Map<string, number>();

  async function ask<Value>(
    operation: keyof typeof limits,
    request: GeminiRequest,
    read: (response: GeminiResponse) => Value,
    signal: AbortSignal,
  ): Promise<Answered<Value>> {
    const timeout = limits[operation];
    const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    // Per attempt, and told to Google's side too; the signal ends the whole.
    const asked = { ...request, config: { ...request.config, httpOptions: { timeout } } };
    const isRested = (name: string) => (restingUntil.get(name) ?? 0) <= performance.now();
    const [first, second] = [model, secondModel ?? model].filter(isRested);
    if (first === undefined) throw new ModelError("http", "Gemini's quota is used up.", true);
    try {
      return await askOne(first, asked, read, abortSignal);
    } catch (error) {
      const again = second !== undefined && isRested(second) && isTheirs(error) ? second : undefined;
      if (again === undefined) throw toModelError(error);
      if (again === first) await setTimeout(pauseMilliseconds, undefined, { signal: abortSignal }).catch(() => {});
      return await askOne(again, asked, read, abortSignal).catch((second: unknown) => {
        throw toModelError(second);
      });
    }
  }

  async function askOne<Value>(
    name: string,
    request: GeminiRequest,
    read: (response: GeminiResponse) => Value,
    abortSignal: AbortSignal,
  ): Promise<Answered<Value>> {
    const started = performance.now();
    try {
      abortSignal.throwIfAborted();
      const config = { ...request.config, abortSignal, automaticContinuation: false };
      const call = client.models.generateContent({ model: name, contents: request.contents, config });
      const response = await Promise.race([call, whenAborted(abortSignal)]);
      return { value: read(response), usage: toUsage(response, name, performance.now() - started) };
    } catch (error) {
      const rest = restAfter(error);
      if (rest !== undefined) restingUntil.set(name, performance.now() + rest);
      throw error;
    }
  }

  const call: typeof ask = (operation, ...rest) => callVendor("gemini", operation, () => ask(operation, ...rest));
  return {
    name: "gemini",
    understand: (input, signal) => call("understand", toUnderstandRequest(input), (response) => toUnderstanding(response, input), signal),
    compose: (input, signal) => call("compose", toComposeRequest(input), (response) => toSentences(response, input), signal),
    answer: (input, signal) => call("answer", toAnswerRequest(input), toAnswer, signal),
    translate: (input, signal) => call("translate", toTranslateRequest(input), (response) => toTranslations(response, input), signal),
    summarise: (input, signal) => call("summarise", toSummariseRequest(input), (response) => toSummary(response, input), signal),
    readPolicy: (input, signal) => call("readPolicy", toReadPolicyRequest(input), toPolicyReadings, signal),
    describeImage: (input, signal) => call("describeImage", toDescribeImageRequest(input), toImageDescription, signal),
  };
}
