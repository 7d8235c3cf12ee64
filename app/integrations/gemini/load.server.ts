import type { Embedder, Model, ReadsPolicies, SeesPictures } from "#app/pipeline/assistant/model.ts";
import { env } from "#app/platform/env.ts";

/** Gemini as the environment names it, null without a key. Google's library is large: whoever has no key does not load it. */
export async function loadGemini(): Promise<(Model & SeesPictures & ReadsPolicies) | null> {
  const { geminiApiKey: apiKey, geminiModel: model, geminiSecondModel: secondModel } = env;
  if (!apiKey) return null;
  const { createGeminiModel } = await import("./gemini-model.server.ts");
  return createGeminiModel({ apiKey, model, secondModel });
}

/** Its embeddings, null likewise. */
export async function loadEmbedder(): Promise<Embedder | null> {
  const { geminiApiKey: apiKey, geminiEmbeddingModel: model } = env;
  if (!apiKey) return null;
  const { createGeminiEmbedder } = await import("./gemini-embedder.server.ts");
  return createGeminiEmbedder({ apiKey, model });
}
