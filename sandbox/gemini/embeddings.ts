import { createHash } from "node:crypto";
import { featuresOf } from "./meanings.ts";
import { asObject, googleError, type Json, parse } from "./wire.ts";

export type EmbedCall = { model: string; texts: string[]; taskType?: string; dimensions: number };

/** Whether a model's shortened vectors come back with length one. */
const models: Record<string, { normalised: boolean; countsTokens: boolean }> = {
  "gemini-embedding-001": { normalised: false, countsTokens: false },
  "gemini-embedding-2": { normalised: true, countsTokens: true },
};
const wholeVector = 3_072;
const mostRequests = 100;
const fields = new Set(["model", "content", "taskType", "title", "outputDimensionality"]);
const taskTypes = new Set(
  "RETRIEVAL_QUERY RETRIEVAL_DOCUMENT SEMANTIC_SIMILARITY CLASSIFICATION CLUSTERING QUESTION_ANSWERING FACT_VERIFICATION CODE_RETRIEVAL_QUERY".split(
    " ",
  ),
);

/** A batchEmbedContents as it came over the wire, checked the way Gemini checks it; or the answer that refuses it. */
export function readEmbedCall(model: string, raw: string): EmbedCall | Response {
  if (!(model in models)) return googleError(404, `models/${model} is not found for API version v1, or is not supported for embedContent.`);
  const requests = asObject(parse(raw))?.requests;
  if (!Array.isArray(requests) || requests.length === 0)
    return googleError(400, "* BatchEmbedContentsRequest.requests: requests is not specified");
  if (requests.length > mostRequests)
    return googleError(400, `* BatchEmbedContentsRequest.requests: at most ${mostRequests} requests can be in one batch`);
  const texts: string[] = [];
  let [taskType, dimensions]: [string | undefined, number] = [undefined, wholeVector];
  for (const [at, one] of requests.entries()) {
    const request = asObject(one) ?? {};
    const stray = Object.keys(request).find((key) => !fields.has(key));
    if (stray) return googleError(400, `Invalid JSON payload received. Unknown name "${stray}" at 'requests[${at}]': Cannot find field.`);
    if (request.model !== `models/${model}`)
      return googleError(400, `* BatchEmbedContentsRequest.requests[${at}].model: must match the model.`);
    const { parts } = asObject(request.content) ?? {};
    const words = Array.isArray(parts) ? parts.map((part) => asObject(part)?.text) : [];
    if (words.length === 0 || words.some((text) => typeof text !== "string" || text.trim() === ""))
      return googleError(400, `* BatchEmbedContentsRequest.requests[${at}].content: content is empty`);
    if (request.taskType !== undefined && !taskTypes.has(String(request.taskType)))
      return googleError(400, `Invalid value at 'requests[${at}].task_type'`);
    dimensions = Number(request.outputDimensionality ?? wholeVector);
    if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > wholeVector)
      return googleError(400, `* BatchEmbedContentsRequest.requests[${at}].output_dimensionality: must be between 1 and ${wholeVector}.`);
    taskType = request.taskType === undefined ? undefined : String(request.taskType);
    texts.push(words.join("\n"));
  }
  return { model, texts, taskType, dimensions };
}

export function answerEmbed({ model, texts, dimensions }: EmbedCall): Json {
  const { normalised = false, countsTokens = false } = models[model] ?? {};
  const embeddings = texts.map((text) => ({ values: vectorOf(text, dimensions, normalised) }));
  const promptTokenCount = Math.ceil(texts.join("").length / 4);
  return { embeddings, ...(countsTokens && { usageMetadata: { promptTokenCount, totalTokenCount: promptTokenCount } }) };
}

/** What all texts have in common: with the real models, too, strangers are no right angle apart. */
const common = Math.SQRT1_2;

/** The text's features through a fixed projection, cut where the caller wants it. */
function vectorOf(text: string, dimensions: number, normalised: boolean): number[] {
  const written = text.replace(/^(?:task: [^|]*\| query: |title: [^|]*\| text: )/, "");
  const features = [...featuresOf(written)];
  const length = Math.hypot(...features.map(([, weight]) => weight)) || 1;
  const sum = direction("everything", dimensions).map((value) => value * common);
  for (const [name, weight] of features) {
    const towards = direction(name, dimensions);
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + ((towards[at] ?? 0) * weight * common) / length;
  }
  const whole = normalised ? Math.hypot(...sum) : 1;
  return Array.from(sum, (value) => Math.round((value / whole) * 1e8) / 1e8);
}

const directions = new Map<string, Float64Array>();

/** The same for the same name at any time; of length one over all 3,072 figures. */
function direction(name: string, dimensions: number): Float64Array {
  const key = `${dimensions} ${name}`;
  const known = directions.get(key);
  if (known) return known;
  let seed = createHash("sha256").update(name).digest().readUInt32LE(0) || 1;
  const next = () => {
    // xorshift, to a figure between -1 and 1 whose square is a third on average.
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) / 2 ** 31 - 1;
  };
  const made = Float64Array.from({ length: dimensions }, () => next() * Math.sqrt(3 / wholeVector));
  directions.set(key, made);
  return made;
}
