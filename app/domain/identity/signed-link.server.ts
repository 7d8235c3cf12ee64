import { madeBy, now } from "#app/platform/clock.ts";
import { hashToken, newToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { addEvidence, trustUntil } from "./join.server.ts";

const proveHours = 72;

/** A link in a message to one contact: whoever opens it reads that contact's messages. `otherId`: who claimed the contact before. */
export function newProveLink(shopId: string, identityId: string, otherId: string | null): { token: string; writes: Write[] } {
  const token = newToken();
  const [id, at] = [newId(), now()];
  const expiresAt = new Date(at.getTime() + proveHours * 3_600_000);
  return {
    token,
    writes: [insert("SignedLink", { id, shopId, purpose: "prove", hash: hashToken(token), identityId, otherId, createdAt: at, expiresAt })],
  };
}

/** Looks at a link without using it: mail scanners open links too, only a person presses the button. */
export async function readLink(token: string, purpose: "prove" | "login") {
  return database().prisma.signedLink.findFirst({
    where: { hash: hashToken(token), purpose, usedAt: null, createdAt: madeBy(now()), expiresAt: { gt: now() } },
  });
}

/** Uses a link up and records what it proves; `extra` is committed with it. False when it was used, has expired or never was. */
export async function redeemProveLink(token: string, connect: boolean, extra: Write[] = []): Promise<boolean> {
  const link = await readLink(token, "prove");
  if (!link) return false;
  const at = now();
  const other = connect && link.otherId ? link.otherId : link.identityId;
  await addEvidence(
    link.shopId,
    { identityId: link.identityId, otherId: other, kind: "signed-link", strength: "proof", by: "shopper", expiresAt: trustUntil(at) },
    [update("SignedLink", { id: link.id, usedAt: null }, { usedAt: at }, 1), ...extra],
  );
  return true;
}
