import { expect, test } from "vitest";
import { buildApp } from "#sandbox/build-app.ts";
import { boot, explore, type Outcome, sayOutcome, traceJourneys } from "#sandbox/faults/explore.ts";
import { type Choice, cheapestChoices } from "#sandbox/faults/plan.ts";
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
  const missed: Choice[] = [];
  const tell = (outcome: Outcome) => {
    if (outcome.findings.some((finding) => finding.kind !== "ambiguous")) bad.push(sayOutcome(outcome));
    if (outcome.kills === 0) missed.push(outcome.choice);
  };
  const summary = await explore(program, choices, tell);
  // What others did at the same moment decides whether a point is passed: those that were not are tried once more.
  const again = missed.length > 0 ? await explore(program, missed.splice(0), tell) : { kills: 0, unreached: 0 };
  expect(bad.join("\n")).toBe("");
  expect(summary.kills + again.kills).toBeGreaterThanOrEqual(points.length - again.unreached);
  expect(again.unreached).toBeLessThanOrEqual(2);
});
