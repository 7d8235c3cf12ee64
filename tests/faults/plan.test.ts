import { expect, test } from "vitest";
import { everyChoice, randomChoice, type Trace } from "#sandbox/faults/plan.ts";
import { namedPoints } from "#sandbox/faults/points.ts";

const root = new URL("../..", import.meta.url).pathname;
const trace: Trace = new Map<string, Record<string, number>>([
  ["long", { "turn.before-commit": 5, "effect.before-call": 1 }],
  ["short", { "turn.before-commit": 1 }],
]);

test("a seed makes the same choices again, another seed makes others", () => {
  const choices = (seed: number) => Array.from({ length: 50 }, (_, n) => JSON.stringify(randomChoice(seed, n, trace)));
  expect(choices(7)).toEqual(choices(7));
  expect(choices(7)).not.toEqual(choices(8));
});

test("a journey that comes in changes only the choices that fall on it", () => {
  const more: Trace = new Map([...trace, ["new", { "turn.before-commit": 1 }]]);
  const moved = Array.from({ length: 200 }, (_, n) => n).filter(
    (n) => JSON.stringify(randomChoice(3, n, trace)) !== JSON.stringify(randomChoice(3, n, more)),
  );
  expect(moved.length).toBeGreaterThan(20);
  expect(moved.length).toBeLessThan(120);
  expect(moved.map((n) => randomChoice(3, n, more).journey)).toEqual(moved.map(() => "new"));
});

test("every point is chosen up to its third passing", () => {
  const every = everyChoice(trace).map(({ journey, deaths: [death] }) => [journey, death?.at === "point" && death.occurrence]);
  expect(every).toEqual([
    ["long", 1],
    ["long", 2],
    ["long", 3],
    ["long", 1],
    ["short", 1],
  ]);
});

test("the points of the runner are named for each task", () => {
  const points = namedPoints(root);
  expect(points).toContain("delivery.send.after-commit");
  expect(points).toContain("ingress.before-commit");
  expect(points.filter((point) => point.includes("$"))).toEqual([]);
});
