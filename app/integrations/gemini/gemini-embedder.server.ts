import { GoogleGenAI } from "@google/genai";
import { type Embedder, ModelError, type Usage } from "#app/pipeline/assistant/model.ts";
import { callVendor } from "#app/platform/tracing/vendor-call.server.ts";
import { restAfter, toModelError, whenAborted } from "./errors.ts";
import { type EmbedResponse, toEmbedUsage, toVectors } from "./from-embeddings.ts";

export type EmbedderOptions = { apiKey: string; model: string; baseUrl?: string };
type Purpose = Parameters<Embedder["embed"]>[0];

/** The models are trained so that their first figures say most; 768 of 3,072 are a quarter of the room and nearly as good. */
const dimensions = 768;
/** In milliseconds: a shopper waits for a question's vector, nobody for those of passages. */
const patience: Record<Purpose, number> = { question: 1_500, passage: 20_000 };
/** After a failure that says nothing of when to come back, in milliseconds: one shopper waits for a service that is down, not all. */
const usualRest = 30_000;
/** In characters. What models read of a text ends at 2,048 tokens. */
const longestText = 6_000;

/** Gemini's embeddings, in batches of at most 100 texts. Asked once, never again; every failure is a ModelError. */
export function createGeminiEmbedder({ apiKey, model, baseUrl }: EmbedderOptions): Embedder {
  const client = new GoogleGenAI({ apiKey, httpOptions: { baseUrl, retryOptions: { attempts: 1 } } });
  /** By `performance.now()`. */
  let restingUntil = 0;

  async function ask(purpose: Purpose, texts: string[]): Promise<{ value: Float32Array[]; usage: Usage }> {
    if (restingUntil > performance.now()) throw new ModelError("http", "Gemini's embeddings are left alone for a while.", true);
    const started = performance.now();
    const timeout = patience[purpose];
    const abortSignal = AbortSignal.timeout(timeout);
    try {
      const written = texts.map((text) => asTold(model, purpose, text.slice(0, longestText)));
      // Each text a content of its own: several strings become one vector with newer models.
      const contents = written.map((text) => ({ parts: [{ text }] }));
      const config = { ...taskOf(model, purpose), outputDimensionality: dimensions, abortSignal, httpOptions: { timeout } };
      const call = client.models.embedContent({ model, contents, config });
      const response: EmbedResponse = await Promise.race([call, whenAborted(abortSignal)]);
      const value = toVectors(response, texts.length, dimensions);
      return { value, usage: { ...toEmbedUsage(response, written), milliseconds: performance.now() - started, model } };
    } catch (error) {
      restingUntil = performance.now() + (restAfter(error) ?? usualRest);
      throw toModelError(error);
    }
  }

  return { model, embed: (purpose, texts) => callVendor("gemini", "embed", () => ask(purpose, texts)) };
}

/** gemini-embedding-001 is told in a field what the text is for; models after it ignore the field and read it in the text. */
const takesTask = (model: string): boolean => model === "gemini-embedding-001";

function taskOf(model: string, purpose: Purpose): { taskType?: string } {
  if (!takesTask(model)) return {};
  return { taskType: purpose === "question" ? "RETRIEVAL_QUERY" : "RETRIEVAL_DOCUMENT" };
}

function asTold(model: string, purpose: Purpose, text: string): string {
  if (takesTask(model)) return text;
  return purpose === "question" ? `task: search result | query: ${text}` : `title: none | text: ${text}`;
}
