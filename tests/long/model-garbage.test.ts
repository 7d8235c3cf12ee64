import { expect, test } from "vitest";
import { readGarbage } from "#tests/vendor-faults/mad-model.ts";

const seed = 20261126;
const outputs = 100_000;

test(`${outputs.toLocaleString("en")} answers of a model gone mad (seed ${seed}) end in words or in the one known error`, {
  timeout: 600_000,
}, () => {
  expect(readGarbage(outputs, seed)).toBeGreaterThan(0);
});
