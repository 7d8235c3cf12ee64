import { expect, test } from "vitest";
import { buildApp } from "#sandbox/build-app.ts";
import { boot, killAtEach, sayOutcome } from "#sandbox/faults/explore.ts";
import { namedPoints } from "#sandbox/faults/points.ts";

const root = new URL("../..", import.meta.url).pathname;
const minutes = 60_000;

test("killed at every named point, nothing is lost, doubled or stuck", { timeout: 20 * minutes }, async () => {
  const bad: string[] = [];
  const { left } = await killAtEach(await buildApp(root, boot), namedPoints(root), (outcome) => {
    if (outcome.findings.some((finding) => finding.kind !== "ambiguous")) bad.push(sayOutcome(outcome));
  });
  expect(bad.join("\n")).toBe("");
  expect(left).toEqual([]);
});
