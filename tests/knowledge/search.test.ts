import { afterAll, beforeAll, expect, test } from "vitest";
import { enough } from "#app/pipeline/assistant/knowledge.server.ts";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import { searchKnowledge, whatAnswers } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { House } from "#tests/vendor-faults/house.ts";
import * as questions from "./questions.ts";

let house: House;
let shopId: string;
beforeAll(async () => {
  house = await House.open({ knowledge: true });
  await house.idle();
  shopId = await house.shopId();
});
afterAll(() => house.close());

const local = createLocalModel();
const handles = new Map<string, string>();

async function ask(question: string) {
  const { value } = await local.understand(
    { text: question, transcript: [], shopLanguage: "en", now: new Date(), timeZone: "UTC" },
    AbortSignal.timeout(1_000),
  );
  const found = await searchKnowledge(shopId, question, value.language);
  return { found, said: whatAnswers(found, enough.clearWish) };
}

/** "shipping#Customs", as the questions name their passages. */
function nameOf({ externalId, heading }: { externalId: string; heading: string }): string {
  if (handles.size === 0) {
    for (const page of house.shopify.store.pages.values()) handles.set(page.id, page.handle);
    for (const policy of house.shopify.store.shop.policies) handles.set(policy.id, policy.type);
  }
  return `${handles.get(externalId) ?? externalId}#${heading}`;
}

async function measure(set: Record<string, string[]>) {
  let [asked, among, answered, right] = [0, 0, 0, 0];
  for (const [places, list] of Object.entries(set)) {
    const isRight = (one: { externalId: string; heading: string }) => places.split("|").includes(nameOf(one));
    for (const question of list) {
      const { found, said } = await ask(question);
      asked += 1;
      if (found.some(isRight)) among += 1;
      if (said.length > 0) answered += 1;
      if (said.length === 0 || said.some(isRight)) right += 1;
    }
  }
  return { asked, among, answered, right };
}

test("over 340 questions the right passage is among the first three, and what is quoted is right or nothing is", async () => {
  const sets = { kept: questions.kept, learned: { ...questions.learned }, learnedLater: { ...questions.learnedLater } };
  const figures = await Promise.all(Object.values(sets).map(measure));
  const whole = figures.reduce((sum, one) => ({
    asked: sum.asked + one.asked,
    among: sum.among + one.among,
    answered: sum.answered + one.answered,
    right: sum.right + one.right,
  }));
  const share = ({ asked, among, answered, right }: typeof whole) => ({
    asked,
    recall: among / asked,
    answered: answered / asked,
    rightOrHonest: right / asked,
  });
  console.log(
    "knowledge",
    share(whole),
    Object.fromEntries(Object.keys(sets).map((name, at) => [name, figures[at] && share(figures[at])])),
  );
  expect(share(whole).recall).toBeGreaterThanOrEqual(0.9);
  expect(share(whole).rightOrHonest).toBeGreaterThanOrEqual(0.95);
});

test("of what the pages say nothing of, nothing is quoted", async () => {
  const quoted = await Promise.all(
    Object.values(questions.unanswered)
      .flat()
      .map(async (question) => ({ question, ...(await ask(question)) })),
  );
  expect(quoted.filter(({ said }) => said.length > 0).map(({ question }) => question)).toEqual([]);
});
