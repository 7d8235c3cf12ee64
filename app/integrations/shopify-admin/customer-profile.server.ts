import { z } from "zod";
import { plainName } from "#app/channels/plain-name.ts";
import type { CustomerKey, CustomerProfile } from "#app/domain/orders/customer-profile.ts";
import type { AdminClient } from "./client.server.ts";
import { query } from "./operation.ts";
import { customerTerm, emailTerm, isOrderId } from "./search-terms.ts";

/** One request each, with the five newest orders only. */
const profileParts = `
fragment ProfileParts on Customer {
  id displayName createdAt tags numberOfOrders
  amountSpent { amount currencyCode }
  orders(first: 5, sortKey: PROCESSED_AT, reverse: true) {
    nodes {
      id name processedAt cancelledAt displayFinancialStatus displayFulfillmentStatus
      totalPriceSet { presentmentMoney { amount currencyCode } }
    }
  }
}`;

const money = z.object({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currencyCode: z.string() });
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const customer = z
  .object({
    id: z.string(),
    displayName: z.string(),
    createdAt: instant,
    tags: z.array(z.string()),
    /** An unsigned 64-bit number, which JSON carries as text. */
    numberOfOrders: z.union([z.string().regex(/^\d+$/).transform(Number), z.number().int()]),
    amountSpent: money,
    orders: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          processedAt: instant,
          cancelledAt: instant.nullish(),
          displayFinancialStatus: z.string().nullish(),
          displayFulfillmentStatus: z.string(),
          totalPriceSet: z.object({ presentmentMoney: money }),
        }),
      ),
    }),
  })
  .nullish();

export const profileById = query<{ id: string }>()(
  `query ProfileById($id: ID!) {
  customer(id: $id) { ...ProfileParts }
}${profileParts}`,
  z.object({ customer }),
);
export const profileByEmail = query<{ emailAddress: string }>()(
  `query ProfileByEmail($emailAddress: String!) {
  customer: customerByIdentifier(identifier: { emailAddress: $emailAddress }) { ...ProfileParts }
}${profileParts}`,
  z.object({ customer }),
);
export const profileByOrder = query<{ id: string }>()(
  `query ProfileByOrder($id: ID!) {
  order(id: $id) { customer { ...ProfileParts } }
}${profileParts}`,
  z.object({ order: z.object({ customer }).nullish() }),
);

/** What Shopify knows of one customer, in one request; null when it knows none by this. */
export async function readCustomerProfile(client: AdminClient, key: CustomerKey): Promise<CustomerProfile | null> {
  const found = await find(client, key);
  if (!found) return null;
  const { id, displayName, createdAt, tags, numberOfOrders, amountSpent, orders } = found;
  return {
    id,
    name: plainName(displayName),
    since: createdAt,
    tags: tags.map(plainName).filter(Boolean),
    numberOfOrders,
    amountSpent,
    orders: orders.nodes.map((order) => ({
      id: order.id,
      name: order.name,
      processedAt: order.processedAt,
      cancelled: Boolean(order.cancelledAt),
      financialStatus: order.displayFinancialStatus ?? "UNKNOWN",
      fulfillmentStatus: order.displayFulfillmentStatus,
      total: order.totalPriceSet.presentmentMoney,
    })),
  };
}

async function find(client: AdminClient, key: CustomerKey) {
  if ("customerId" in key) {
    const term = customerTerm(key.customerId);
    return term && (await client.query(profileById, { id: term.canonical })).customer;
  }
  if ("email" in key) {
    const term = emailTerm(key.email);
    return term && (await client.query(profileByEmail, { emailAddress: term.canonical })).customer;
  }
  return isOrderId(key.orderId) ? (await client.query(profileByOrder, { id: key.orderId })).order?.customer : null;
}
