import fc from "fast-check";
import { expect, test } from "vitest";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { defaultOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { returnReasons } from "#app/domain/returns/reasons.ts";
import { decide, type PastItem } from "#app/domain/returns/trial.ts";
import type { FlowContext, QuoteRequest } from "#app/flows/engine.ts";
import { setScene } from "#app/flows/return/lines.ts";
import { quoteRequest } from "#app/flows/return/quote.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { toQuote } from "#app/integrations/shopify-admin/quote.ts";
import { daysAgo, noon, order, returnable } from "./setup/orders.ts";

const digits: Record<string, number> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };
const money = (steps: number, currencyCode: string) => {
  const places = digits[currencyCode] ?? 2;
  return { amount: (steps / 10 ** places).toFixed(places), currencyCode };
};

/** What a line cost in all, in the smallest coin, and of how many units it is. */
const line = fc.record({ steps: fc.integer({ min: 0, max: 30_000 }), quantity: fc.integer({ min: 1, max: 7 }) });
const percentage = fc.oneof(
  fc.constantFrom(0, 100, 33.33, 50),
  fc.integer({ min: 0, max: 10_000 }).map((one) => one / 100),
);
const fee = fc.oneof(
  fc.constantFrom("0.00", "4.90", "999999.99"),
  fc.integer({ min: 0, max: 90_000 }).map((one) => (one / 100).toFixed(2)),
);
const whole = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  currency: fc.constantFrom("EUR", "USD", "JPY", "KWD"),
  shopTotal: fc.integer({ min: 1, max: 200_000 }),
  restocking: percentage,
  fee,
  reason: fc.constantFrom(...returnReasons),
  outcome: fc.constantFrom("refund" as const, "store-credit" as const),
  country: fc.constantFrom("DE", "US"),
  parcelAge: fc.integer({ min: 1, max: 28 }),
});
type Whole = typeof whole extends fc.Arbitrary<infer Value> ? Value : never;

/** Shopify's calculation: a share of the whole line, halves rounded up; the fee as it was asked for. */
function calculated(request: QuoteRequest, { lines, currency }: Whole) {
  const none = { presentmentMoney: money(0, currency) };
  return {
    returnLineItems: request.items.map((item, at) => {
      const steps = lines[at]?.steps ?? 0;
      const restocking = Math.round((steps * (item.restockingFeePercentage ?? 0)) / 100);
      return {
        quantity: item.quantity,
        fulfillmentLineItem: { id: item.fulfillmentLineItemId },
        subtotalSet: { presentmentMoney: money(steps, currency) },
        totalTaxSet: none,
        restockingFee: item.restockingFeePercentage === undefined ? null : { amountSet: { presentmentMoney: money(restocking, currency) } },
      };
    }),
    returnShippingFee: request.returnShippingFee ? { amountSet: { presentmentMoney: request.returnShippingFee } } : null,
    exchangeLineItems: [],
  };
}

function played(given: Whole) {
  const { lines, currency, shopTotal, restocking, fee: returnShippingFee, reason, outcome, country, parcelAge } = given;
  const items = lines.map(({ steps, quantity }, at) => ({
    lineItemId: `gid://shopify/LineItem/${at + 1}`,
    title: `Thing ${at + 1}`,
    quantity,
    // What Shopify shows of one unit is rounded.
    unitPrice: money(Math.round(steps / quantity), currency),
  }));
  const paid = lines.reduce((sum, { steps }) => sum + steps, 0);
  const facts: OrderFacts = order({
    items,
    countryCode: country,
    total: money(paid, currency),
    shopTotal: currency === "EUR" ? money(paid, currency) : money(shopTotal, "EUR"),
  });
  const found = items.map((item) => returnable(item, { deliveredAt: daysAgo(parcelAge), fulfilledAt: daysAgo(parcelAge + 1) }));
  const policy = { ...defaultReturnPolicy, restockingFeePercentage: restocking, returnShippingFee };
  const context: FlowContext = {
    language: "en",
    now: noon,
    timeZone: "Europe/Berlin",
    shopName: "Linden & Loom",
    currencyCode: "EUR",
    policy,
    orderPolicy: defaultOrderPolicy,
    caseId: "case",
  };
  const picks = found.map(({ fulfillmentLineItemId, lineItemId, title, quantity }) => ({
    fulfillmentLineItemId,
    lineItemId,
    title,
    quantity,
  }));
  const state: ReturnState = {
    version: 1,
    phase: "collecting",
    orderId: facts.id,
    orderName: facts.name,
    picks,
    itemsDone: true,
    told: [],
    reason,
    outcome,
  };
  const request = quoteRequest(setScene(state, { orders: [facts], returnable: { orderId: facts.id, items: found } }, context));
  return { facts, found, policy, paid, request };
}

test("whatever the fees, the currency and the discounts: what comes back is never below nothing and never above what was paid", () => {
  let capped = 0;
  fc.assert(
    fc.property(whole, (given) => {
      const { request, paid } = played(given);
      if (!request) throw new Error("A whole return was given.");
      const quote = toQuote(request, calculated(request, given), true);
      if (!("hash" in quote)) throw new Error(quote.error);
      const total = Number(quote.total.amount);
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(Number(money(paid, given.currency).amount));
      if (request.returnShippingFee && total < 0.1) capped += 1;
    }),
    { numRuns: 6_000 },
  );
  // The limit was really met, and not only never reached.
  expect(capped).toBeGreaterThan(100);
});

test("what a trial shows of an item is no more than the item, either", () => {
  fc.assert(
    fc.property(whole, (given) => {
      const { facts, found, policy } = played(given);
      for (const item of found) {
        const decision = decide({ ...facts, items: found } as never, item as PastItem, { at: noon }, policy, { timeZone: "Europe/Berlin" });
        const rate = Number((facts.shopTotal ?? facts.total).amount) / Number(facts.total.amount);
        if (!decision.takenBack || !Number.isFinite(rate)) continue;
        const value = Number(item.unitPrice.amount) * rate;
        const fees = (value * decision.restockingFeePercentage) / 100 + Number(decision.returnShippingFee);
        expect(fees).toBeLessThanOrEqual(value + 0.011);
      }
    }),
    { numRuns: 5_000 },
  );
});
