import { expect, test } from "vitest";
import { buildApp } from "#sandbox/build-app.ts";
import { boot, explore, sayOutcome, traceJourneys } from "#sandbox/faults/explore.ts";
import { cheapestChoices } from "#sandbox/faults/plan.ts";
import { namedPoints } from "#sandbox/faults/points.ts";

const root = new URL("../..", import.meta.url).pathname;
const minutes = 60_000;

test("killed once at every named point, nothing is lost, doubled or stuck", { timeout: 8 * minutes }, async () => {
  const program = await buildApp(root, boot);
  const points = namedPoints(root);
  // Rejects when a journey fails with nobody killed, or when no journey passes a point.
  const trace = await traceJourneys(program, points);
  const choices = cheapestChoices(trace);
  const bad: string[] = [];
  const summary = await explore(program, choices, (outcome) => {
    if (outcome.findings.some((finding) => finding.kind !== "ambiguous")) bad.push(sayOutcome(outcome));
  });
  expect(bad.join("\n")).toBe("");
  expect(summary.kills).toBeGreaterThanOrEqual(points.length - summary.unreached);
  expect(summary.unreached).toBeLessThanOrEqual(2);
});
