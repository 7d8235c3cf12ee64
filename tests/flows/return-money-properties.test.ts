import { test } from "vitest";
import { playReturns } from "./setup/play-returns.ts";

// The same twenty thousand times: tests/long/return-money.test.ts.
test("whatever was bought in whatever currency: what was shown is what goes back, and never more than was bought", () => {
  playReturns(1_500);
});
