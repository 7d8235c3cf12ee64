import { afterAll, beforeAll, expect, test } from "vitest";
import { setClockOffset } from "#app/platform/clock.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { makeCorpus } from "./corpus/events.ts";
import { compare, type Figures, playCorpus } from "./corpus/play.ts";

let figures: Figures;
beforeAll(async () => {
  await databaseWithShop();
  const corpus = makeCorpus(41, 160);
  await playCorpus("shop", corpus);
  figures = await compare("shop", corpus);
});
afterAll(() => setClockOffset(0));

test("what proof joins is one person, and links and suggestions together find most of what belongs together", () => {
  console.log({ ...figures, missed: figures.missed.length }, figures.missed.slice(0, 40).join("\n"));
  expect(figures.links).toBeGreaterThan(20);
  expect(figures.linksRight / figures.links).toBeGreaterThanOrEqual(0.99);
  expect(figures.found / figures.pairs).toBeGreaterThanOrEqual(0.9);
});
