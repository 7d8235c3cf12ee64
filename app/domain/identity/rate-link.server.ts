import { now } from "#app/platform/clock.ts";
import { hashToken, newToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";

const rateDays = 14;

/** A link in a mail by which its reader says how they found our help with a case. It proves nothing and shows nothing. */
export function newRateLink(shopId: string, identityId: string, caseId: string): { token: string; writes: Write[] } {
  const token = newToken();
  const [id, at] = [newId(), now()];
  const expiresAt = new Date(at.getTime() + rateDays * 86_400_000);
  return {
    token,
    writes: [insert("SignedLink", { id, shopId, purpose: "rate", hash: hashToken(token), identityId, caseId, createdAt: at, expiresAt })],
  };
}

/** Whose answer to which question a link carries; null when it has expired or never was. An answer may be given again until then. */
export async function readRateLink(token: string): Promise<{ shopId: string; identityId: string; caseId: string } | null> {
  const row = await database().prisma.signedLink.findFirst({
    where: { hash: hashToken(token), purpose: "rate", expiresAt: { gt: now() } },
  });
  return row?.caseId ? { shopId: row.shopId, identityId: row.identityId, caseId: row.caseId } : null;
}
