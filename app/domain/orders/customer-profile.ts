import type { Money } from "#app/channels/message.ts";

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
