import { test } from "vitest";
import { manners, measureSummaries } from "./summary-measure.ts";

// 120 cases in tests/long.
test.each(manners)("summaries of cases %s say problem, tried, wanted and blocker, and hold no fact that nobody stated", (manner) =>
  measureSummaries(manner, 14),
);
