import { test } from "vitest";
import { killAtPoints } from "#tests/setup/kills.ts";

const minutes = 60_000;
const turns = 4;
const turn = Math.floor(Date.now() / 86_400_000) % turns;

// Every journey is played, and the app is killed at a quarter of the points, another one each day. `npm run long` takes all of them.
test("killed at a quarter of the named points, nothing is lost, doubled or stuck", { timeout: 12 * minutes }, () =>
  killAtPoints((place) => place % turns === turn),
);
