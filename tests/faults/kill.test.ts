import { test } from "vitest";
import { journeys } from "#sandbox/faults/journeys/index.ts";
import { killWhile } from "#tests/setup/kills.ts";

const minutes = 60_000;
const turns = 16;
const turn = Math.floor(Date.now() / 86_400_000) % turns;

// A death costs the start of a process: a sixteenth of the journeys, another one each day. `npm run long` takes all of them, until the
// app has died at every point; the hundred random kills of `.ci/run` play every journey.
test("killed at the points of some journeys, nothing is lost, doubled or stuck", { timeout: 12 * minutes }, () =>
  killWhile(
    journeys.filter((_, place) => place % turns === turn),
    false,
  ),
);
