import { afterAll, beforeAll, test } from "vitest";
import { moveInMidReturn, pairs } from "#tests/pipeline/moves.ts";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

test.each(pairs)("from $from to $to in the middle of a return, at the same step, and one return in the end", ({ from, to }) =>
  moveInMidReturn(house, from, to, true),
);
