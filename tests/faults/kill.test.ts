import { test } from "vitest";
import { killAtPoints } from "#tests/setup/kills.ts";

const minutes = 60_000;
const turn = Math.floor(Date.now() / 86_400_000) % 2;

// Every journey is played, and the app is killed at every second point; at the others tomorrow. `npm run long` takes all of them.
test("killed at every second named point, nothing is lost, doubled or stuck", { timeout: 8 * minutes }, () =>
  killAtPoints((place) => place % 2 === turn),
);
