import type { PostalAddress } from "#app/domain/orders/address.ts";
import type { AddressFacts } from "#app/domain/orders/facts.ts";
import type { AdminClient } from "./client.server.ts";
import * as operations from "./operations/index.ts";
import { isOrderId } from "./search-terms.ts";

/** Where an order goes now; null when it is gone. */
export async function readAddress(client: AdminClient, orderId: string): Promise<AddressFacts | null> {
  if (!isOrderId(orderId)) return null;
  const { order } = await client.query(operations.orderAddress, { id: orderId });
  if (!order) return null;
  const { cancelledAt, displayFulfillmentStatus: fulfillmentStatus, returnStatus, shippingAddress } = order;
  const { countryCodeV2: countryCode, ...address } = shippingAddress ?? {};
  return { cancelledAt, fulfillmentStatus, returnStatus, ...(shippingAddress && { address: { ...address, countryCode } }) };
}

/**
 * Replaces the delivery address. A refusal names the parts that Shopify does not take: "invalid:zip,city". Throws VendorError;
 * with outcome "unknown", read back before trying again.
 */
export async function changeAddress(
  client: AdminClient,
  orderId: string,
  shippingAddress: PostalAddress,
): Promise<{ ok: true } | { ok: false; error: string }> {
  const { orderUpdate } = await client.query(operations.orderUpdate, { input: { id: orderId, shippingAddress } });
  const errors = orderUpdate.userErrors;
  if (errors.length === 0) return { ok: true };
  const fields = errors.map((error) => (error.field.includes("shippingAddress") ? error.field.at(-1) : undefined));
  return { ok: false, error: fields.every((field) => field) ? `invalid:${[...new Set(fields)].join(",")}` : "refused" };
}
