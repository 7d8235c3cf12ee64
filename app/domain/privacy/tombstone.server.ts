import { createHmac } from "node:crypto";
import { now } from "#app/platform/clock.ts";
import { signingKey } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";

export type Address = { kind: string; externalId: string };

/** Keyed for each shop: the table tells nobody whose address it was, nor that two shops erased the same one. */
function hashOf(shopId: string, { kind, externalId }: Address): string {
  return createHmac("sha256", signingKey(`tombstone:${shopId}`))
    .update(`${kind}\n${externalId}`)
    .digest("base64url");
}

/** From `at` on, what was sent before it through these addresses is not taken any more. A second erasure moves the time on. */
export function tombstoneWrites(shopId: string, addresses: Address[], at = now()): Write[] {
  return addresses.flatMap((address) => {
    const hash = hashOf(shopId, address);
    return [insert("Tombstone", { id: newId(), shopId, hash, at }, { ifAbsent: true }), update("Tombstone", { shopId, hash }, { at })];
  });
}

/** Whether what was sent at `at` through this address is from before its erasure. */
export async function isErased(shopId: string, address: Address, at: Date): Promise<boolean> {
  const row = await database().prisma.tombstone.findUnique({
    where: { shopId_hash: { shopId, hash: hashOf(shopId, address) } },
    select: { at: true },
  });
  return row !== null && at <= row.at;
}
