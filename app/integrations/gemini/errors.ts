import { ApiError } from "@google/genai";
import { ModelError } from "#app/pipeline/assistant/model.ts";

/**
 * Whatever the client threw, in our words. Only HTTP answers come as `ApiError`; a body that is no JSON comes as `SyntaxError`,
 * a timeout or abort as `AbortError` or `TimeoutError`, a dead connection as `TypeError`.
 * The vendor's text stays out: it can quote what the shopper wrote.
 */
export function toModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof ApiError) {
    const { status } = error;
    if (status === 408 || status === 504) return new ModelError("timeout", `Gemini answered ${status}.`, true);
    return new ModelError("http", `Gemini answered ${status}.`, status === 429 || status >= 500);
  }
  const name = error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  if (name === "AbortError" || name === "TimeoutError") return new ModelError("timeout", "Gemini did not answer in time.", true);
  if (error instanceof SyntaxError) return new ModelError("malformed", "Gemini's answer is not JSON.", true);
  return new ModelError("network", `Gemini could not be reached (${name}).`, true);
}
