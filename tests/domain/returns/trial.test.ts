import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { type PolicyRule, type ReturnPolicy, returnOutcomes } from "#app/domain/returns/policy-types.ts";
import { returnReasons } from "#app/domain/returns/reasons.ts";
import { decide, type PastOrder, tryOrder } from "#app/domain/returns/trial.ts";
import { sayDecision } from "#app/domain/returns/trial-words.ts";
import { sayRefusal } from "#app/flows/return/lines.ts";

const timeZone = "Europe/Berlin";
const bought = Date.UTC(2026, 4, 1, 9);
const day = 86_400_000;
const words = fc.constantFrom("sale", "linen", "VIP");
const list = fc.array(words, { minLength: 1, maxLength: 2 });
const rules: fc.Arbitrary<PolicyRule[]> = fc
  .array(
    fc.tuple(
      fc.record(
        {
          productTags: list,
          customerTags: list,
          countries: fc.constant("EU").map((code): string[] => [code]),
          reasons: fc.subarray([...returnReasons], { minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          takeBack: fc.constantFrom("never" as const, "always" as const),
          windowDays: fc.option(fc.integer({ min: 0, max: 90 })),
          restockingFeePercentage: fc.integer({ min: 0, max: 100 }),
          outcomes: fc.subarray([...returnOutcomes], { minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
    ),
    { maxLength: 5 },
  )
  .map((pairs) => pairs.map(([when, says], index) => ({ id: `r${index}`, name: "", when, says })));
const policies: fc.Arbitrary<ReturnPolicy> = fc
  .record({
    windowDays: fc.option(fc.integer({ min: 0, max: 60 })),
    finalSaleTags: fc.subarray(["sale", "linen"]),
    returnsPerOrder: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    review: fc.option(fc.constant({ valueAbove: "100.00" }), { nil: undefined }),
    rules,
  })
  .map((one) => ({ ...defaultReturnPolicy, ...one }));
/** Bought in the shop's currency or in another. */
const orders: fc.Arbitrary<PastOrder> = fc
  .record({
    price: fc.integer({ min: 0, max: 200 }),
    rate: fc.constantFrom(1, 1.1, 160),
    tags: list,
    customerTags: list,
    country: fc.constantFrom("DE", "US"),
  })
  .map(({ price, rate, tags, customerTags, country }) => {
    const currencyCode = rate === 1 ? "EUR" : rate === 160 ? "JPY" : "USD";
    const paid = { amount: (price * rate).toFixed(currencyCode === "JPY" ? 0 : 2), currencyCode };
    const [processedAt, fulfilledAt, deliveredAt] = [bought, bought + day, bought + 3 * day].map((at) => new Date(at)) as [
      Date,
      Date,
      Date,
    ];
    const item = {
      fulfillmentLineItemId: "1",
      title: "Dress",
      unitPrice: paid,
      fullPrice: paid,
      fulfilledAt,
      deliveredAt,
      productTags: tags,
      productType: "",
    };
    const shopTotal = { amount: price.toFixed(2), currencyCode: "EUR" };
    return { id: "1", name: "#1001", processedAt, countryCode: country, customerTags, total: paid, shopTotal, returns: [], items: [item] };
  });
const when = fc.integer({ min: 0, max: 100 }).map((days) => new Date(bought + days * day));

test("over random orders, currencies and policies a refusal has words, a fee is a share, and the law stands", () => {
  let refused = 0;
  fc.assert(
    fc.property(policies, orders, when, fc.constantFrom(...returnReasons), (policy, order, at, reason) => {
      const [item] = order.items;
      if (!item) return;
      const decision = decide(order, item, { at, reason }, policy, { timeZone });
      expect(sayDecision(decision, "refused", "EUR")).not.toMatch(/undefined|null|NaN/);
      const days = Math.floor((at.getTime() - (item.deliveredAt?.getTime() ?? 0)) / day);
      if (!decision.takenBack) {
        refused += 1;
        for (const language of languages)
          expect(sayRefusal(decision.refusal, { language, now: at, timeZone } as never).length).toBeGreaterThan(5);
        const byLaw = order.countryCode === "DE" && days >= 0 && days <= 13;
        if (byLaw) expect(decision.refusal.because).toBe("final-sale");
        return;
      }
      expect(decision.restockingFeePercentage).toBeGreaterThanOrEqual(0);
      expect(decision.restockingFeePercentage).toBeLessThanOrEqual(100);
      if (policy.review && order.countryCode === "US" && decision.takenBack)
        expect(decision.reviews.includes("value")).toBe(
          Number(order.shopTotal?.amount) > 100 || (order.total.currencyCode !== "EUR" && Number(order.total.amount) === 0),
        );
    }),
    { numRuns: 5_000 },
  );
  expect(refused).toBeGreaterThan(1_000);
});

test("a policy tried against itself differs in nothing; a rule put on top of all decides", () => {
  fc.assert(
    fc.property(policies, orders, when, (policy, order, at) => {
      expect(tryOrder(order, policy, structuredClone(policy), at, { timeZone }).lines).toEqual([]);
      const top: PolicyRule = { id: "top", name: "", when: {}, says: { takeBack: "always" } };
      const [item] = order.items;
      const arrived = at >= (item?.deliveredAt ?? at);
      const decision = item && decide(order, item, { at }, { ...policy, rules: [top, ...(policy.rules ?? [])] }, { timeZone });
      expect(decision?.takenBack).toBe(arrived);
    }),
    { numRuns: 2_000 },
  );
});
