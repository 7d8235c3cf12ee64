import { z } from "zod";
import { joinMergedCustomers } from "#app/domain/identity/customer-merge.server.ts";
import { log } from "#app/platform/log.ts";

const customer = z.string().regex(/^gid:\/\/shopify\/Customer\/\d{1,20}$/);
const job = z.string().regex(/^gid:\/\/shopify\/Job\/[\w-]{1,64}$/);
const mergeSchema = z
  .object({
    admin_graphql_api_customer_kept_id: customer,
    admin_graphql_api_customer_deleted_id: customer,
    admin_graphql_api_job_id: job.nullable(),
  })
  .transform((body) => ({
    keptId: body.admin_graphql_api_customer_kept_id,
    deletedId: body.admin_graphql_api_customer_deleted_id,
    jobId: body.admin_graphql_api_job_id,
  }));

type CustomerMerge = z.infer<typeof mergeSchema>;
type MergeReader = (merge: CustomerMerge) => Promise<"merged" | "under-way" | "no">;

/** What a webhook says of a merge; null when it names no two customers. */
export function customerMergeOf(body: unknown): CustomerMerge | null {
  const merge = mergeSchema.safeParse(body).data;
  return merge && merge.keptId !== merge.deletedId ? merge : null;
}

/** Joins two customers that a webhook says the shop has merged, once this shop's own store says the same. */
export async function takeCustomerMerge(shopId: string, merge: CustomerMerge, readMerge: MergeReader): Promise<void> {
  const found = await readMerge(merge);
  if (found === "under-way") throw new Error("The customers are still being merged.");
  if (found === "no") return log.warn("customer-merge-not-found", { shopId });
  const digits = (id: string) => id.slice(id.lastIndexOf("/") + 1);
  await joinMergedCustomers(shopId, digits(merge.keptId), digits(merge.deletedId));
}
