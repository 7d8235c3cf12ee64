import { z } from "zod";
import { mutation, query } from "../operation.ts";

const text = z.string().nullish();
const userErrors = z.array(z.object({ message: z.string(), code: text }));
const delivery = z.object({
  id: z.string(),
  deliverable: z
    .object({
      label: z.object({ publicFileUrl: text }).nullish(),
      tracking: z.object({ number: text, url: text }).nullish(),
    })
    .nullish(),
});
const address = z.object({
  name: text,
  address1: text,
  address2: text,
  city: text,
  zip: text,
  provinceCode: text,
  countryCodeV2: text,
});

/** A return with the order it belongs to, where it would come from, and what Shopify knows of its way back. */
export const returnWay = query<{ id: string }>()(
  `query ReturnWay($id: ID!) {
  return(id: $id) {
    id name status
    order { id name email cancelledAt shippingAddress { name address1 address2 city zip provinceCode countryCodeV2 } }
    returnLineItems(first: 50) { nodes { processedQuantity } }
    reverseFulfillmentOrders(first: 3) {
      nodes {
        id status
        lineItems(first: 50) { nodes { id totalQuantity } }
        reverseDeliveries(first: 3) {
          nodes { id deliverable { ... on ReverseDeliveryShippingDeliverable { label { publicFileUrl } tracking { number url } } } }
        }
      }
    }
  }
}`,
  z.object({
    return: z
      .object({
        id: z.string(),
        name: z.string(),
        status: z.string(),
        order: z.object({ id: z.string(), name: z.string(), email: text, cancelledAt: text, shippingAddress: address.nullish() }).nullish(),
        returnLineItems: z.object({ nodes: z.array(z.object({ processedQuantity: z.number().nullish() })) }),
        reverseFulfillmentOrders: z.object({
          nodes: z.array(
            z.object({
              id: z.string(),
              status: z.string(),
              lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), totalQuantity: z.number().int() })) }),
              reverseDeliveries: z.object({ nodes: z.array(delivery) }),
            }),
          ),
        }),
      })
      .nullish(),
  }),
);

type Tracking = { number?: string; url?: string };

export const attachDelivery = mutation<{
  order: string;
  lines: { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
  label?: { fileUrl: string };
  tracking?: Tracking;
}>()(
  `mutation AttachDelivery($order: ID!, $lines: [ReverseDeliveryLineItemInput!]!, $label: ReverseDeliveryLabelInput, $tracking: ReverseDeliveryTrackingInput) {
  reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $order, reverseDeliveryLineItems: $lines, labelInput: $label, trackingInput: $tracking, notifyCustomer: false) {
    reverseDelivery { id }
    userErrors { message code }
  }
}`,
  z.object({ reverseDeliveryCreateWithShipping: z.object({ reverseDelivery: z.object({ id: z.string() }).nullish(), userErrors }) }),
);

export const changeDelivery = mutation<{ id: string; tracking: Tracking }>()(
  `mutation ChangeDelivery($id: ID!, $tracking: ReverseDeliveryTrackingInput) {
  reverseDeliveryShippingUpdate(reverseDeliveryId: $id, trackingInput: $tracking, notifyCustomer: false) {
    reverseDelivery { id }
    userErrors { message code }
  }
}`,
  z.object({ reverseDeliveryShippingUpdate: z.object({ reverseDelivery: z.object({ id: z.string() }).nullish(), userErrors }) }),
);
