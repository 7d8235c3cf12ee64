import fc from "fast-check";
import { expect, test } from "vitest";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { returnableUnits } from "#sandbox/shopify/derive.ts";
import { cancelOrder, fulfil, refundReturn } from "#sandbox/shopify/merchant.ts";
import { formatAmount, parseAmount, percentOf, splitByWeight, sum, unitShare } from "#sandbox/shopify/money.ts";
import { createRefund } from "#sandbox/shopify/refunds.ts";
import { approveRequest, cancelReturn, closeReturn, createReturn, declineRequest, requestReturn } from "#sandbox/shopify/returns.ts";
import { lineTotal, moneyOfUnits, netPaymentOf, refundedOf, totalOf } from "#sandbox/shopify/totals.ts";
import { openShop } from "./pretend-shop.ts";

const cents = fc.integer({ min: 0, max: 10_000_000 });

test("amounts survive writing and reading, and odd texts are not amounts", () => {
  fc.assert(fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (amount) => parseAmount(formatAmount(amount)) === amount));
  for (const text of ["", "1,00", "1.234", "NaN", "1e3", "0x10", "--1"]) expect(parseAmount(text)).toBeUndefined();
  expect([parseAmount("19.9"), parseAmount("19.90"), parseAmount("19.9000"), parseAmount("7")]).toEqual([1990, 1990, 1990, 700]);
});

test("shares add up to the whole and differ by at most a cent", () => {
  fc.assert(
    fc.property(cents, fc.integer({ min: 1, max: 40 }), (total, quantity) => {
      const shares = Array.from({ length: quantity }, (_, unit) => unitShare(total, quantity, unit));
      return sum(shares) === total && Math.max(...shares) - Math.min(...shares) <= 1;
    }),
  );
  fc.assert(
    fc.property(
      cents,
      fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 8 }),
      (total, weights) => sum(splitByWeight(total, weights)) === total,
    ),
  );
});

test("percentages are exact where floating point is not", () => {
  expect([percentOf(1005, 10), percentOf(110, 35), percentOf(1350, 12.5), percentOf(99, 100)]).toEqual([101, 39, 169, 99]);
});

const items = fc.uniqueArray(fc.constantFrom("DRESS-OLI-M", "CUSHION-SAN-50X50", "SOCKS-INK-36-38", "TOWEL-WHI-70X140"), {
  minLength: 1,
  maxLength: 4,
});
const order = fc.record({
  skus: items,
  quantities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }),
  lineDiscount: fc.integer({ min: 0, max: 1500 }),
  percentage: fc.constantFrom(0, 7, 10, 33.33, 50),
  taxesIncluded: fc.boolean(),
  taxPercent: fc.constantFrom(0, 7, 19, 25),
});
type Wanted = typeof order extends fc.Arbitrary<infer Value> ? Value : never;

function placeOrder({ skus, quantities, lineDiscount, percentage, taxesIncluded, taxPercent }: Wanted) {
  const shop = openShop();
  const placed = createOrder(shop.store, {
    email: "guest@example.com",
    items: skus.map((sku, index) => ({ sku, quantity: quantities[index] ?? 1, discount: index === 0 ? lineDiscount : 0 })),
    discount: percentage > 0 ? { code: "TEST", percentage } : undefined,
    taxesIncluded,
    taxPercent,
  });
  return { store: shop.store, order: placed };
}

test("all units together cost what their line costs, whatever the discount and tax", () => {
  fc.assert(
    fc.property(order, (wanted) => {
      const placed = placeOrder(wanted).order;
      for (const line of placed.lines) {
        const each = Array.from({ length: line.quantity }, (_, unit) => moneyOfUnits(placed, line, [unit]));
        expect(sum(each.map((one) => one.subtotal))).toBe(lineTotal(line));
        const whole = moneyOfUnits(
          placed,
          line,
          Array.from({ length: line.quantity }, (_, unit) => unit),
        );
        expect(sum(each.map((one) => one.tax))).toBe(whole.tax);
        expect(whole.paid).toBe(wanted.taxesIncluded ? whole.subtotal : whole.subtotal + whole.tax);
      }
    }),
    { numRuns: 60 },
  );
});

test("a cancelled order is refunded to the cent", () => {
  fc.assert(
    fc.property(order, (wanted) => {
      const { store, order: placed } = placeOrder(wanted);
      cancelOrder(store, placed.name);
      return netPaymentOf(placed) === 0 && refundedOf(placed) === totalOf(placed);
    }),
    { numRuns: 40 },
  );
});

test("returning all goods in any number of returns refunds the goods exactly, without fees", () => {
  fc.assert(
    fc.property(order, fc.integer({ min: 1, max: 3 }), (wanted, step) => {
      const { store, order: placed } = placeOrder(wanted);
      const parcel = fulfil(store, placed.name);
      for (const line of parcel.lines) {
        for (let open = returnableUnits(placed, parcel, line).length; open > 0; open = returnableUnits(placed, parcel, line).length) {
          const input = { fulfillmentLineItemId: line.id, quantity: Math.min(step, open), returnReason: "OTHER" };
          const made = createReturn(store, { orderId: placed.id, returnLineItems: [input] });
          refundReturn(store, made.return?.record.name ?? "");
        }
      }
      const goods = sum(
        placed.lines.map(
          (line) =>
            moneyOfUnits(
              placed,
              line,
              Array.from({ length: line.quantity }, (_, unit) => unit),
            ).paid,
        ),
      );
      expect(refundedOf(placed)).toBe(goods);
    }),
    { numRuns: 40 },
  );
});

const step = fc.record({
  kind: fc.constantFrom("request", "create", "approve", "decline", "cancel", "close", "refund", "pay"),
  line: fc.nat(3),
  quantity: fc.integer({ min: 0, max: 6 }),
  pick: fc.nat(9),
});

test("whatever is tried, no unit is returned or refunded twice, and no more money leaves than came in", () => {
  fc.assert(
    fc.property(order, fc.array(step, { maxLength: 25 }), (wanted, steps) => {
      const { store, order: placed } = placeOrder(wanted);
      const parcel = fulfil(store, placed.name);
      for (const { kind, line, quantity, pick } of steps) {
        const shipped = parcel.lines[line % parcel.lines.length];
        const record = placed.returns[pick % Math.max(1, placed.returns.length)];
        const input = {
          orderId: placed.id,
          returnLineItems: [{ fulfillmentLineItemId: shipped?.id ?? "", quantity, returnReason: "OTHER" }],
        };
        const before = parcel.lines.map((one) => returnableUnits(placed, parcel, one).length);
        if (kind === "request" || kind === "create") {
          const made = (kind === "request" ? requestReturn : createReturn)(store, input);
          const open = before[line % parcel.lines.length] ?? 0;
          expect(made.userErrors.length === 0).toBe(quantity >= 1 && quantity <= open);
        } else if (kind === "refund") {
          createRefund(store, { orderId: placed.id, refundLineItems: [{ lineItemId: shipped?.lineItemId ?? "", quantity }] });
        } else if (kind === "pay") {
          if (record?.status === "OPEN") refundReturn(store, record.name);
        } else if (record) {
          if (kind === "approve") approveRequest(store, { id: record.id });
          if (kind === "decline") declineRequest(store, { id: record.id, declineReason: "OTHER" });
          if (kind === "cancel") cancelReturn(store, record.id);
          if (kind === "close") closeReturn(store, record.id);
        }
      }
      for (const orderLine of placed.lines) {
        const holding = placed.returns.filter((one) => one.status !== "DECLINED" && one.status !== "CANCELED");
        const returned = holding.flatMap((one) =>
          one.lines.filter((entry) => entry.lineItemId === orderLine.id).flatMap((entry) => entry.units),
        );
        const refunded = placed.refunds.flatMap((one) =>
          one.lines.filter((entry) => entry.lineItemId === orderLine.id).flatMap((entry) => entry.units),
        );
        expect(new Set(returned).size).toBe(returned.length);
        expect(new Set(refunded).size).toBe(refunded.length);
        const shipped = parcel.lines.find((one) => one.lineItemId === orderLine.id);
        const left = shipped ? returnableUnits(placed, parcel, shipped).length : 0;
        expect(left).toBe(orderLine.quantity - new Set([...returned, ...refunded]).size);
      }
      expect(netPaymentOf(placed)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});
