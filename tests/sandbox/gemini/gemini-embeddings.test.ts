import { expect, test } from "vitest";
import { History, SandboxClock } from "#sandbox/double.ts";
import { GeminiDouble } from "#sandbox/gemini/gemini-double.ts";

const apiKey = "test-gemini-key";
const model = "gemini-embedding-001";
const requestFor = (text: string, more: object = {}) => ({ model: `models/${model}`, content: { parts: [{ text }] }, ...more });

async function call(requests: unknown, { path = `/v1/models/${model}:batchEmbedContents`, key = apiKey } = {}) {
  const history = new History();
  const double = new GeminiDouble({ apiKey, history, clock: new SandboxClock() });
  const init = { method: "POST", headers: { "x-goog-api-key": key }, body: JSON.stringify({ requests }) };
  const response = await double.handle(new Request(`https://generativelanguage.googleapis.com${path}`, init));
  return { response, json: await response.json(), history };
}

async function vectors(texts: string[], more: object = {}): Promise<number[][]> {
  const { json } = await call(texts.map((text) => requestFor(text, more)));
  return (json.embeddings as { values: number[] }[]).map(({ values }) => values);
}

function cosine(one: number[] = [], other: number[] = []): number {
  const dot = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  return dot / (Math.hypot(...one) * Math.hypot(...other));
}

test.each(["v1", "v1beta"])("gives a vector for each text under /%s, the same for the same text", async (version) => {
  const { json, history } = await call([requestFor("wool"), requestFor("linen"), requestFor("wool")], {
    path: `/${version}/models/${model}:batchEmbedContents`,
  });
  const [wool, linen, again] = json.embeddings.map(({ values }: { values: number[] }) => values);
  expect(wool).toHaveLength(3_072);
  expect(again).toEqual(wool);
  expect(linen).not.toEqual(wool);
  expect(history.of("gemini", "embed")[0]?.detail).toMatchObject({ texts: ["wool", "linen", "wool"] });
});

test("what means the same lies near, in another language too; strangers lie at about one half", async () => {
  const [asked, answer, german, stranger] = await vectors([
    "Is it safe for somebody with eczema?",
    "People whose skin itches can wear it.",
    "Menschen mit Neurodermitis vertragen den Ausschlag nicht.",
    "The courier leaves the parcel with a neighbour.",
  ]);
  expect(cosine(asked, answer)).toBeGreaterThan(0.6);
  expect(cosine(asked, german)).toBeGreaterThan(0.6);
  expect(Math.abs(cosine(asked, stranger) - 0.5)).toBeLessThan(0.05);
});

test("a shortened vector is the first part of the whole one, and as short as it was cut", async () => {
  const [whole = []] = await vectors(["wool"]);
  const [short = []] = await vectors(["wool"], { outputDimensionality: 768 });
  expect(short).toEqual(whole.slice(0, 768));
  expect(Math.hypot(...whole)).toBeCloseTo(1, 1);
  expect(Math.hypot(...short)).toBeLessThan(0.6);
});

const refused: [string, unknown, number][] = [
  ["no requests", [], 400],
  ["a hundred and one requests", Array.from({ length: 101 }, () => requestFor("wool")), 400],
  ["an empty text", [requestFor(" ")], 400],
  ["no parts", [{ model: `models/${model}`, content: { parts: [] } }], 400],
  ["an unknown field", [requestFor("wool", { task: "search" })], 400],
  ["an unknown task", [requestFor("wool", { taskType: "FINDING" })], 400],
  ["too many figures", [requestFor("wool", { outputDimensionality: 4_000 })], 400],
  ["another model inside", [{ ...requestFor("wool"), model: "models/gemini-embedding-2" }], 400],
];
test.each(refused)("refuses %s", async (_name, requests, status) => {
  const { response, history } = await call(requests);
  expect(response.status).toBe(status);
  expect(history.entries).toEqual([]);
});

test("refuses a wrong key and a model that embeds nothing", async () => {
  expect((await call([requestFor("wool")], { key: "wrong" })).json).toMatchObject({ error: { details: [{ reason: "API_KEY_INVALID" }] } });
  const path = "/v1/models/gemini-3.8-flash:batchEmbedContents";
  expect((await call([requestFor("wool")], { path })).response.status).toBe(404);
});
