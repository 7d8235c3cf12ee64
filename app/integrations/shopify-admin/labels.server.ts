import type { AdminClient } from "./client.server.ts";
import * as operations from "./operations/labels.ts";

/** A return as far as its way back goes. */
export type ReturnWay = {
  returnId: string;
  name: string;
  status: string;
  /** The shop has booked at least a part of it as received. */
  received: boolean;
  order: { id: string; name: string; email?: string; cancelled: boolean };
  from?: { name: string; street1: string; street2?: string; city: string; zip: string; state: string; country: string };
  /** Shopify's own order for what comes back; absent until the return is open. */
  reverseOrder?: { id: string; lines: { id: string; quantity: number }[] };
  delivery?: { id: string; labelUrl?: string; trackingNumber?: string };
};

export type Written = { ok: true } | { ok: false; error: string };

/** Null where the return is gone. */
export async function readReturnWay(client: AdminClient, returnId: string): Promise<ReturnWay | null> {
  const { return: found } = await client.query(operations.returnWay, { id: returnId });
  if (!found?.order) return null;
  const { order } = found;
  const reverse = found.reverseFulfillmentOrders.nodes.find((one) => one.status === "OPEN") ?? found.reverseFulfillmentOrders.nodes[0];
  const delivery = reverse?.reverseDeliveries.nodes[0];
  const address = order.shippingAddress;
  return {
    returnId: found.id,
    name: found.name,
    status: found.status,
    received: found.returnLineItems.nodes.some((line) => (line.processedQuantity ?? 0) > 0),
    order: { id: order.id, name: order.name, email: order.email ?? undefined, cancelled: Boolean(order.cancelledAt) },
    ...(address && {
      from: {
        name: address.name ?? "",
        street1: address.address1 ?? "",
        street2: address.address2 ?? undefined,
        city: address.city ?? "",
        zip: address.zip ?? "",
        state: address.provinceCode ?? "",
        country: address.countryCodeV2 ?? "",
      },
    }),
    ...(reverse && {
      reverseOrder: { id: reverse.id, lines: reverse.lineItems.nodes.map((one) => ({ id: one.id, quantity: one.totalQuantity })) },
    }),
    ...(delivery && {
      delivery: {
        id: delivery.id,
        labelUrl: delivery.deliverable?.label?.publicFileUrl ?? undefined,
        trackingNumber: delivery.deliverable?.tracking?.number ?? undefined,
      },
    }),
  };
}

export type Attached = { labelUrl?: string; trackingNumber?: string; trackingUrl?: string };

/** Writes the way back to the return, once: read it back before trying again. Throws VendorError. */
export async function attachDelivery(
  client: AdminClient,
  reverseOrder: NonNullable<ReturnWay["reverseOrder"]>,
  { labelUrl, trackingNumber, trackingUrl }: Attached,
): Promise<Written> {
  const { reverseDeliveryCreateWithShipping: answer } = await client.query(operations.attachDelivery, {
    order: reverseOrder.id,
    lines: reverseOrder.lines.map((one) => ({ reverseFulfillmentOrderLineItemId: one.id, quantity: one.quantity })),
    ...(labelUrl && { label: { fileUrl: labelUrl } }),
    ...(trackingNumber && { tracking: { number: trackingNumber, ...(trackingUrl && { url: trackingUrl }) } }),
  });
  return answer.reverseDelivery ? { ok: true } : refused(answer.userErrors);
}

/** The shopper's own tracking number on a way back that is written there already. */
export async function changeTracking(client: AdminClient, deliveryId: string, number: string): Promise<Written> {
  const { reverseDeliveryShippingUpdate: answer } = await client.query(operations.changeDelivery, { id: deliveryId, tracking: { number } });
  return answer.reverseDelivery ? { ok: true } : refused(answer.userErrors);
}

function refused(errors: { code?: string | null }[]): Written {
  return { ok: false, error: errors.map((one) => one.code ?? "refused").join(",") || "refused" };
}
