import type { Money } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { atMostLeftOf, inOrderCurrency } from "#app/domain/orders/rate.ts";
import { feesFor } from "#app/domain/returns/policy.ts";
import { isInEu, withdrawalTerm } from "#app/domain/returns/statute.ts";
import type { FactRequest, FlowContext, FlowFacts } from "../engine.ts";

/** What the way back would cost the shopper; null: nothing. */
type WayBack = { needs: FactRequest } | { fee: Money | null };

const free: WayBack = { fee: null };

/**
 * By law the way back is the shop's to pay unless it says otherwise (article 14), and nothing else may be taken off. So the merchant's
 * fee for the way back counts, and no other; only where the shop gives a label for it, and only for who was shown it.
 */
export function wayBack(order: OrderFacts, facts: FlowFacts, { policy, now, timeZone, givesLabels }: FlowContext): WayBack {
  const ruled = [policy, ...(policy.rules ?? []).map(({ says }) => says)];
  const mayCost = ruled.some(({ returnShippingFee }) => Number(returnShippingFee ?? 0) > 0);
  if (!givesLabels || !mayCost || !facts.mayChange?.includes(order.id) || !isInEu(order.countryCode)) return free;
  if (order.cancelledAt || order.returns.length > 0 || withdrawalTerm(order, now, timeZone).standing !== "within") return free;
  if (facts.returnable?.orderId !== order.id) return { needs: { fact: "returnable", orderId: order.id } };
  const items = facts.returnable.items.filter((item) => item.quantity > 0);
  const fees = items.map((item) => feesFor({ item, order, reason: "changed_mind", now, timeZone }, policy).returnShippingFee ?? "0");
  const most = fees.reduce((one, other) => (Number(other) > Number(one) ? other : one), "0");
  const fee = Number(most) > 0 ? inOrderCurrency(most, order) : null;
  const goods = items.map(({ unitPrice, quantity, lineItemId }) => {
    const bought = order.items.find((one) => one.lineItemId === lineItemId)?.quantity;
    return { unitPrice, quantity, ...(bought !== undefined && { bought }) };
  });
  return { fee: fee && atMostLeftOf(fee, goods) };
}
