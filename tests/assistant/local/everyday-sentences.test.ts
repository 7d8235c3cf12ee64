import { expect, test } from "vitest";
import type { Intent } from "#app/pipeline/assistant/model.ts";
import { understand } from "./understand.ts";

const threshold = 0.85;
const sentences: Partial<Record<Intent, string>> = {
  smalltalk: "hello|hi|Hi, good evening|Guten Abend|hallo|Hello, good morning",
  return_start:
    "i want to return something|hi i want to retrun something i bought|hallo ich möchte was zurückgeben|ok start that retrun pls|ok ich möchte diese rückgabe starten|i also want to return the scarf from #1004|ich will auch den schal von #1004 zurückgeben|I wrote in your chat last night, I want to return something|ich habe gestern Nacht im Chat geschrieben, ich möchte etwas zurückgeben|i need to send back the scarf from order #1004|ich möchte den schal aus bestellung #1004 zurückgeben",
  refund_status: "wheres my refund?|wo bleibt meine rückerstattung?|Where is my return now?|Wo ist meine Rückgabe jetzt?",
  order_status:
    "did order 1001 ship alredy|wurde bestellung 1001 schon verschikt|and when does it arrive?|und wann kommt sie an?|hey were is my order #1001|hey wo bleibt meine bestelung #1001|where is order #4472",
  return_policy:
    "how long can i return it btw|wie lange kann ich das zurückgeben?|how long do I have to send things back?|wie lange habe ich zeit für eine rückgabe?|does it cost anything?|was kostet eine rückgabe?|how long can I send the rust dress back?|wie lange kann ich das rust dress zurückschicken?",
  speak_to_human: "talk to a human|ich will mit einem menschen sprechen",
};
const cases = Object.entries(sentences).flatMap(([intent, texts]) => texts.split("|").map((text) => ({ intent, text })));

test.each(cases)("is sure that “$text” is $intent", async ({ intent, text }) => {
  const [best] = (await understand(text)).intents;
  expect(best?.intent).toBe(intent);
  expect(best?.confidence).toBeGreaterThanOrEqual(threshold);
});

test("finds both wishes of one message", async () => {
  const { intents } = await understand("Where is my order #1001? And I want to return the scarf from #1004");
  expect(intents.map(({ intent }) => intent)).toEqual(expect.arrayContaining(["order_status", "return_start"]));
});

test("a bare number or address wishes nothing", async () => {
  expect((await understand("#1001")).intents).toEqual([]);
  expect((await understand("ada@example.com")).intents).toEqual([]);
});
