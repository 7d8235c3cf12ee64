import { expect, test } from "vitest";
import { createGeminiEmbedder } from "#app/integrations/gemini/gemini-embedder.server.ts";
import { costOf } from "#app/integrations/gemini/prices.ts";
import type { ModelError } from "#app/pipeline/assistant/model.ts";
import type { Fault } from "#sandbox/double.ts";
import { apiKey, startGemini } from "./serve.ts";

async function start({ key = apiKey, model = "gemini-embedding-001" } = {}) {
  const { baseUrl, ...rest } = await startGemini();
  return { ...rest, embedder: createGeminiEmbedder({ apiKey: key, model, baseUrl }) };
}

test("each text gets a vector of length one; the task stands in a field, the figures are cut to 768", async () => {
  const { embedder, traffic } = await start();
  const { value, usage } = await embedder.embed("passage", ["Wool warms.", "Linen cools."]);
  expect(value.map((one) => [one.length, Math.hypot(...one).toFixed(5)])).toEqual([
    [768, "1.00000"],
    [768, "1.00000"],
  ]);
  expect(JSON.parse(traffic.body).requests).toEqual(
    ["Wool warms.", "Linen cools."].map((text) => ({
      model: "models/gemini-embedding-001",
      content: { parts: [{ text }] },
      taskType: "RETRIEVAL_DOCUMENT",
      outputDimensionality: 768,
    })),
  );
  // Google does not say here how many tokens it read.
  expect(usage).toMatchObject({ inputTokens: 8, outputTokens: 0, model: "gemini-embedding-001" });
  await embedder.embed("question", ["What warms?"]);
  expect(traffic.body).toContain("RETRIEVAL_QUERY");
});

test("a newer model reads in the text what it is for, and still gives a vector for each", async () => {
  const { embedder, history } = await start({ model: "gemini-embedding-2" });
  const { value, usage } = await embedder.embed("passage", ["Wool warms.", "Linen cools."]);
  expect(value).toHaveLength(2);
  await embedder.embed("question", ["What warms?"]);
  expect(history.of("gemini", "embed").map(({ detail }) => detail)).toEqual([
    { model: "gemini-embedding-2", texts: ["title: none | text: Wool warms.", "title: none | text: Linen cools."], taskType: undefined },
    { model: "gemini-embedding-2", texts: ["task: search result | query: What warms?"], taskType: undefined },
  ]);
  expect(usage.inputTokens).toBe(16);
});

test("a million tokens cost what the list says", () => {
  const usage = { inputTokens: 1_000_000, outputTokens: 0, milliseconds: 1, model: "gemini-embedding-001" };
  expect(costOf(usage, new Date("2026-11-26"))).toBe(0.15);
});

const faults: [string, Fault, ModelError["kind"]][] = [
  ["429", { kind: "throttle" }, "http"],
  ["500", { kind: "status", status: 500 }, "http"],
  ["a reset connection", { kind: "reset" }, "network"],
  ["a lost reply", { kind: "lost-reply" }, "network"],
  ["nothing at all", { kind: "hang", ms: 10_000 }, "timeout"],
  ["no vectors", { kind: "status", status: 200, body: {} }, "malformed"],
  ["a vector of nothing", { kind: "status", status: 200, body: { embeddings: [{ values: Array(768).fill(0) }] } }, "malformed"],
  ["a short vector", { kind: "status", status: 200, body: { embeddings: [{ values: [1] }] } }, "malformed"],
];
test.each(faults)("%s is a ModelError, in time, and the service is left alone after it", async (_name, fault, kind) => {
  const { embedder, double, traffic } = await start();
  double.faults.add("embed", fault);
  const started = performance.now();
  await expect(embedder.embed("question", ["What warms?"])).rejects.toMatchObject({ name: "ModelError", kind });
  await expect(embedder.embed("question", ["What warms?"])).rejects.toMatchObject({ name: "ModelError" });
  expect(performance.now() - started).toBeLessThan(2_500);
  expect(traffic.requests).toBe(1);
});

test("it is asked again when Google says that it may be", async () => {
  const { embedder, double } = await start();
  double.faults.add("embed", { kind: "throttle" });
  await expect(embedder.embed("question", ["What warms?"])).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect((await embedder.embed("question", ["What warms?"])).value).toHaveLength(1);
});

test("neither the key nor the words stand in an error", async () => {
  const { embedder } = await start({ key: "stolen-key" });
  const error = await embedder.embed("question", ["secret words"]).catch((caught: unknown) => caught as ModelError);
  expect(error).toMatchObject({ kind: "http", retryable: false, message: "Gemini answered 400." });
});
