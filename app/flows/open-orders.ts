import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { offeredOrders } from "./track-order/slots.ts";

/** The order nobody needs to be asked about: the only one that is open to the change, or the only one there is. */
export function obviousOrder(orders: OrderFacts[], isOpen: (order: OrderFacts) => boolean): OrderFacts | undefined {
  const open = orders.filter(isOpen);
  if (open.length > 0) return open.length === 1 ? open[0] : undefined;
  return orders.length === 1 ? orders[0] : undefined;
}

/** The orders to ask about: those that are open to the change where there are any. */
export function ordersToOffer(orders: OrderFacts[], isOpen: (order: OrderFacts) => boolean): OrderFacts[] {
  const open = orders.filter(isOpen);
  return offeredOrders(open.length > 0 ? open : orders);
}
