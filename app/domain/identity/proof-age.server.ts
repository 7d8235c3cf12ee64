import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { type ProofRules, readProofRules } from "./levels.ts";

/** Proofs by which somebody showed themselves; what Shopify says of an account's address, or staff, is none. */
const shownByThemselves = ["account-login", "one-time-code", "signed-link", "continue-here"];

export async function proofRulesOf(shopId: string): Promise<ProofRules> {
  const shop = await database().prisma.shop.findUnique({ where: { id: shopId }, select: { proofRules: true } });
  return readProofRules(shop?.proofRules);
}

/**
 * When this identity last showed itself, and whether what it had proven has run out since (`lapsed`), with the address it was
 * proven by. Only its own proofs count: another channel's do not make this one fresh.
 */
export async function lastProof(shopId: string, identityId: string): Promise<{ provenAt: Date | null; lapsed: boolean }> {
  const rows = await database().prisma.evidence.findMany({
    where: {
      shopId,
      OR: [{ identityId }, { otherId: identityId }],
      strength: "proof",
      kind: { in: shownByThemselves },
      withdrawnAt: null,
    },
    select: { createdAt: true, expiresAt: true, by: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  const at = now();
  const live = rows.filter((row) => row.expiresAt === null || row.expiresAt > at);
  // Whoever is logged in on the storefront may have been so for days, on a device that others use.
  const shown = live.find((row) => row.by !== "app-proxy");
  return { provenAt: shown?.createdAt ?? null, lapsed: live.length === 0 && rows.length > 0 };
}
