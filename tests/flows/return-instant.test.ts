import { expect, test } from "vitest";
import { isWithinInstant } from "#app/domain/returns/instant.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { dress, order, returnable } from "./setup/orders.ts";
import { Shopper } from "./setup/shopper.ts";

const created = { kind: "return-create", state: "done" as const };
const madeReturn = { id: "gid://shopify/Return/1", name: "#4471-R1", status: "OPEN" };

/** A return of one dress that has opened, of which the money is to go back at once. */
function opened(status = "OPEN", ordered = 1) {
  const item = { ...dress, quantity: ordered };
  const one = order({ items: [item] });
  const policy = { mode: "open" as const, instantUpTo: "100" };
  const shopper = new Shopper(returnFlow, { orders: [one], returnable: { [one.id]: [returnable(item)] } }, { policy });
  shopper.open("the dress, it is too small", "return_start", { reason: "size_small" });
  shopper.say("yes", { yesNo: "yes" });
  if (ordered > 1) shopper.say("one of them", { quantity: 1 });
  shopper.tapId(shopper.block("quote").confirm.id);
  shopper.store.effect = { ...created, result: { ...madeReturn, status } };
  shopper.send({ kind: "effect-settled" });
  return shopper;
}

test("the refund is an effect of its own, of the very sum and items that were said yes to", () => {
  const shopper = opened();
  expect(shopper.effects.map((effect) => effect.kind)).toEqual(["return-create", "instant-refund"]);
  expect(shopper.effects[1]?.input).toMatchObject({
    returnId: madeReturn.id,
    items: [{ lineItemId: dress.lineItemId, quantity: 1 }],
    total: { amount: "89.00", currencyCode: "EUR" },
  });
});

test("where the return waits for the shop after all, no money goes before it", () => {
  expect(opened("REQUESTED").effects).toHaveLength(1);
});

test("a refund that could not be made is said, and the return goes on; one whose end is not known goes to a person", () => {
  const shopper = opened();
  shopper.store.effect = { kind: "instant-refund", state: "failed", error: "changed" };
  const failed = shopper.send({ kind: "effect-settled" });
  expect(failed).toMatchObject({ status: "waiting", state: { phase: "registered" } });
  expect(shopper.words()).toContain("It comes when the item is back");
  const other = opened();
  other.store.effect = { kind: "instant-refund", state: "failed", error: "outcome-unknown" };
  expect(other.send({ kind: "effect-settled" })).toMatchObject({ status: "escalate", escalation: "tool-failure" });
});

test("the limit is in the shop's money, and a sum that nobody can tell is above every limit", () => {
  const policy = { ...defaultReturnPolicy, instantUpTo: "50" };
  const facts = { reason: "size_small" as const, orders: [{}, { cancelledAt: new Date() }], isWhole: true, hasOther: false };
  const euro = (amount: string) => ({ amount, currencyCode: "EUR" });
  expect(isWithinInstant({ ...facts, values: [euro("50.00")] }, policy)).toBe(true);
  expect(isWithinInstant({ ...facts, values: [euro("50.01")] }, policy)).toBe(false);
  // With its tax it is more.
  expect(isWithinInstant({ ...facts, values: [euro("49.00"), euro("53.90")] }, policy)).toBe(false);
  expect(isWithinInstant({ ...facts, values: [null] }, policy)).toBe(false);
  expect(isWithinInstant({ ...facts, values: [euro("1.00")] }, defaultReturnPolicy)).toBe(false);
  expect(isWithinInstant({ ...facts, values: [euro("1.00")], isWhole: false }, policy)).toBe(false);
  expect(isWithinInstant({ ...facts, values: [euro("1.00")], hasOther: true }, policy)).toBe(false);
  // A cancelled order is none.
  expect(isWithinInstant({ ...facts, values: [euro("1.00")] }, { ...policy, instantAfterOrders: 2 })).toBe(false);
});

test("of two dresses one goes back: Shopify would not know which of them was paid for, so the money waits for it", () => {
  const shopper = opened("OPEN", 2);
  expect(shopper.effects.map((effect) => effect.kind)).toEqual(["return-create"]);
});
