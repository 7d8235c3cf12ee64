import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { ensureIdentity, findIdentityByAddress } from "./identity.server.ts";
import { addEvidence } from "./join.server.ts";

/**
 * The shop has made one account of two. Whoever was proven to be the one that is gone is the other now; where nobody ever
 * was, nothing is to be joined. Once only: a join that staff have undone is not made again by a repeated webhook.
 */
export async function joinMergedCustomers(shopId: string, kept: string, deleted: string): Promise<void> {
  const gone = await findIdentityByAddress(shopId, "shopify-customer", deleted);
  if (!gone) return;
  const stays = await ensureIdentity(shopId, "shopify-customer", kept);
  const edge = { identityId: gone.id, otherId: stays.id, kind: "customer-merge" as const };
  if (await database().prisma.evidence.findFirst({ where: { shopId, ...edge } })) return;
  await addEvidence(shopId, { ...edge, strength: "proof", by: "shopify" }, [
    enqueue(shopId, "identity.link-account", { identityId: stays.id }, { runAt: now(), key: `link-account:${stays.id}` }),
  ]);
}
