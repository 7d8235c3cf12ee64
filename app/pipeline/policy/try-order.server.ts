import { languages } from "#app/channels/message.ts";
import { calendarDay } from "#app/domain/returns/calendar.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { outcomeWords, reviewWords, sayDays, sayMoney } from "#app/domain/returns/policy-words.ts";
import type { ReturnReasonKey } from "#app/domain/returns/reasons.ts";
import { type Decision, decide, type PastItem, type PastOrder } from "#app/domain/returns/trial.ts";
import { sayUntil } from "#app/domain/returns/trial-words.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { sayRefusal } from "#app/flows/return/lines.ts";
import { text } from "#app/flows/return/texts/index.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { readPastOrder } from "#app/integrations/shopify-admin/past-orders.server.ts";
import { now } from "#app/platform/clock.ts";

/** One item of a tried order. `shopper`: what a shopper would be told, where it does not come back; `lines`: for the merchant. */
export type TriedItem = { id: string; title: string; takenBack: boolean; shopper?: string; lines: string[] };
export type TriedOrder = { name: string; items: TriedItem[] };

/**
 * What a policy decides of each item of one order today, in the words a shopper would read. Nothing is changed and nothing kept. Null:
 * the shop has no such order. Throws the vendor's error when Shopify does not answer.
 */
export async function tryPolicy(shop: Shop, orderName: string, reason: ReturnReasonKey, policy: ReturnPolicy): Promise<TriedOrder | null> {
  const order = await readPastOrder(adminClientFor(shop.domain), orderName);
  if (!order) return null;
  return { name: order.name, items: order.items.map((item) => tried(shop, order, item, reason, policy)) };
}

function tried(shop: Shop, order: PastOrder, item: PastItem, reason: ReturnReasonKey, policy: ReturnPolicy): TriedItem {
  const at = now();
  const place = { timeZone: shop.timeZone, countryCode: shop.countryCode ?? undefined };
  const decision = decide(order, item, { at, reason }, policy, place);
  const title = [item.title, item.variantTitle].filter(Boolean).join(", ");
  const known = { id: item.fulfillmentLineItemId, title };
  const before = order.returns.some(
    (one) => one.status !== "CANCELED" && one.status !== "DECLINED" && one.items.some((line) => line.fulfillmentLineItemId === known.id),
  );
  const lines = before ? ["There is a return of this item already."] : [];
  if (!decision.takenBack) {
    const language = languages.find((one) => one === shop.language.slice(0, 2)) ?? "en";
    const why = sayRefusal(decision.refusal, { language, now: at, timeZone: shop.timeZone });
    return { ...known, takenBack: false, shopper: text(language, "itemRefused", { item: title, why }), lines };
  }
  return { ...known, takenBack: true, lines: [...lines, ...termsInWords(decision, calendarDay(at, shop.timeZone), reason, policy, shop)] };
}

function termsInWords(
  decision: Extract<Decision, { takenBack: true }>,
  today: number,
  reason: ReturnReasonKey,
  policy: ReturnPolicy,
  { currencyCode }: Shop,
): string[] {
  const { lastDay, restockingFeePercentage, returnShippingFee, outcomes, photos, reviews } = decision;
  const left = lastDay === null ? "" : lastDay === today ? ", today is the last day" : `, ${sayDays(lastDay - today)} left`;
  const fees = [
    restockingFeePercentage > 0 && `${restockingFeePercentage}% restocking`,
    Number(returnShippingFee) > 0 && `${sayMoney(returnShippingFee, currencyCode)} for the way back`,
  ].filter((fee) => fee !== false);
  return [
    `Comes back ${sayUntil(lastDay)}${left}.`,
    `Offered: ${outcomes.map((one) => outcomeWords[one]).join(", then ") || outcomeWords.refund}.`,
    fees.length > 0 ? `You keep ${fees.join(" and ")}.` : "You keep no fees.",
    ...(photos > 0 ? [`The shopper sends ${photos === 1 ? "1 picture" : `${photos} pictures`} first.`] : []),
    looksFirst(reviews, reason, policy),
  ];
}

function looksFirst(reviews: Extract<Decision, { takenBack: true }>["reviews"], reason: ReturnReasonKey, { mode }: ReturnPolicy): string {
  if (reviews.length > 0) return `A person looks first: ${reviews.map((one) => reviewWords[one]).join(", ")}.`;
  if (reason === "damaged") return "A person looks first: it is damaged.";
  return mode === "open" ? "Opens at once, nobody needs to look." : "A person looks first: you approve each return.";
}
