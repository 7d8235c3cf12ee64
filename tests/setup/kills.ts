import { expect } from "vitest";
import { buildApp } from "#sandbox/build-app.ts";
import { boot, killAtEach, sayOutcome } from "#sandbox/faults/explore.ts";
import type { Journey } from "#sandbox/faults/journeys/index.ts";
import { namedPoints } from "#sandbox/faults/points.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Kills the app at the named points that these journeys pass, and looks whether anything is lost, doubled or stuck. Gives the points where it did not die. */
export async function killWhile(journeys: Journey[], again: boolean): Promise<string[]> {
  const bad: string[] = [];
  const { kills, left } = await killAtEach(await buildApp(root, boot), namedPoints(root), journeys, again, (outcome) => {
    if (outcome.findings.some((finding) => finding.kind !== "ambiguous")) bad.push(sayOutcome(outcome));
  });
  expect(bad.join("\n")).toBe("");
  expect(kills).toBeGreaterThanOrEqual(journeys.length * 2);
  return left;
}
