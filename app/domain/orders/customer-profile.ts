import type { Money } from "#app/channels/message.ts";
import { isOfGift } from "#app/domain/returns/gift-order.ts";

/** A customer as Shopify has them, for staff. */
export type CustomerProfile = {
  id: string;
  name: string;
  since: Date;
  tags: string[];
  numberOfOrders: number;
  /** Over all their orders, in the shop's currency. */
  amountSpent: Money;
  /** The five newest. */
  orders: {
    id: string;
    name: string;
    processedAt: Date;
    cancelled: boolean;
    financialStatus: string;
    fulfillmentStatus: string;
    total: Money;
  }[];
};

/** What names a customer: Shopify's number, a mailbox, or an order of theirs. */
export type CustomerKey = { customerId: string } | { email: string } | { orderId: string };

/**
 * Whose profile it is: the account that is logged in, else the mailbox that is proven or that writes by itself, else whose order
 * a case is about, unless whoever writes was given its things. A shown number names nobody: anyone can type a stranger's into an account.
 */
export function customerKey(
  contacts: readonly { kind: string; externalId: string }[],
  cases: readonly { orderId: string | null; state: unknown }[],
): CustomerKey | null {
  const account = contacts.findLast((one) => one.kind === "shopify-customer");
  if (account) return { customerId: account.externalId };
  const mailbox = contacts.find((one) => one.kind === "email");
  if (mailbox) return { email: mailbox.externalId };
  const orderId = cases.find((one) => one.orderId !== null && !isOfGift(one.state))?.orderId;
  return orderId ? { orderId } : null;
}
