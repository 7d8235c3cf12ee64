import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import type { CancelFacts, OrderFacts } from "#app/domain/orders/facts.ts";
import { barrierOf, checkCancel, defaultOrderPolicy, readOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { cancelOrderFlow } from "#app/flows/cancel-order/flow.ts";
import type { FlowInput } from "#app/flows/engine.ts";
import { daysAgo, dress, fulfilled, noon, order } from "./setup/orders.ts";
import { Shopper, understood } from "./setup/shopper.ts";

const euro = (amount: string) => ({ amount, currencyCode: "EUR" });
const open = (changes: Partial<OrderFacts> = {}) => order({ fulfillmentStatus: "UNFULFILLED", fulfillments: [], ...changes });
const money = (hash = "a1b2c3d4e5f6a7b8", amount = "138.00") => ({
  payments: [{ id: "gid://shopify/OrderTransaction/1", name: "Shopify Payments", left: euro(amount) }],
  total: euro(amount),
  reserved: euro("0.00"),
  hash,
});
const facts = (changes: Partial<CancelFacts> = {}): CancelFacts => ({
  processedAt: daysAgo(10),
  total: euro("138.00"),
  fulfillmentStatus: "UNFULFILLED",
  returnStatus: "NO_RETURN",
  money: money(),
  ...changes,
});
const orderId = order().id;

const statuses = [
  "UNFULFILLED",
  "UNFULFILLED",
  "UNFULFILLED",
  "UNFULFILLED",
  "SCHEDULED",
  "IN_PROGRESS",
  "ON_HOLD",
  "PENDING_FULFILLMENT",
  "OPEN",
  "PARTIALLY_FULFILLED",
  "FULFILLED",
  "RESTOCKED",
  "BRAND_NEW",
];
const anyOrder = fc.record({
  fulfillmentStatus: fc.constantFrom(...statuses),
  returnStatus: fc.constantFrom("NO_RETURN", "NO_RETURN", "RETURN_REQUESTED", "IN_PROGRESS", "RETURNED"),
  cancelledAt: fc.constantFrom(undefined, undefined, daysAgo(1)),
  parcel: fc.constantFrom(undefined, undefined, "FULFILLED", "CANCELED", "DELIVERED"),
  ageMinutes: fc.integer({ min: 0, max: 100_000 }),
  cents: fc.integer({ min: 0, max: 1_000_000 }),
  currencyCode: fc.constantFrom("EUR", "USD"),
});
const anyPolicy = fc.record({
  cancel: fc.boolean(),
  cancelWithinMinutes: fc.option(fc.integer({ min: 1, max: 86_400 }), { nil: null, freq: 2 }),
  cancelUpTo: fc.option(
    fc.integer({ min: 0, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
    { nil: null },
  ),
  changeAddress: fc.boolean(),
  changeAddressAcross: fc.boolean(),
  changeItems: fc.boolean(),
  changeItemsUpTo: fc.constant(null),
});

test("over all orders and rules: what may be cancelled is untouched, unsent, not cancelled, in time and within the limit", () => {
  let allowed = 0;
  fc.assert(
    fc.property(anyOrder, anyPolicy, ({ parcel, ageMinutes, cents, currencyCode, ...status }, policy) => {
      const fulfillments = parcel ? [fulfilled([dress], { displayStatus: parcel })] : [];
      const processedAt = new Date(noon.getTime() - ageMinutes * 60_000);
      const one = order({ ...status, fulfillments, processedAt, total: { amount: (cents / 100).toFixed(2), currencyCode } });
      const barrier = checkCancel(one, { now: noon, currencyCode: "EUR", policy });
      if (barrier !== null) return;
      allowed += 1;
      expect(["UNFULFILLED", "SCHEDULED"]).toContain(status.fulfillmentStatus);
      expect(status).toMatchObject({ cancelledAt: undefined, returnStatus: "NO_RETURN" });
      expect([undefined, "CANCELED"]).toContain(parcel);
      expect(policy.cancel).toBe(true);
      if (policy.cancelWithinMinutes !== null) expect(ageMinutes).toBeLessThanOrEqual(policy.cancelWithinMinutes);
      if (policy.cancelUpTo !== null) {
        expect(currencyCode).toBe("EUR");
        expect(cents).toBeLessThanOrEqual(Math.round(Number(policy.cancelUpTo) * 100));
      }
    }),
    { numRuns: 20_000 },
  );
  expect(allowed).toBeGreaterThan(50);
});

test("whatever was stored as rules, a limit that cannot be read lets nothing be cancelled", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (minutes, upTo) => {
      const read = readOrderPolicy({ cancelWithinMinutes: minutes, cancelUpTo: upTo });
      const kept = (minutes ?? null) === read.cancelWithinMinutes && (upTo ?? null) === read.cancelUpTo;
      if (read.cancel) expect(kept).toBe(true);
    }),
  );
  expect(readOrderPolicy(null)).toEqual(defaultOrderPolicy);
  expect(readOrderPolicy({ cancel: "yes" }).cancel).toBe(false);
});

const inputs: fc.Arbitrary<FlowInput> = fc.oneof(
  fc
    .constantFrom("yes", "no", "cancel", "stop", "#4471", "#9999", "the dress", "where is it?")
    .chain((text) =>
      fc
        .record(
          { yesNo: fc.constantFrom("yes" as const, "no" as const), command: fc.constantFrom("stop" as const, "back" as const) },
          { requiredKeys: [] },
        )
        .map((slots) => ({ kind: "text" as const, text, understanding: understood("cancel_order", slots) })),
    ),
  fc.constantFrom("a1b2c3d4e5f6", "bbbbbbbbbbbb", "").map((value) => ({ kind: "choice" as const, slot: "confirm", value })),
  fc.constantFrom<FlowInput>(
    { kind: "choice", slot: "keep", value: "order" },
    { kind: "choice", slot: "order", value: orderId },
    { kind: "resume", movedFrom: "instagram" },
    { kind: "store-event", topic: "orders/updated" },
    { kind: "effect-settled" },
  ),
);
// Most of the time nothing moves, or hardly anybody would get as far as a yes that counts.
const moves = fc.constantFrom(
  ...Array<"none">(8).fill("none"),
  "other-sum",
  "same-sum",
  "hour",
  "shipped",
  "cancelled",
  "unclear",
  "begun",
);

test("in any order of things: planned at most once, only for a yes to the sum shown in the last half hour that still stands", () => {
  let planned = 0;
  fc.assert(
    fc.property(fc.array(fc.record({ input: inputs, move: moves }), { minLength: 2, maxLength: 12 }), (steps) => {
      const cancelling: Record<string, CancelFacts> = { [orderId]: facts() };
      const shopper = new Shopper(cancelOrderFlow, { orders: [open()], returnable: {}, cancelling });
      shopper.open("cancel my order", "cancel_order");
      for (const { input, move } of steps) {
        if (move === "other-sum") cancelling[orderId] = facts({ money: money("bbbbbbbbbbbbcccc", "99.00") });
        if (move === "same-sum") cancelling[orderId] = facts();
        if (move === "unclear") cancelling[orderId] = facts({ money: { error: "unclear" } });
        if (move === "begun") cancelling[orderId] = facts({ fulfillmentStatus: "IN_PROGRESS" });
        if (move === "hour") shopper.now = new Date(shopper.now.getTime() + 3_600_000);
        if (move === "shipped") shopper.store.orders = [order()];
        if (move === "cancelled") shopper.store.orders = [open({ cancelledAt: noon })];
        const before = shopper.state;
        const count = shopper.effects.length;
        shopper.send(input);
        if (shopper.effects.length === count) continue;
        planned += 1;
        const effect = shopper.effects.at(-1);
        expect(shopper.effects).toHaveLength(1);
        const present = cancelling[orderId];
        expect(present && barrierOf(present)).toBeNull();
        expect(present?.money).toMatchObject({ hash: effect?.input.quoteHash });
        expect(before.shownQuote?.hash).toBe(effect?.input.quoteHash);
        expect(shopper.now.getTime() - Date.parse(before.shownQuote?.at ?? "")).toBeLessThanOrEqual(30 * 60_000);
        const isYes =
          input.kind === "choice" ? input.slot === "confirm" : input.kind === "text" && input.understanding.slots.yesNo === "yes";
        expect(isYes).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(planned).toBeGreaterThan(100);
});

test.each(languages)("in %s every end is told in words of that language, with order and sum", (language) => {
  const store = { orders: [open()], returnable: {}, cancelling: { [orderId]: facts() } };
  const shopper = new Shopper(cancelOrderFlow, store, { language });
  shopper.open("#4471", "cancel_order");
  expect(shopper.block("quote").total.amount).toMatch(/138[.,]00/);
  shopper.tapId(shopper.block("quote").confirm.id);
  expect(shopper.effects).toMatchObject([{ kind: "order-cancel", input: { orderName: "#4471", quoteHash: money().hash } }]);
  Object.assign(shopper.store, { effect: { kind: "order-cancel", state: "done", result: { refund: "made" } } });
  expect(shopper.send({ kind: "effect-settled" }).status).toBe("done");
  expect(shopper.words()).toMatch(/#4471/);
  expect(shopper.words()).toMatch(/138[.,]00/);
  expect(shopper.flow.steps(shopper.state, language).every((step) => step.done)).toBe(true);
});

test("two orders can be cancelled: asked which, and a place in the list names one", () => {
  const other = open({ id: "gid://shopify/Order/4470", name: "#4470", processedAt: daysAgo(11) });
  const shopper = new Shopper(cancelOrderFlow, {
    orders: [open(), other, order({ id: "gid://shopify/Order/1", name: "#4400" })],
    returnable: {},
    cancelling: { [orderId]: facts(), [other.id]: facts() },
  });
  shopper.open("cancel my order", "cancel_order");
  expect(shopper.choices().map((choice) => choice.title)).toEqual(["#4471", "#4470"]);
  shopper.say("the second", { position: 2 }, "cancel_order");
  expect(shopper.block("quote").title).toContain("#4470");
});
