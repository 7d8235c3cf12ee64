import { afterAll, beforeAll, expect, test } from "vitest";
import { setClockOffset } from "#app/platform/clock.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { makeCorpus } from "./corpus/events.ts";
import { compare, type Figures, playCorpus, type Shown } from "./corpus/play.ts";

let figures: Figures;
let seen: Shown;
beforeAll(async () => {
  await databaseWithShop();
  const corpus = makeCorpus(41, 100);
  seen = await playCorpus("shop", corpus);
  figures = await compare("shop", corpus);
});
afterAll(() => setClockOffset(0));

test("what proof joins belongs together, and what it unlocks is the person's own", () => {
  expect(figures.links).toBeGreaterThan(20);
  expect(figures.linksRight / figures.links).toBeGreaterThanOrEqual(0.99);
  expect(figures.unlocked).toBeGreaterThan(20);
  expect(figures.unlockedRight).toBe(figures.unlocked);
});

test("orders that the channel's word shows are the writer's own, also where a number changed hands", () => {
  expect(seen.shown).toBeGreaterThan(10);
  expect(seen.shownRight).toBe(seen.shown);
});

test("links and suggestions together find what a person left twice", () => {
  expect(figures.alike).toBeGreaterThan(30);
  expect(figures.foundAlike / figures.alike).toBeGreaterThanOrEqual(0.9);
});
