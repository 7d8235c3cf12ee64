import { expect, test } from "vitest";
import { journeys } from "#sandbox/faults/journeys/index.ts";
import { killWhile } from "#tests/setup/kills.ts";

const minutes = 60_000;

test("killed at every named point, nothing is lost, doubled or stuck", { timeout: 20 * minutes }, async () => {
  expect(await killWhile(journeys, true)).toEqual([]);
});
