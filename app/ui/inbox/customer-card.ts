import type { CustomerProfile } from "#app/domain/orders/customer-profile.ts";
import { sayMoney } from "#app/flows/money.ts";
import { sayDate } from "#app/ui/when.ts";
import { shopifyStatus } from "#app/ui/words.ts";
import type { CustomerCard } from "./live-customer.tsx";

/** A customer's facts in the words of the context panel. */
export function customerCard(profile: CustomerProfile, shop: { domain: string; timeZone: string }): CustomerCard {
  const { name, since, tags, numberOfOrders, amountSpent, orders } = profile;
  const inAdmin = (path: string, id: string) => `https://${shop.domain}/admin/${path}/${id.split("/").at(-1) ?? ""}`;
  return {
    state: "customer",
    name: name || "Customer",
    adminUrl: inAdmin("customers", profile.id),
    since: sayDate(since, shop.timeZone),
    spent: sayMoney(amountSpent, "en"),
    numberOfOrders,
    tags,
    orders: orders.map((order) => ({
      name: order.name,
      adminUrl: inAdmin("orders", order.id),
      day: sayDate(order.processedAt, shop.timeZone),
      status: order.cancelled ? "Cancelled" : shopifyStatus(order.fulfillmentStatus),
      payment: shopifyStatus(order.financialStatus),
      total: sayMoney(order.total, "en"),
    })),
  };
}
