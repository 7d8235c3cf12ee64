import { expect, test } from "vitest";
import { asPage } from "#sandbox/simulate/page.ts";
import { simulate } from "#sandbox/simulate/run.ts";

/** A sample with a fixed seed: what must never happen does not, and what was reached before is reached again. */
test("sixty shoppers on four channels: nothing is disclosed, wrong or doubled, and most reach their goal by themselves", async () => {
  const { report, played } = await simulate({ shoppers: 60, seed: "3", matrix: 4, repeated: 0 });
  expect(played.filter(({ log }) => log.error).map(({ log }) => log.error)).toEqual([]);
  expect(report).toMatchObject({ disclosures: 0, wrongAmounts: 0, modelCalls: 0 });
  expect(report.switchMatrix).toMatchObject({ runs: 4, doubledReturns: 0 });
  expect(report.friction.proven).toBe(0);
  expect(report.strictResolution).toBeGreaterThanOrEqual(0.75);
  expect(asPage(report, { shoppers: 60, seed: "3", model: "local", seconds: 1 })).toContain("<svg");
}, 120_000);
