import { afterEach, beforeEach, expect, test } from "vitest";
import { House } from "./house.ts";
import { endings } from "./journeys.ts";
import { playReordered } from "./reorder.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

test.each(endings)("however the webhooks of %s are shuffled and delayed, it ends the same", async (_name, { journey, outcome, last }) => {
  const results = await playReordered(house, journey, 15, 20261120);
  for (const result of results) {
    expect(result.outcome, result.order).toEqual(outcome);
    expect(result.last, result.order).toMatch(last);
  }
});
