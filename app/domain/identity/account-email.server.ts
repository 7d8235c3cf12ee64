import { database } from "#app/platform/db/database.server.ts";
import { ensureIdentity, findIdentity } from "./identity.server.ts";
import { addEvidence, withdrawEvidence } from "./join.server.ts";

/**
 * A customer account and the address it is signed in with are one: Shopify sends its sign-in code there and says whether
 * the address was verified. Kept as evidence that follows the account: when its address changes, the old edge is withdrawn.
 * The account's phone is never used: anyone can type a stranger's number into it.
 */
export async function linkAccountEmail(
  shopId: string,
  customerIdentityId: string,
  readEmail: (customerId: string) => Promise<string | null>,
): Promise<void> {
  const customer = await findIdentity(shopId, customerIdentityId);
  if (!customer) return;
  const address = await readEmail(customer.externalId);
  const mailbox = address ? await ensureIdentity(shopId, "email", address) : null;
  const edges = await database().prisma.evidence.findMany({
    where: { shopId, identityId: customer.id, kind: "account-email", withdrawnAt: null },
  });
  for (const edge of edges) if (edge.otherId !== mailbox?.id) await withdrawEvidence(shopId, edge.id, "shopify");
  if (!mailbox || edges.some((edge) => edge.otherId === mailbox.id)) return;
  await addEvidence(shopId, { identityId: customer.id, otherId: mailbox.id, kind: "account-email", strength: "proof", by: "shopify" });
}
