import { test } from "vitest";
import { playReturns } from "#tests/flows/setup/play-returns.ts";

test("20,000 orders in five currencies, with taxes and discounts: what was shown is what goes back", () => {
  playReturns(20_000);
});
