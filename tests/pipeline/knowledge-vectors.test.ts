import { afterEach, expect, test } from "vitest";
import { eraseShop } from "#app/domain/privacy/erase-shop.server.ts";
import { indexed, questionTerms } from "#app/pipeline/knowledge/terms.ts";
import { update } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import type { Fault } from "#sandbox/double.ts";
import { deletePage, writePage } from "#sandbox/shopify/content.ts";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
afterEach(() => house.close());

const minute = 60_000;
const question = "Will the material aggravate dermatitis?";
const heading = "Gentle on you";
const says = "Our yarns are spun without anything that troubles you. People who itch easily live in them.";
const page = { handle: "gentle", title: heading, body: `<h2>${heading}</h2><p>${says}</p>` };
const nothingFound = "I do not find an answer to that in what Linden & Loom has written";

async function open(options: { gemini: boolean }): Promise<void> {
  house = await House.open({ knowledge: true, ...options });
  writePage(house.shopify.store, page);
  await house.advance(minute);
}

let people = 0;
async function answerTo(text: string): Promise<string> {
  const phone = house.phone("whatsapp", `49151559${String(people++).padStart(5, "0")}`);
  await phone.sendText(text);
  await house.rest();
  return phone.inbox.map((bubble) => [bubble.text, bubble.link?.url].join("\n")).join("\n");
}

const counts = async () => {
  const { knowledgePassage, knowledgeVector } = house.database.prisma;
  return { passages: await knowledgePassage.count(), vectors: await knowledgeVector.count() };
};
const embedded = () => house.history.of("gemini", "embed").map(({ detail }) => detail as { texts: string[]; taskType: string });
const asked = () => embedded().filter(({ taskType }) => taskType === "RETRIEVAL_QUERY");

test("a question that shares no word with the page that answers it is answered from there, and the page is named", async () => {
  const units = questionTerms(question, "en").flatMap((term) => term.units);
  expect(
    indexed(`${page.title}\n${says}`, "en")
      .split(" ")
      .filter((unit) => units.includes(unit)),
  ).toEqual([]);
  await open({ gemini: true });
  const answer = await answerTo(question);
  expect(answer).toContain(says);
  expect(answer).toContain(`From “${heading}”`);
  expect(answer).toContain("https://linden-loom.myshopify.com/");
  expect(await house.database.prisma.turnRecord.findFirst()).toMatchObject({ knowledge: "found", outcome: "answered" });
});

test("without a key nothing is embedded, and the same question is told that nothing was found", async () => {
  await open({ gemini: false });
  expect(await answerTo(question)).toContain(nothingFound);
  expect(await counts()).toMatchObject({ vectors: 0 });
  expect(house.asked("generativelanguage")).toBe(0);
});

test("all of a shop's passages are embedded, at most a hundred in one call; words that are clear ask for no vector", async () => {
  await open({ gemini: true });
  const body = Array.from({ length: 120 }, (_, n) => `<h2>Pattern ${n}</h2><p>Pattern ${n} has ${n + 2} stripes.</p>`).join("");
  writePage(house.shopify.store, { handle: "patterns", title: "Patterns", body });
  await house.advance(minute);
  const { passages, vectors } = await counts();
  expect(passages).toBeGreaterThan(200);
  expect(vectors).toBe(passages);
  expect(embedded().every(({ texts, taskType }) => texts.length <= 100 && taskType === "RETRIEVAL_DOCUMENT")).toBe(true);
  expect(embedded().reduce((sum, { texts }) => sum + texts.length, 0)).toBe(passages);
  expect(await answerTo("How much is shipping within Germany?")).toContain("4.90 EUR");
  expect(asked()).toEqual([]);
});

test("of what the shop says nothing, nothing is quoted, however near its nearest text is", async () => {
  await open({ gemini: true });
  expect(await answerTo("Can I pay with bitcoin?")).toContain(nothingFound);
  expect(asked()).toHaveLength(1);
});

const faults: [string, Fault][] = [
  ["does not answer in time", { kind: "hang", ms: 30_000 }],
  ["has no quota left", { kind: "throttle" }],
  ["fails", { kind: "status", status: 500 }],
  ["hangs up", { kind: "reset" }],
  ["gives no vectors", { kind: "status", status: 200, body: { embeddings: [] } }],
  ["gives half a vector", { kind: "status", status: 200, body: { embeddings: [{ values: [0.5, 0.5] }] } }],
];
test.each(faults)("when the service %s, words alone answer, and it is asked once only", async (_name, fault) => {
  await open({ gemini: true });
  house.gemini.faults.add("embed", fault, 100);
  const before = house.asked("batchEmbedContents");
  expect(await answerTo(question)).toContain(nothingFound);
  expect(await answerTo(question)).toContain(nothingFound);
  // Of one and a half seconds Google is told two; whatever fails at once may come too late on a busy machine.
  expect(house.waitedFor("batchEmbedContents")).toBeLessThanOrEqual(2);
  if (fault.kind === "hang") expect(house.waitedFor("batchEmbedContents")).toBe(2);
  expect(house.asked("batchEmbedContents") - before).toBe(1);
  expect(await answerTo("How much is shipping within Germany?")).toContain("4.90 EUR");
});

test("a page that was changed is embedded anew, one that is gone loses its vectors", async () => {
  await open({ gemini: true });
  const before = embedded().length;
  writePage(house.shopify.store, { ...page, body: `<h2>${heading}</h2><p>Whose skin reacts to fabric, keep away.</p>` });
  await house.advance(minute);
  expect(
    embedded()
      .slice(before)
      .flatMap(({ texts }) => texts),
  ).toEqual([`${heading}\n${heading}\nWhose skin reacts to fabric, keep away.`]);
  expect(await answerTo(question)).toContain("Whose skin reacts to fabric, keep away.");
  const { vectors } = await counts();
  deletePage(house.shopify.store, page.handle);
  await house.advance(minute);
  expect(await answerTo(question)).toContain(nothingFound);
  expect((await counts()).vectors).toBe(vectors - 1);
});

test("a shop that was read before there was a key is embedded once there is one; another model takes the place of the first", async () => {
  await open({ gemini: false });
  expect((await counts()).vectors).toBe(0);
  const restartWith = async (model: string) => {
    await house.stopJobs();
    [env.geminiApiKey, env.geminiEmbeddingModel] = ["gemini-key", model];
    await house.startJobs();
    await house.advance(minute);
  };
  try {
    await restartWith("gemini-embedding-001");
    expect(await answerTo(question)).toContain(says);
    await restartWith("gemini-embedding-2");
    const { passages, vectors } = await counts();
    expect(vectors).toBe(passages);
    expect(await house.database.prisma.knowledgeVector.count({ where: { model: "gemini-embedding-2" } })).toBe(passages);
    // Nobody has measured from which likeness on that one may be quoted.
    expect(await answerTo(question)).toContain(nothingFound);
    expect(embedded().at(-1)?.texts[0]).toMatch(/^task: search result \| query: /);
  } finally {
    env.geminiEmbeddingModel = "gemini-embedding-001";
  }
});

test("what embedding takes is booked on the shop's day, and what is over half of it waits", async () => {
  await open({ gemini: true });
  const { prisma } = house.database;
  const shopId = await house.shopId();
  const { tokens } = await prisma.shop.findFirstOrThrow();
  expect(tokens).toBeGreaterThan(1_000);
  await answerTo(question);
  const after = await prisma.shop.findFirstOrThrow();
  expect(after.tokens).toBeGreaterThan(tokens);
  expect(await prisma.turnRecord.findFirst()).toMatchObject({ inputTokens: after.tokens - tokens, microDollars: expect.any(Number) });

  await house.database.commit([update("Shop", { id: shopId }, { tokens: 2_500_000 })]);
  const calls = embedded().length;
  writePage(house.shopify.store, { ...page, body: "<p>Something new.</p>" });
  await house.advance(minute);
  expect(embedded()).toHaveLength(calls);
  expect(await answerTo(question)).not.toContain(says);
});

test("where the merchant wants no model, neither texts nor questions leave", async () => {
  house = await House.open({ knowledge: true, gemini: false });
  await house.idle();
  await house.database.commit([update("Shop", { id: await house.shopId() }, { withoutModel: true })]);
  await house.stopJobs();
  env.geminiApiKey = "gemini-key";
  await house.startJobs();
  writePage(house.shopify.store, page);
  await house.advance(minute);
  expect(await answerTo(question)).toContain(nothingFound);
  expect(house.asked("generativelanguage")).toBe(0);
});

test("a name or an address in a question does not leave with it", async () => {
  await open({ gemini: true });
  await answerTo("Will the material aggravate dermatitis? Write to ada.sample@example.com");
  expect(JSON.stringify(asked())).toContain("dermatitis");
  expect(JSON.stringify(asked())).not.toContain("ada.sample");
});

test("a model that words answers is given the passage that was found by its meaning", async () => {
  await open({ gemini: true });
  await house.database.commit([update("Shop", { id: await house.shopId() }, { wording: "model" })]);
  await answerTo(question);
  expect(JSON.stringify(house.history.of("gemini", "answer"))).toContain("People who itch easily");
});

test("an erased shop leaves no vector behind", async () => {
  await open({ gemini: true });
  await house.stopJobs();
  await eraseShop(await house.shopId());
  expect(await counts()).toEqual({ passages: 0, vectors: 0 });
});
