import fc from "fast-check";
import { expect } from "vitest";
import { defaultOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import type { FlowContext, QuoteRequest } from "#app/flows/engine.ts";
import { setScene } from "#app/flows/return/lines.ts";
import { quoteRequest } from "#app/flows/return/quote.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { toQuote } from "#app/integrations/shopify-admin/quote.ts";
import { createOrder, type NewOrder } from "#sandbox/shopify/create-order.ts";
import { currencyOf, formatIn, formatInShop } from "#sandbox/shopify/currency.ts";
import { returnableUnits } from "#sandbox/shopify/derive.ts";
import { deliver, fulfil, refundReturn } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { scale } from "#sandbox/shopify/money.ts";
import { cancelReturn, createReturn } from "#sandbox/shopify/returns.ts";
import type { ShopifyStore } from "#sandbox/shopify/store.ts";
import { currentTotalOf, lineTotal, netPaymentOf, refundedOf, totalOf } from "#sandbox/shopify/totals.ts";
import { calculatedReturnView } from "#sandbox/shopify/views/calculated-return.ts";
import { returnable } from "#tests/flows/setup/orders.ts";
import { openShop } from "#tests/sandbox/shopify/pretend-shop.ts";

const day = 86_400_000;
/** One store for all: each order is its own. */
const { store } = openShop();
const skus = ["DRESS-OLI-M", "CUSHION-SAN-50X50", "SOCKS-INK-36-38", "TOWEL-WHI-70X140"];
const presentments: NewOrder["presentment"][] = [
  undefined,
  { currency: "USD", rate: 1.0831 },
  { currency: "JPY", rate: 163.21 },
  { currency: "KWD", rate: 0.333_7 },
  { currency: "HUF", rate: 391.55 },
];

const plan = fc.record({
  lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 5 }), discount: fc.integer({ min: 0, max: 900 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  percentage: fc.constantFrom(0, 7, 10, 33.33, 90),
  taxesIncluded: fc.boolean(),
  taxPercent: fc.constantFrom(0, 7, 19, 25),
  presentment: fc.constantFrom(...presentments),
  restocking: fc.constantFrom(0, 5, 12.5, 100),
  shippingFee: fc.constantFrom("0.00", "4.90", "9999.00"),
  country: fc.constantFrom("DE", "US"),
  /** One return after the other: how many of which line, and how it goes on. */
  steps: fc.array(
    fc.record({
      line: fc.integer({ min: 0, max: 2 }),
      quantity: fc.integer({ min: 1, max: 5 }),
      end: fc.constantFrom("paid" as const, "cancelled" as const, "open" as const),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

function place({ lines, percentage, taxesIncluded, taxPercent, presentment, country }: Plan): OrderRecord {
  const at = new Date(store.now().getTime() - 20 * day);
  const order = createOrder(store, {
    email: "guest@example.com",
    address: { firstName: "Gina", lastName: "Guest", address1: "Gastgasse 4", city: "Hamburg", zip: "20095", countryCode: country },
    items: lines.map(({ quantity, discount }, index) => ({ sku: skus[index] ?? "", quantity, discount })),
    ...(percentage > 0 && { discount: { code: "TEST", percentage } }),
    taxesIncluded,
    taxPercent,
    presentment,
    at,
  });
  fulfil(store, order.name, { at });
  deliver(store, order.name, { at: new Date(at.getTime() + 3 * day) });
  return order;
}

/** The order as our reader of Shopify's answers would give it, with one line picked, in the hands of the flow. */
function askFor(
  order: OrderRecord,
  { restocking, shippingFee, country }: Plan,
  sent: { id: string; lineItemId: string },
  quantity: number,
) {
  const money = (cents: number) => ({ amount: formatIn(store, order, cents), currencyCode: currencyOf(store, order) });
  const line = order.lines.find((one) => one.id === sent.lineItemId);
  const item = { lineItemId: sent.lineItemId, title: line?.title ?? "", quantity: line?.quantity ?? 0 };
  const unitPrice = money(scale(line ? lineTotal(line) : 0, 1, item.quantity));
  const parcel = order.fulfillments[0];
  const dates = { deliveredAt: parcel?.events.at(-1)?.happenedAt, fulfilledAt: parcel?.createdAt ?? order.createdAt };
  const found = { ...returnable({ ...item, unitPrice }, dates), fulfillmentLineItemId: sent.id, quantity };
  const facts = {
    id: order.id,
    name: order.name,
    total: money(totalOf(order)),
    shopTotal: { amount: formatInShop(store, order, totalOf(order)), currencyCode: store.shop.currency },
    countryCode: country,
    items: [item],
    returns: [],
  } as never;
  const policy = { ...defaultReturnPolicy, restockingFeePercentage: restocking, returnShippingFee: shippingFee };
  const context: FlowContext = {
    language: "en",
    now: store.now(),
    timeZone: "Europe/Berlin",
    shopName: "Linden & Loom",
    currencyCode: store.shop.currency,
    policy,
    orderPolicy: defaultOrderPolicy,
    caseId: "case",
  };
  const picks = [{ fulfillmentLineItemId: sent.id, lineItemId: sent.lineItemId, title: item.title, quantity }];
  const base = { version: 1 as const, phase: "collecting" as const, orderId: order.id, orderName: order.name, itemsDone: true, told: [] };
  const state: ReturnState = { ...base, picks, reason: "changed_mind", outcome: "refund" };
  return quoteRequest(setScene(state, { orders: [facts], returnable: { orderId: order.id, items: [found] } }, context));
}

/** Shopify's calculation of it, read as the app reads it. */
function quoteOf(request: QuoteRequest, input: object, order: OrderRecord) {
  const node = calculatedReturnView({ store: store as ShopifyStore, searches: [] }, input as never) as {
    returnLineItems: { fulfillmentLineItem: () => { id: string } }[];
  };
  const returnLineItems = node.returnLineItems.map((line) => ({ ...line, fulfillmentLineItem: line.fulfillmentLineItem() }));
  const quote = toQuote(request, { ...node, returnLineItems } as never, order.taxesIncluded);
  if (!("hash" in quote)) throw new Error(quote.error);
  return quote;
}

/**
 * Plays so many plans of an order and its returns: what the flow asks Shopify for and shows is what goes back, in the order's currency,
 * and never more money or pieces than were bought. Throws what differs.
 */
export function playReturns(runs: number): void {
  const seen = { paid: 0, foreign: 0, nothingLeft: 0 };
  fc.assert(
    fc.property(plan, (given) =>
      store.quietly(() => {
        const order = place(given);
        const bought = totalOf(order);
        const handed = new Map<string, number>();
        for (const { line, quantity, end } of given.steps) {
          const parcel = order.fulfillments[0];
          const sent = parcel?.lines[line % given.lines.length];
          const left = parcel && sent ? returnableUnits(order, parcel, sent).length : 0;
          const request = sent && left > 0 ? askFor(order, given, sent, Math.min(quantity, left)) : null;
          if (!sent || !request) {
            seen.nothingLeft += 1;
            continue;
          }
          const { returnShippingFee } = request;
          const returnLineItems = request.items.map(({ fulfillmentLineItemId, quantity: count, restockingFeePercentage: percentage }) => ({
            fulfillmentLineItemId,
            quantity: count,
            returnReasonDefinitionId: store.reasons[0]?.id,
            ...(percentage && { restockingFee: { percentage } }),
          }));
          const input = {
            orderId: order.id,
            returnLineItems,
            ...(returnShippingFee && { returnShippingFee: { amount: returnShippingFee } }),
          };
          const quote = quoteOf(request, input, order);
          expect(quote.total.currencyCode).toBe(currencyOf(store, order));
          expect(Number(quote.total.amount)).toBeGreaterThanOrEqual(0);
          const made = createReturn(store, input);
          expect(made.userErrors).toEqual([]);
          const record = made.return?.record;
          if (!record) throw new Error("No return was made.");
          if (end === "cancelled") {
            expect(cancelReturn(store, record.id).userErrors).toEqual([]);
            continue;
          }
          handed.set(sent.id, (handed.get(sent.id) ?? 0) + (request.items[0]?.quantity ?? 0));
          if (end === "open") continue;
          const before = refundedOf(order);
          refundReturn(store, record.name);
          const back = refundedOf(order) - before;
          expect(Number(formatIn(store, order, back))).toBe(Number(quote.total.amount));
          seen.paid += 1;
          if (order.presentment) seen.foreign += 1;
        }
        expect(refundedOf(order)).toBeLessThanOrEqual(bought);
        expect(netPaymentOf(order)).toBeGreaterThanOrEqual(0);
        // Nobody owes anything for having returned something, and nothing is left over but what was kept.
        expect(currentTotalOf(order)).toBe(netPaymentOf(order));
        for (const [id, count] of handed) {
          const units = order.fulfillments[0]?.lines.find((one) => one.id === id)?.units.length ?? 0;
          expect(count).toBeLessThanOrEqual(units);
        }
        store.orders.delete(order.id);
      }),
    ),
    { numRuns: runs },
  );
  // Money really went back, abroad too, and there really was nothing left at times.
  expect(Math.min(seen.paid, seen.foreign, seen.nothingLeft)).toBeGreaterThan(runs / 100);
}
