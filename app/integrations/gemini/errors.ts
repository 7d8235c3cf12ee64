import { ApiError } from "@google/genai";
import { ModelError } from "#app/pipeline/assistant/model.ts";

/**
 * One error for everything that can go wrong in a call. Only HTTP answers are ApiError: a body that is not JSON arrives as
 * SyntaxError, a timeout or abort as AbortError or TimeoutError, a lost connection as TypeError ("fetch failed").
 */
export function toModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof ApiError) {
    return new ModelError("http", `Gemini answered ${error.status}.`, error.status === 408 || error.status === 429 || error.status >= 500);
  }
  const name = error instanceof Error ? error.name : "";
  if (name === "AbortError" || name === "TimeoutError") return new ModelError("timeout", "Gemini did not answer in time.", true);
  if (error instanceof SyntaxError) return new ModelError("malformed", "Gemini's reply could not be read.", true);
  if (error instanceof TypeError) return new ModelError("network", "Gemini could not be reached.", true);
  // Only the class: the text of an unknown error can quote the shopper or the key.
  return new ModelError("network", `Gemini failed (${name || typeof error}).`, false);
}

/** Google's side failed, or this model's quota is used up: another model, or another moment, may do. */
export function isTheirs(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 429 || error.status >= 500);
}

const usualRest = 30_000;

/** How long to leave a model alone whose quota is used up, in milliseconds: what RetryInfo says; undefined for any other error. */
export function restAfter(error: unknown): number | undefined {
  if (!(error instanceof ApiError) || error.status !== 429) return undefined;
  const seconds = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/.exec(error.message)?.[1];
  return seconds === undefined ? usualRest : Number(seconds) * 1_000;
}

/** The SDK does not always end a call at once when its signal does. */
export function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
