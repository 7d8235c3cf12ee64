import { currencyOf, formatIn } from "../currency.ts";
import { currentQuantity } from "../derive.ts";
import type { OrderRecord } from "../model.ts";
import type { ShopifyStore } from "../store.ts";
import { currentTotalOf, outstandingOf } from "../totals.ts";

/** The mail that Shopify writes for an order's invoice, with a way to pay where something is open. */
export function invoiceText(store: ShopifyStore, order: OrderRecord, message?: string): string {
  const { name } = store.shop;
  const currency = currencyOf(store, order);
  const open = outstandingOf(order);
  return [
    `Invoice for order ${order.name} at ${name}`,
    ...(message ? [message] : []),
    ...order.lines.flatMap((line) => {
      const quantity = currentQuantity(order, line);
      return quantity > 0 ? [`${quantity} x ${line.title} ${line.variantTitle}`] : [];
    }),
    `Total ${formatIn(store, order, currentTotalOf(order))} ${currency}`,
    open > 0 ? `To pay ${formatIn(store, order, open)} ${currency}: ${paymentUrl(store, order)}` : "Paid",
  ].join("\n");
}

export const paymentUrl = (store: ShopifyStore, order: OrderRecord): string =>
  `https://${store.shop.primaryHost}/payments/collect/${order.token}`;
