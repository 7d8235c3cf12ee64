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

export const mergeStatus = query<{ jobId: string }>()(
  `query CustomerMergeStatus($jobId: ID!) {
  customerMergeJobStatus(jobId: $jobId) { resultingCustomerId status }
}`,
  z.object({ customerMergeJobStatus: z.object({ resultingCustomerId: z.string(), status: z.string() }).nullish() }),
);

export const customersThere = query<{ kept: string; deleted: string }>()(
  `query CustomersThere($kept: ID!, $deleted: ID!) {
  kept: customer(id: $kept) { id }
  deleted: customer(id: $deleted) { id }
}`,
  z.object({ kept: z.object({ id: z.string() }).nullish(), deleted: z.object({ id: z.string() }).nullish() }),
);

/** Global ids, as the webhook names them. */
export type CustomerMerge = { keptId: string; deletedId: string; jobId: string | null };

/** Whether two customers of this store really became one: the job says so, and only the one that was kept is still there. */
export async function readMerge(client: AdminClient, { keptId, deletedId, jobId }: CustomerMerge): Promise<"merged" | "under-way" | "no"> {
  if (jobId !== null) {
    const { customerMergeJobStatus: job } = await client.query(mergeStatus, { jobId });
    if (!job || job.status === "FAILED" || job.resultingCustomerId !== keptId) return "no";
    if (job.status !== "COMPLETED") return "under-way";
  }
  const { kept, deleted } = await client.query(customersThere, { kept: keptId, deleted: deletedId });
  return kept?.id === keptId && !deleted ? "merged" : "no";
}
