import { test } from "vitest";
import { killAtPoints } from "#tests/setup/kills.ts";

const minutes = 60_000;

test("killed once at every named point, nothing is lost, doubled or stuck", { timeout: 20 * minutes }, () => killAtPoints(() => true));
