import { z } from "zod";
import type { AdminClient } from "./client.server.ts";
import { query } from "./operation.ts";

export const customerEmail = query<{ id: string }>()(
  `query CustomerEmail($id: ID!) {
  customer(id: $id) { id verifiedEmail defaultEmailAddress { emailAddress } }
}`,
  z.object({
    customer: z
      .object({ id: z.string(), verifiedEmail: z.boolean(), defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish() })
      .nullish(),
  }),
);

/** The e-mail address of a customer account, lower case, when Shopify says that the customer has verified it. `customerId`: digits. */
export async function accountEmail(client: AdminClient, customerId: string): Promise<string | null> {
  if (!/^\d+$/.test(customerId)) return null;
  const { customer } = await client.query(customerEmail, { id: `gid://shopify/Customer/${customerId}` });
  return customer?.verifiedEmail ? (customer.defaultEmailAddress?.emailAddress.toLowerCase() ?? null) : null;
}
