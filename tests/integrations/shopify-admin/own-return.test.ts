import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReturnFacts } from "#app/domain/orders/facts.ts";
import type { ReturnEffectInput } from "#app/flows/engine.ts";
import { effectReference, findOwnReturn, noteWithReference } from "#app/integrations/shopify-admin/own-return.ts";

const startedAt = new Date("2026-11-20T12:00:00Z");
const line = (number: number) => `gid://shopify/FulfillmentLineItem/${number}`;
const input: ReturnEffectInput = {
  orderId: "gid://shopify/Order/1",
  orderName: "#1001",
  items: [
    { fulfillmentLineItemId: line(1), quantity: 1, reasonDefinitionId: "r" },
    { fulfillmentLineItemId: line(2), quantity: 2, reasonDefinitionId: "r" },
  ],
  quoteHash: "h",
};

function made(changes: Partial<ReturnFacts> = {}): ReturnFacts {
  return {
    id: "gid://shopify/Return/5",
    name: "#1001-R1",
    status: "REQUESTED",
    createdAt: new Date(startedAt.getTime() + 1500),
    items: [
      { fulfillmentLineItemId: line(2), quantity: 2 },
      { fulfillmentLineItemId: line(1), quantity: 1, customerNote: `Too small ${effectReference("effect-a")}` },
    ],
    ...changes,
  };
}
const unmarked = [
  { fulfillmentLineItemId: line(1), quantity: 1 },
  { fulfillmentLineItemId: line(2), quantity: 2 },
];

test("our mark in a note finds the return, even after the merchant changed it", () => {
  const ours = made({
    status: "DECLINED",
    items: [{ fulfillmentLineItemId: line(1), quantity: 1, customerNote: effectReference("effect-a") }],
  });
  expect(findOwnReturn([made({ id: "other", items: [] }), ours], input, "effect-a", startedAt)).toBe(ours);
});

test("two effects with the same items are told apart by their marks", () => {
  expect(findOwnReturn([made()], input, "effect-b", startedAt)).toBeNull();
});

test("where notes are hidden, the same items and quantities since the try count as ours", () => {
  const ours = made({ items: unmarked });
  expect(findOwnReturn([ours], input, "effect-a", startedAt)).toBe(ours);
});

test("a line that Shopify has split is added up again", () => {
  const split = [unmarked[0], { fulfillmentLineItemId: line(2), quantity: 1 }, { fulfillmentLineItemId: line(2), quantity: 1 }].filter(
    (one) => !!one,
  );
  expect(findOwnReturn([made({ items: split })], input, "effect-a", startedAt)?.name).toBe("#1001-R1");
});

test.each([
  ["other quantities", made({ items: [unmarked[0], { fulfillmentLineItemId: line(2), quantity: 1 }].filter((one) => !!one) })],
  ["fewer items", made({ items: unmarked.slice(0, 1) })],
  ["an earlier day", made({ items: unmarked, createdAt: new Date("2026-11-19T12:00:00Z") })],
])("a return with %s is not ours", (_name, other) => {
  expect(findOwnReturn([other], input, "effect-a", startedAt)).toBeNull();
});

test("clocks that differ by a minute do not hide our return", () => {
  const ours = made({ items: unmarked, createdAt: new Date(startedAt.getTime() - 60_000) });
  expect(findOwnReturn([ours], input, "effect-a", startedAt)).toBe(ours);
});

test("any note fits the limit with the mark whole at its end", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 700 }), fc.constantFrom(300, 255), fc.uuid(), (note, limit, effectId) => {
      const written = noteWithReference(note, effectId, limit);
      expect(written.length).toBeLessThanOrEqual(limit);
      expect(written.endsWith(effectReference(effectId))).toBe(true);
    }),
  );
});

test("a cut note never ends in half a character", () => {
  const written = noteWithReference("😀".repeat(200), "effect-a", 300);
  expect(Buffer.from(written).toString()).toBe(written);
});
