import { checkReturn, defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import type { PolicyRule, ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { type PastOrder, tryOrder } from "#app/domain/returns/trial.ts";
import { percentile } from "./figures.ts";

const timeZone = "Europe/Berlin";
const day = 86_400_000;
const at = new Date("2026-11-20T12:00:00Z");
const euros = (amount: number) => ({ amount: amount.toFixed(2), currencyCode: "EUR" });

/** A large shop's policy: thirty rules of every kind of condition, two of which depend on reason and outcome. */
function largePolicy(windowDays: number): ReturnPolicy {
  const rules = Array.from({ length: 30 }, (_, n): PolicyRule => {
    const when = [
      { productTags: [`tag-${n}`, "sale"] },
      { collections: [`collection-${n}`], countries: ["EU"] },
      { customerTags: ["vip"], reasons: ["size_small" as const] },
      { outcomes: ["exchange-variant" as const], productTypes: [`type-${n % 7}`] },
      { discountedBy: 20 + n, discountCodes: ["summer"] },
    ][n % 5] as PolicyRule["when"];
    return { id: `r${n}`, name: "", when, says: n % 3 === 0 ? { windowDays: 10 + n } : { restockingFeePercentage: n } };
  });
  return { ...defaultReturnPolicy, windowDays, rules };
}

/** So many orders of two items each, over the 90 days before. */
function pastOrders(count: number): PastOrder[] {
  return Array.from({ length: count }, (_, n) => {
    const processedAt = new Date(at.getTime() - ((n * 7919) % (90 * 24 * 60)) * 60_000);
    const items = [0, 1].map((line) => ({
      fulfillmentLineItemId: `${n}-${line}`,
      title: "Dress",
      unitPrice: euros(20 + (n % 60)),
      fullPrice: euros(80),
      fulfilledAt: new Date(processedAt.getTime() + day),
      deliveredAt: new Date(processedAt.getTime() + 4 * day),
      productTags: [`tag-${n % 90}`, "linen", n % 11 === 0 ? "sale" : "basic"],
      productType: `type-${n % 9}`,
      collections: [`collection-${n % 60}`, "all"],
    }));
    const order = { id: String(n), name: `#${n}`, processedAt, countryCode: n % 3 ? "DE" : "US", tags: [], risk: "ACCEPT", returns: [] };
    const customerTags = n % 17 ? [] : ["vip"];
    return { ...order, customerTags, discountCodes: n % 5 ? [] : ["SUMMER"], total: euros(120), shopTotal: euros(120), items };
  });
}

/** How long the rules take for one order, and for a trial over ten thousand. */
export async function benchPolicy(): Promise<void> {
  const [present, draft] = [largePolicy(30), largePolicy(14)];
  const orders = pastOrders(10_000);
  for (const order of orders.slice(0, 2_000)) tryOrder(order, present, draft, at, { timeZone });
  const took = orders.map((order) => {
    const begun = performance.now();
    for (const item of order.items) checkReturn({ item, order, now: at, timeZone }, present);
    return 1_000 * (performance.now() - begun);
  });
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(took, share).toFixed(1));
  console.log(`check of an order of two items, 30 rules: p50 ${p50} µs, p95 ${p95} µs, p99 ${p99} µs (${took.length})`);
  const begun = performance.now();
  const lines = orders.flatMap((order) => tryOrder(order, present, draft, at, { timeZone, countryCode: "DE" }).lines);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(`trial of ${orders.length} orders by both policies: ${seconds.toFixed(2)} s, ${lines.length} different`);
}
