import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { findIdentity } from "./identity.server.ts";
import { refreshProjection } from "./join.server.ts";

/** Up to when this process has looked at each shop. After a start everything that ever ran out is looked at once. */
const lookedUpTo = new Map<string, Date>();

/**
 * Proof runs out by itself, and perhaps nobody writes any more: who was held together by it comes apart within minutes. What
 * may be done falls at the very moment, since levels are read from the evidence and not from here.
 */
export async function splitWhatRanOut(shopId: string): Promise<void> {
  const at = now();
  const before = lookedUpTo.get(shopId) ?? new Date(0);
  // A clock that was set back has to see the time again.
  const since = before < at ? before : new Date(0);
  const ended = await database().prisma.evidence.findMany({
    where: { shopId, expiresAt: { gt: since, lte: at }, strength: "proof", withdrawnAt: null },
    select: { identityId: true },
  });
  for (const identityId of new Set(ended.map((edge) => edge.identityId))) {
    const identity = await findIdentity(shopId, identityId);
    if (identity) await refreshProjection(identity);
  }
  lookedUpTo.set(shopId, at);
}
