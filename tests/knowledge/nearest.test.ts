import fc from "fast-check";
import { expect, test } from "vitest";
import { fuse } from "#app/pipeline/knowledge/fuse.ts";
import { emptyCompact, holdVector, likeness, nearestPlaces } from "#app/pipeline/knowledge/nearest.ts";

let seed = 20_261_126;
const random = () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647 - 0.5;
};
const unit = (vector: number[]) => {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (one) => one / length);
};

test("of 2,000 vectors the one that answers is among the forty told by their short forms, and its likeness is the cosine", () => {
  // Strangers lie at about one half and an answer at about three quarters, as those of the real models do.
  const common = Array.from({ length: 768 }, random);
  const own = Array.from({ length: 2_000 }, () => Array.from({ length: 768 }, random));
  const vectors = own.map((one) => unit(one.map((figure, at) => figure + (common[at] ?? 0))));
  const held = emptyCompact(vectors.map((_, at) => at + 1));
  for (const [at, vector] of vectors.entries()) holdVector(held, at, vector);
  for (let answer = 0; answer < 2_000; answer += 20) {
    const question = unit(common.map((one, at) => one + 0.7 * random() + 0.7 * (own[answer]?.[at] ?? 0)));
    const nearest = vectors.map((vector, place) => ({ place, near: likeness(vector, question) })).toSorted((a, b) => b.near - a.near)[0];
    expect(nearest?.place).toBe(answer);
    expect(nearest?.near).toBeGreaterThan(0.7);
    expect(nearestPlaces(held, question, 40)).toContain(answer);
  }
  const [first = new Float32Array()] = vectors;
  expect(likeness(first, first)).toBeCloseTo(1, 5);
});

test("two lists become one that holds each once; who leads both leads, and order within a list is kept", () => {
  expect(
    fuse([
      [1, 2, 3],
      [3, 4],
    ]),
  ).toEqual([3, 1, 2, 4]);
  expect(fuse([[7], []])).toEqual([7]);
  const lists = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 10 });
  fc.assert(
    fc.property(lists, lists, (one, other) => {
      const joined = fuse([one, other]);
      expect([...joined].sort()).toEqual([...new Set([...one, ...other])].sort());
      const alone = one.filter((each) => !other.includes(each));
      expect(joined.filter((each) => alone.includes(each))).toEqual(alone);
      if (one[0] !== undefined && one[0] === other[0]) expect(joined[0]).toBe(one[0]);
    }),
  );
});
