import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { sayMoney } from "#app/flows/money.ts";
import { shopifyStatus } from "#app/ui/words.ts";
import type { OrderCard } from "./live-order.tsx";

/** An order's facts in the words of the context panel. */
export function orderCard(order: OrderFacts, shopDomain: string): OrderCard {
  const parcel = order.fulfillments[0];
  const tracking = parcel?.tracking[0];
  return {
    state: "order",
    name: order.name,
    status: order.cancelledAt ? "Cancelled" : shopifyStatus(parcel?.displayStatus ?? order.fulfillmentStatus),
    payment: shopifyStatus(order.financialStatus),
    total: sayMoney(order.total, "en"),
    items: order.items.map((item) => `${item.quantity} × ${[item.title, item.variantTitle].filter(Boolean).join(", ")}`),
    lines: [
      ...order.returns.map((one) => `Return ${one.name}: ${shopifyStatus(one.status)}`),
      ...order.refunds.map((one) => `Refunded ${sayMoney(one.total, "en")}`),
    ],
    ...(tracking?.url && /^https?:\/\//.test(tracking.url) ? { trackingUrl: tracking.url } : {}),
    adminUrl: `https://${shopDomain}/admin/orders/${order.id.split("/").at(-1) ?? ""}`,
  };
}
