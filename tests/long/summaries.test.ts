import { test } from "vitest";
import { manners, measureSummaries } from "#tests/pipeline/summary-measure.ts";

test.each(manners)("summaries of 40 cases %s say problem, tried, wanted and blocker, and hold no fact that nobody stated", (manner) =>
  measureSummaries(manner, 40),
);
