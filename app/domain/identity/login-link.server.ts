import { madeBy, now } from "#app/platform/clock.ts";
import { hashToken, newToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { ensureIdentity, type IdentityRow } from "./identity.server.ts";
import { addEvidence, trustUntil } from "./join.server.ts";

export const loginMinutes = 15;

/** A link for the one who writes here to sign in to their customer account. Opening it uses nothing up: apps preview links. */
export function newLoginLink(shopId: string, identityId: string): { token: string; writes: Write[] } {
  const token = newToken();
  const [id, at] = [newId(), now()];
  const expiresAt = new Date(at.getTime() + loginMinutes * 60_000);
  return {
    token,
    writes: [insert("SignedLink", { id, shopId, purpose: "login", hash: hashToken(token), identityId, createdAt: at, expiresAt })],
  };
}

/** A login link that still holds, by the token in its address or by its id. */
export function readLoginLink(by: { token: string } | { id: string }) {
  const which = "token" in by ? { hash: hashToken(by.token) } : { id: by.id };
  const where = { ...which, purpose: "login", usedAt: null, createdAt: madeBy(now()), expiresAt: { gt: now() } };
  return database().prisma.signedLink.findFirst({ where });
}

/** Signed in, shown which chat it is, and pressed: the account and the one who writes there are one shopper. */
export async function connectAccount(shopId: string, linkId: string, asker: IdentityRow, customerId: string): Promise<void> {
  const customer = await ensureIdentity(shopId, "shopify-customer", customerId);
  const at = now();
  await addEvidence(
    shopId,
    {
      identityId: asker.id,
      otherId: customer.id,
      kind: "account-login",
      strength: "proof",
      by: "customer-account",
      expiresAt: trustUntil(at),
    },
    [
      update("SignedLink", { id: linkId, shopId, identityId: asker.id, usedAt: null }, { usedAt: at, otherId: customer.id }, 1),
      enqueue(shopId, "identity.link-account", { identityId: customer.id }, { runAt: at, key: `link-account:${customer.id}` }),
      enqueue(
        shopId,
        "turn",
        { identityId: asker.id, trigger: { kind: "proven" } },
        { runAt: at, queue: `conversation:${asker.conversationId}` },
      ),
    ],
  );
}
