import { expect, test } from "vitest";
import { atLeast, type GuardedAction, levelChoices, proofLevels, readProofRules, requiredLevel } from "#app/domain/identity/levels.ts";

const actions = Object.keys(levelChoices) as GuardedAction[];

test("without a word of the merchant the table holds", () => {
  for (const stored of [undefined, null, {}, "verified", [], { levels: null }]) {
    expect(requiredLevel("order-status", stored)).toBe("channel");
    expect(requiredLevel("start-return", stored)).toBe("verified");
    expect(readProofRules(stored).trustDays).toBe(180);
  }
});

test("a merchant can ask for more", () => {
  expect(requiredLevel("order-status", { levels: { "order-status": "verified" } })).toBe("verified");
  expect(requiredLevel("start-return", { levels: { "start-return": "fresh" } })).toBe("fresh");
  expect(readProofRules({ trustDays: 30 }).trustDays).toBe(30);
});

test("whatever is stored, no action ever needs less than the table says, and no proof holds longer", () => {
  const values = [...proofLevels, "none", "", null, 4, { toString: "anonymous" }, ["channel"], "__proto__"];
  for (const action of actions) {
    for (const value of values) {
      expect(atLeast(requiredLevel(action, { levels: { [action]: value } }), levelChoices[action][0])).toBe(true);
    }
  }
  for (const days of [181, 3650, Number.POSITIVE_INFINITY, Number.NaN, -1, 0, 29, 30.5, "90", null]) {
    expect(readProofRules({ trustDays: days }).trustDays).toBe(180);
  }
});
