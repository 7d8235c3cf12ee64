import { expect, test } from "vitest";
import { brokenSources, type Patch } from "#sandbox/broken-copy.ts";
import { sabotages } from "#sandbox/faults/sabotages.ts";
import { withoutPart } from "#sandbox/simulate/without.ts";
import { guards } from "../../scripts/guards/guards.ts";

const root = new URL("../..", import.meta.url).pathname;

/** What breaks the product on purpose is run by hand only: here it is held to the source it breaks. */
const all: [string, Patch[]][] = [
  ...sabotages.map(({ name, patches, alsoGone = [] }): [string, Patch[]] => [name, [...alsoGone, ...patches]]),
  ...guards.map(({ name, patches }): [string, Patch[]] => [name, patches]),
  ...Object.entries(withoutPart),
];

test.each(all)("there is something to take out for: %s", (name, patches) => {
  expect(brokenSources(root, name, patches).size).toBe(new Set(patches.map(({ file }) => file)).size);
});
