import { z } from "zod";
import { joinMergedCustomers } from "#app/domain/identity/customer-merge.server.ts";
import { database } from "#app/platform/db/database.server.ts";
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

type MergeReader = (merge: z.infer<typeof mergeSchema>) => Promise<"merged" | "under-way" | "no">;

/** Joins two customers that a stored webhook says the shop has merged, once this shop's own store says the same. */
export async function takeCustomerMerge(shopId: string, rawEventId: string, readMerge: MergeReader): Promise<void> {
  const raw = await database().prisma.rawEvent.findFirst({ where: { id: rawEventId, shopId } });
  const merge = mergeSchema.safeParse(JSON.parse(raw?.body ?? "{}")).data;
  if (!merge || merge.keptId === merge.deletedId) return;
  const found = await readMerge(merge);
  if (found === "under-way") throw new Error("The customers are still being merged.");
  if (found === "no") return log.warn("customer-merge-not-found", { shopId });
  const digits = (id: string) => id.slice(id.lastIndexOf("/") + 1);
  await joinMergedCustomers(shopId, digits(merge.keptId), digits(merge.deletedId));
}
