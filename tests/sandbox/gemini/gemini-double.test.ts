import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { toComposeRequest, toUnderstandRequest } from "#app/integrations/gemini/to-request.ts";
import { guardReply } from "#app/pipeline/assistant/guard.ts";
import { History, SandboxClock } from "#sandbox/double.ts";
import { GeminiDouble } from "#sandbox/gemini/gemini-double.ts";
import { readMessage } from "#sandbox/gemini/reads.ts";

const apiKey = "test-gemini-key";
const { contents, config } = toUnderstandRequest({
  text: "where is my parcel",
  transcript: [],
  shopLanguage: "en",
  now: new Date(),
  timeZone: "UTC",
});
const body = {
  contents,
  systemInstruction: { parts: [{ text: config?.systemInstruction }] },
  generationConfig: { temperature: 0, responseMimeType: "application/json", responseJsonSchema: config?.responseJsonSchema },
};

async function call({ path = "/v1/models/gemini-3.8-flash:generateContent", key = apiKey, sent = body as unknown } = {}) {
  const history = new History();
  const double = new GeminiDouble({ apiKey, history, clock: new SandboxClock() });
  const init = { method: "POST", headers: { "x-goog-api-key": key }, body: typeof sent === "string" ? sent : JSON.stringify(sent) };
  const response = await double.handle(new Request(`https://generativelanguage.googleapis.com${path}`, init));
  return { response, json: await response.json(), history };
}

test.each(["v1", "v1beta"])("answers under /%s and remembers the call", async (version) => {
  const { response, json, history } = await call({ path: `/${version}/models/gemini-3.8-flash:generateContent` });
  expect(response.status).toBe(200);
  expect(json).toMatchObject({
    candidates: [{ finishReason: "STOP", content: { role: "model" } }],
    usageMetadata: { totalTokenCount: expect.any(Number) },
  });
  expect(history.of("gemini", "understand")[0]?.detail).toMatchObject({ segments: { shopper_message: "where is my parcel" } });
});

test("refuses a wrong key the way Google does", async () => {
  const { response, json, history } = await call({ key: "wrong" });
  expect(response.status).toBe(400);
  expect(json).toMatchObject({ error: { status: "INVALID_ARGUMENT", details: [{ reason: "API_KEY_INVALID" }] } });
  expect(history.entries).toHaveLength(0);
});

const misshapen: [string, unknown][] = [
  ["no JSON", "{"],
  ["an unknown field", { ...body, prompt: "hi" }],
  ["an unknown setting", { ...body, generationConfig: { ...body.generationConfig, abortSignal: {} } }],
  ["no contents", { ...body, contents: [] }],
  ["an impossible role", { ...body, contents: [{ role: "system", parts: [{ text: "hi" }] }] }],
  ["a temperature out of range", { ...body, generationConfig: { ...body.generationConfig, temperature: 3 } }],
  ["a schema without the JSON type", { ...body, generationConfig: { ...body.generationConfig, responseMimeType: "text/plain" } }],
];

test.each(misshapen)("refuses a request with %s", async (_name, sent) => {
  expect((await call({ sent })).response.status).toBe(400);
});

test("knows no other address", async () => {
  expect((await call({ path: "/v1/models/gemini-3.8-flash:countTokens" })).response.status).toBe(404);
});

test("a throttled call says when to come back", async () => {
  const double = new GeminiDouble({ apiKey, history: new History(), clock: new SandboxClock() });
  double.faults.add("understand", { kind: "status", status: 429 });
  const init = { method: "POST", headers: { "x-goog-api-key": apiKey }, body: JSON.stringify(body) };
  const response = await double.handle(
    new Request("https://generativelanguage.googleapis.com/v1/models/gemini-3.8-flash:generateContent", init),
  );
  expect(response.status).toBe(429);
  expect(JSON.stringify(await response.json())).toContain("google.rpc.RetryInfo");
});

test.each(languages)("its wording in %s differs from the template and passes the guard", async (language) => {
  const day = new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(Date.UTC(2026, 4, 3));
  const template = [`#1001: ${day}.`, "€49,90."];
  const request = toComposeRequest({ language, template, transcript: [], voice: "", assistantName: "Linden" });
  const sent = {
    contents: request.contents,
    systemInstruction: { parts: [{ text: request.config.systemInstruction }] },
    generationConfig: { responseMimeType: "application/json", responseJsonSchema: request.config.responseJsonSchema },
  };
  const { json } = await call({ sent });
  const { sentences } = JSON.parse(json.candidates[0].content.parts[0].text);
  expect(sentences).not.toEqual(template);
  expect(guardReply({ sentences, template, allowedHosts: [] })).toBe(sentences);
});

const sayings: [string, string, string][] = [
  ["hi where is my oder?", "order_status", "en"],
  ["wheres the pacel, it should have arived", "order_status", "en"],
  ["Wo bleibt mein Packet?", "order_status", "de"],
  ["i wanna retrun the jumper", "return_start", "en"],
  ["Möchte die Hose zurückschiken", "return_start", "de"],
  ["the jumper is too tight, how do I get my money back", "return_start", "en"],
  ["when do i get my refnd", "refund_status", "en"],
  ["Wann kommt die Erstatung", "refund_status", "de"],
  ["what is your return policy", "return_policy", "en"],
  ["Was kostet die Rücksendung, wie sind die Rückgabebedingungen", "return_policy", "de"],
  ["can i talk to a person please", "speak_to_human", "en"],
  ["Hallo", "smalltalk", "de"],
  ["hey there", "smalltalk", "en"],
];

test.each(sayings)("reads %s as %s", (text, intent, language) => {
  const read = readMessage(text, "");
  expect(read.language).toBe(language);
  expect((read.intents as { intent: string }[])[0]?.intent).toBe(intent);
});

const answers: [string, string, Record<string, string>][] = [
  ["yep that one", "yes-no", { yesNo: "yes" }],
  ["nee lass mal", "yes-no", { yesNo: "no" }],
  ["it came with a hole", "reason", { reason: "damaged" }],
  ["leider zu klein", "reason", { reason: "size_small" }],
  ["my mail is ada@example.com, order #1001", "contact", { email: "ada@example.com", orderName: "#1001" }],
];

test.each(answers)("finds in %s what was asked (%s)", (text, expecting, slots) => {
  expect(readMessage(text, expecting)).toMatchObject({ intents: [], slots });
});
