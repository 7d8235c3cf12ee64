import { expect } from "vitest";
import { buildApp } from "#sandbox/build-app.ts";
import { boot, explore, type Outcome, sayOutcome, traceJourneys } from "#sandbox/faults/explore.ts";
import { type Choice, cheapestChoices } from "#sandbox/faults/plan.ts";
import { namedPoints } from "#sandbox/faults/points.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Kills the app once at each named point for which `isChosen` holds, by its place, and looks whether anything is lost, doubled or stuck. */
export async function killAtPoints(isChosen: (place: number) => boolean): Promise<void> {
  const program = await buildApp(root, boot);
  const points = namedPoints(root);
  // Rejects when a journey fails with nobody killed, or when no journey passes a point.
  const trace = await traceJourneys(program, points);
  const choices = cheapestChoices(trace).filter((_, place) => isChosen(place));
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
  expect(summary.kills + again.kills).toBeGreaterThanOrEqual(choices.length - again.unreached);
  expect(again.unreached).toBeLessThanOrEqual(2);
}
