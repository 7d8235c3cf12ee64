import fc from "fast-check";
import { expect, test } from "vitest";
import { checkReturn, defaultReturnPolicy, feesFor, outcomesFor, photosWanted } from "#app/domain/returns/policy.ts";
import {
  type PolicyRule,
  type ReturnPolicy,
  type RuleConditions,
  type RuleEffects,
  returnOutcomes,
} from "#app/domain/returns/policy-types.ts";
import { returnReasons } from "#app/domain/returns/reasons.ts";
import type { ReturnCheck } from "#app/domain/returns/terms.ts";

const timeZone = "Europe/Berlin";
const deliveredAt = new Date("2026-05-01T09:00:00Z");
const processedAt = new Date("2026-04-25T09:00:00Z");
const euros = (amount: string) => ({ amount, currencyCode: "EUR" });
const after = (days: number) => new Date(deliveredAt.getTime() + days * 86_400_000);

function asked(days: number, changes: { item?: Partial<ReturnCheck["item"]>; order?: ReturnCheck["order"] } = {}): ReturnCheck {
  const item = {
    deliveredAt,
    fulfilledAt: processedAt,
    productTags: [],
    unitPrice: euros("80.00"),
    fullPrice: euros("80.00"),
    ...changes.item,
  };
  return { item, order: { name: "#1001", processedAt, countryCode: "US", ...changes.order }, now: after(days), timeZone };
}

const rules = (...list: [RuleConditions, RuleEffects][]): ReturnPolicy => ({
  ...defaultReturnPolicy,
  rules: list.map(([when, says], index): PolicyRule => ({ id: `r${index}`, name: "", when, says })),
});

test.each<[string, RuleConditions, Parameters<typeof asked>[1]]>([
  ["country", { countries: ["ch"] }, { order: { countryCode: "CH" } }],
  ["the EU as one", { countries: ["EU"] }, { order: { countryCode: "PT" } }],
  ["collection", { collections: ["sale"] }, { item: { collections: ["linen", "Sale"] } }],
  ["type", { productTypes: ["Bedding"] }, { item: { productType: "bedding" } }],
  ["tag", { productTags: ["fragile"] }, { item: { productTags: ["Fragile"] } }],
  ["the customer's tag", { customerTags: ["vip"] }, { order: { customerTags: ["VIP"] } }],
  ["the order's tag", { orderTags: ["wholesale"] }, { order: { tags: ["wholesale"] } }],
  ["the order itself", { orders: ["#1001"] }, { order: { name: "#1001" } }],
  ["code", { discountCodes: ["SUMMER"] }, { order: { discountCodes: ["summer"] } }],
  ["discount", { discountedBy: 50 }, { item: { unitPrice: euros("40.00") } }],
])("a rule by %s holds for what it names, and for nothing else", (_, when, fitting) => {
  const policy = rules([when, { windowDays: 60 }]);
  const order = { name: "#1002", processedAt, countryCode: "US" };
  expect(checkReturn(asked(45, { ...fitting, order: { ...order, ...fitting?.order } }), policy).eligible).toBe(true);
  expect(checkReturn(asked(45, { order }), policy)).toMatchObject({ because: "window-closed", windowDays: 30 });
});

test("of two rules the one higher up decides a point, and leaves the others to the next", () => {
  const policy = rules([{ customerTags: ["vip"] }, { windowDays: 90 }], [{}, { windowDays: 10, restockingFeePercentage: 20 }]);
  const vip = asked(80, { order: { customerTags: ["vip"], countryCode: "US" } });
  expect(checkReturn(vip, policy).eligible).toBe(true);
  expect(feesFor({ ...vip, reason: "other" }, policy)).toEqual({ restockingFeePercentage: 20 });
  expect(checkReturn(asked(11), policy)).toMatchObject({ because: "window-closed", windowDays: 10 });
});

test("what is never taken back says which of its traits it is for; an order on the list of exceptions comes back in any case", () => {
  const policy = rules([{ orders: ["#1001"] }, { takeBack: "always" }], [{ discountedBy: 40 }, { takeBack: "never" }]);
  const half = { unitPrice: euros("40.00") };
  expect(checkReturn(asked(3, { item: half, order: { name: "#1002" } }), policy)).toMatchObject({ refusedFor: "discount" });
  expect(checkReturn(asked(300, { item: { ...half, productTags: ["final-sale"] } }), policy)).toEqual({ eligible: true, lastDay: null });
});

test("a longer time for an exchange keeps the item open, and only the exchange", () => {
  const policy = rules([{ outcomes: ["exchange-variant"] }, { windowDays: 60 }]);
  expect(checkReturn(asked(45), policy).eligible).toBe(true);
  expect(checkReturn({ ...asked(45), outcome: "refund" }, policy).eligible).toBe(false);
  expect(outcomesFor({ ...asked(45), reason: "size_small" }, policy)).toEqual(["exchange-variant"]);
  expect(outcomesFor({ ...asked(5), reason: "size_small" }, policy)).toEqual(["refund", "exchange-variant", "exchange-product"]);
});

test("a reason that is not taken leaves the item open until it is given", () => {
  const policy = rules([{ reasons: ["changed_mind"] }, { takeBack: "never" }]);
  expect(checkReturn(asked(3), policy).eligible).toBe(true);
  expect(checkReturn({ ...asked(3), reason: "changed_mind" }, policy)).toMatchObject({ because: "not-returnable", refusedFor: "reason" });
  expect(checkReturn({ ...asked(3), reason: "damaged" }, policy).eligible).toBe(true);
});

test("orders of the holidays come back until the day that was promised, and none earlier than they could before", () => {
  const holiday = { orderedFrom: "2026-04-20", orderedUntil: "2026-04-25", returnUntil: "2026-07-31" };
  const policy = { ...defaultReturnPolicy, holiday };
  expect(checkReturn(asked(91), policy).eligible).toBe(true);
  expect(checkReturn(asked(92), policy)).toMatchObject({ because: "window-closed" });
  const later = { processedAt: new Date("2026-04-26T00:00:00+02:00") };
  expect(checkReturn(asked(91, { order: later }), policy)).toMatchObject({ because: "window-closed" });
  expect(checkReturn(asked(30), { ...policy, holiday: { ...holiday, returnUntil: "2026-05-02" } }).eligible).toBe(true);
});

test("days from the order, no end at all, and one return for each order", () => {
  expect(checkReturn(asked(25), { ...defaultReturnPolicy, windowStartsAt: "ordered" })).toMatchObject({ because: "window-closed" });
  expect(checkReturn(asked(4_000), { ...defaultReturnPolicy, windowDays: null })).toEqual({ eligible: true, lastDay: null });
  const returns = (status: string) => [{ id: "1", name: "#1001-R1", status, createdAt: deliveredAt, items: [] }];
  const once = { ...defaultReturnPolicy, returnsPerOrder: 1 };
  expect(checkReturn(asked(3, { order: { returns: returns("CLOSED") } }), once)).toMatchObject({ because: "returned-before" });
  expect(checkReturn(asked(3, { order: { returns: returns("DECLINED") } }), once).eligible).toBe(true);
});

test("pictures by rule: the most that one of the items wants", () => {
  const policy = rules([{ productTypes: ["Lamp"] }, { photos: 3 }]);
  expect(photosWanted(policy, "changed_mind", [asked(1, { item: { productType: "Lamp" } }), asked(1)])).toBe(3);
  expect(photosWanted(policy, "changed_mind", [asked(1)])).toBe(0);
});

const words = fc.constantFrom("a", "b", "c");
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 1, maxLength: 2 });
const conditions: fc.Arbitrary<RuleConditions> = fc.record(
  {
    countries: some(fc.constantFrom("DE", "US", "EU")),
    collections: some(words),
    productTypes: some(words),
    productTags: some(words),
    customerTags: some(words),
    discountCodes: some(words),
    discountedBy: fc.integer({ min: 1, max: 90 }),
    reasons: some(fc.constantFrom(...returnReasons)),
    outcomes: some(fc.constantFrom(...returnOutcomes)),
  },
  { requiredKeys: [] },
);
const effects: fc.Arbitrary<RuleEffects> = fc.record(
  {
    takeBack: fc.constantFrom("never" as const, "always" as const),
    windowDays: fc.option(fc.integer({ min: 0, max: 90 })),
    windowStartsAt: fc.constantFrom("delivered" as const, "fulfilled" as const, "ordered" as const),
    restockingFeePercentage: fc.integer({ min: 0, max: 100 }),
    outcomes: some(fc.constantFrom(...returnOutcomes)),
  },
  { requiredKeys: [] },
);
const policies: fc.Arbitrary<ReturnPolicy> = fc
  .record({ windowDays: fc.option(fc.integer({ min: 0, max: 60 })), list: fc.array(fc.tuple(conditions, effects), { maxLength: 6 }) })
  .map(({ windowDays, list }) => ({ ...rules(...list), windowDays, returnsPerOrder: 1 }));
const checks = fc
  .record({
    days: fc.integer({ min: 0, max: 100 }),
    countryCode: fc.constantFrom("DE", "US", "FR"),
    tag: words,
    type: words,
    price: fc.integer({ min: 0, max: 80 }),
    reason: fc.constantFrom(...returnReasons),
    outcome: fc.constantFrom(...returnOutcomes),
  })
  .map(({ days, countryCode, tag, type, price, reason, outcome }) => ({
    ...asked(days, {
      item: { productTags: [tag], productType: type, unitPrice: euros(`${price}.00`) },
      order: { countryCode, name: "#1" },
    }),
    days,
    countryCode,
    reason,
    outcome,
  }));

test("no rules of any merchant take from a shopper in the EU what the law gives: 14 days, the money, and all of it", () => {
  fc.assert(
    fc.property(policies, checks, (policy, check) => {
      if (check.countryCode === "US" || check.days > 14) return;
      expect(checkReturn(check, policy).eligible).toBe(true);
      expect(outcomesFor(check, policy)).toContain("refund");
      expect(feesFor(check, policy).restockingFeePercentage).toBeUndefined();
    }),
    { numRuns: 10_000 },
  );
});

test("an item that is open for some end is open while none was chosen; one that is refused for all stays refused", () => {
  fc.assert(
    fc.property(policies, checks, (policy, { outcome: _, reason: __, ...check }) => {
      const open = returnReasons.some((reason) =>
        returnOutcomes.some((outcome) => checkReturn({ ...check, reason, outcome }, policy).eligible),
      );
      if (open) expect(checkReturn(check, policy).eligible).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
