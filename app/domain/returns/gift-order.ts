import type { OrderFacts } from "../orders/facts.ts";

/** Whether a case's state is a return of something that another has bought. Stored state is data: it may be of any flow. */
export const isOfGift = (state: unknown): boolean => (state as { gift?: object } | null)?.gift !== undefined;

/**
 * An order as somebody sees it who was given a thing of it: its number, its things and what has left of it, and the return they have made
 * themselves. No sum, no name, no contact, no way of a parcel, nothing else that was done with it.
 */
export function asRecipientSees(order: OrderFacts, returnId: string | undefined): OrderFacts {
  const { id, name, processedAt, cancelledAt, fulfillmentStatus } = order;
  const nothing = { amount: "0", currencyCode: order.total.currencyCode };
  return {
    id,
    name,
    processedAt,
    ...(cancelledAt && { cancelledAt }),
    financialStatus: "",
    fulfillmentStatus,
    returnStatus: "",
    total: nothing,
    items: order.items.map((item) => ({ ...item, unitPrice: nothing })),
    fulfillments: order.fulfillments.map((parcel) => ({
      id: parcel.id,
      displayStatus: parcel.displayStatus,
      createdAt: parcel.createdAt,
      tracking: [],
      events: [],
      items: parcel.items,
    })),
    returns: order.returns.filter((one) => one.id === returnId),
    refunds: [],
  };
}
