import { expect, test } from "vitest";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { dress, lineId, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper } from "./setup/shopper.ts";

type ReturnShopper = ReturnType<typeof begin>;

function begin(policy: Partial<ReturnPolicy>, changes: Parameters<typeof order>[0] = { countryCode: "US" }) {
  const store = { orders: [order(changes)], returnable: { "gid://shopify/Order/4471": [returnable(dress), returnable(scarf)] } };
  const shopper = new Shopper(returnFlow, store, { policy });
  shopper.open("I want to send something back");
  return shopper;
}

function confirm(shopper: ReturnShopper, reason = "changed_mind") {
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.tap(`reason|${reason}`);
  shopper.tapId(shopper.block("quote").confirm.id);
  return shopper.effects[0];
}

test("a reason that the shop does not take is refused in words when it is given, and another one goes on", () => {
  const rules = [
    { id: "1", name: "No changes of mind", when: { reasons: ["changed_mind" as const] }, says: { takeBack: "never" as const } },
  ];
  const shopper = begin({ rules });
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.tap("reason|changed_mind");
  expect(shopper.words()).toContain("can’t go back: the shop doesn’t take it back for this reason");
  expect(shopper.effects).toEqual([]);
});

test.each<[string, Partial<ReturnPolicy>, Parameters<typeof order>[0], string]>([
  ["a value above the limit", { review: { valueAbove: "50.00" } }, {}, "value"],
  ["another country", { review: { international: true } }, { countryCode: "CA" }, "international"],
  ["Shopify's advice", { review: { risky: true } }, { risk: "INVESTIGATE" }, "risk"],
  ["the reason", { review: { reasons: ["changed_mind"] } }, {}, "reason"],
  [
    "earlier returns",
    { review: { returnsBefore: { count: 1, days: 30 } } },
    { returns: [{ id: "r", name: "#4471-R1", status: "CLOSED", createdAt: new Date("2026-05-08T09:00:00Z"), items: [] }] },
    "returns-before",
  ],
])("a return within the rules opens at once, and for %s a person looks first", (_, review, changes, because) => {
  const at = { countryCode: "US", ...changes };
  expect(confirm(begin({ mode: "open" }, at))?.kind).toBe("return-create");
  const effect = confirm(begin({ mode: "open", ...review }, at));
  expect(effect?.kind).toBe("return-request");
  expect(effect?.input).toMatchObject({ reviews: [because] });
});

test("a fee in the shop's currency is told and taken in the order's, at the order's own rate", () => {
  const shopper = begin({ returnShippingFee: "5.00" }, { countryCode: "US", shopTotal: { amount: "222.50", currencyCode: "USD" } });
  shopper.send({ kind: "items", slot: "items", items: [{ id: lineId(dress), quantity: 1 }] });
  shopper.tap("reason|changed_mind");
  expect(shopper.block("quote").lines.at(-1)).toEqual({ label: "Return shipping", amount: "-€3.10" });
});
