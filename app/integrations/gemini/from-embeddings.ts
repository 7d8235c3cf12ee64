import type { EmbedContentResponse } from "@google/genai";
import { ModelError } from "#app/pipeline/assistant/model.ts";

/** What we read of a response; the wire has more. */
export type EmbedResponse = Pick<EmbedContentResponse, "embeddings" | "usageMetadata">;

/** One vector of length one for each text: Google gives shortened ones as they were cut. */
export function toVectors({ embeddings = [] }: EmbedResponse, texts: number, dimensions: number): Float32Array[] {
  if (embeddings.length !== texts) throw new ModelError("malformed", `Gemini gave ${embeddings.length} vectors for ${texts} texts.`, true);
  return embeddings.map(({ values = [] }) => {
    const vector = Float32Array.from(values);
    const length = Math.hypot(...vector);
    if (vector.length !== dimensions || !Number.isFinite(length) || length === 0)
      throw new ModelError("malformed", "Gemini gave a vector that is none.", true);
    return vector.map((one) => one / length);
  });
}

/** Counted by Google, or else as many tokens as so many letters are at most in our languages. */
export function toEmbedUsage({ usageMetadata }: EmbedResponse, texts: string[]): { inputTokens: number; outputTokens: number } {
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  return { inputTokens: usageMetadata?.promptTokenCount ?? Math.ceil(letters / 3), outputTokens: 0 };
}
