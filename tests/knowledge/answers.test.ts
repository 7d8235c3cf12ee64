import { afterAll, beforeAll, expect, test } from "vitest";
import { mayAnswer } from "#app/pipeline/assistant/guard-answer.ts";
import { type Found, searchKnowledge } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { lies } from "#sandbox/gemini/lies.ts";
import { House } from "#tests/vendor-faults/house.ts";
import * as questions from "./questions.ts";

let house: House;
let asked: { question: string; found: Found[] }[];
beforeAll(async () => {
  house = await House.open({ knowledge: true });
  await house.idle();
  const shopId = await house.shopId();
  const all = [questions.learned, questions.learnedLater, questions.kept].flatMap((set) => Object.values(set).flat());
  asked = [];
  for (const question of all) asked.push({ question, found: await searchKnowledge(shopId, question, "en", 4) });
  asked = asked.filter(({ found }) => found.length > 0).slice(0, 300);
});
afterAll(() => house.close());

const sentencesOf = ({ text }: Found) => text.split(/(?<=[.!?])\s+|\n/).filter(Boolean);
const judge = (sentences: string[], found: Found[]) =>
  mayAnswer({
    sentences,
    language: "en",
    passages: found.map(({ title, text, language }) => ({ title, text, written: language })),
    allowedHosts: ["linden-loom.myshopify.com"],
  });

/** What a model that keeps to the passage may make of it: a sentence, two, one with a word before it or a condition after it. */
const true_: ((sentences: string[], n: number) => string[])[] = [
  (sentences, n) => [sentences[n % sentences.length] ?? ""],
  (sentences, n) => sentences.slice(n % sentences.length, (n % sentences.length) + 2),
  (sentences, n) => [`Sure: ${sentences[n % sentences.length]}`],
  (sentences) => [(sentences[0] ?? "").replace(/^We /, "The shop says: we ")],
  (sentences, n) => [(sentences[n % sentences.length] ?? "").split(", ")[0]?.replace(/\.?$/, ".") ?? ""],
];

test("300 answers of a model that lies: none with a figure, date, link or promise that the passages do not hold", () => {
  expect(asked).toHaveLength(300);
  const through: string[] = [];
  let told = 0;
  asked.forEach(({ found }, n) => {
    const passage = found[n % found.length] ?? found[0];
    const sentence = passage ? (sentencesOf(passage)[0] ?? "") : "";
    for (const lie of [lies[n % lies.length], lies[(n * 7 + 3) % lies.length]]) {
      const lied = lie?.(sentence) ?? "";
      if (lied === sentence) continue;
      told += 1;
      if (judge([lied], found)) through.push(lied);
    }
  });
  console.log(`lies told ${told}, through ${through.length}`);
  expect(told).toBeGreaterThan(400);
  expect(through).toEqual([]);
});

test("300 true answers: at least 95 of 100 may be said", () => {
  const refused: string[] = [];
  asked.forEach(({ found }, n) => {
    const passage = found[n % Math.min(2, found.length)] as Found;
    const answer = true_[n % true_.length]?.(sentencesOf(passage), n) ?? [];
    if (!judge(answer, found)) refused.push(answer.join(" "));
  });
  console.log(`true answers refused: ${refused.length} of 300`, refused.slice(0, 12));
  expect(refused.length).toBeLessThanOrEqual(15);
});

test.each([
  ["figures of two sentences mixed", "Express delivery costs 4.90 EUR."],
  ["a rule turned round", "Bedding can be returned when it was opened and used, we do not mind."],
  ["a policy that stands nowhere", "We also wash your curtains at home when you ask us in spring."],
  ["another shop's link", "Read more at https://evil.example/shipping."],
  ["markup", "[Standard shipping](https://linden-loom.myshopify.com) costs 4.90 EUR."],
])("%s is not said", async (_name, lie) => {
  const found = await searchKnowledge(await house.shopId(), "How much is shipping within Germany?", "en", 4);
  expect(judge([lie], found)).toBe(false);
});
