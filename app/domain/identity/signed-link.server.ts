import { madeBy, now } from "#app/platform/clock.ts";
import { hashToken, newToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newCode, newId } from "#app/platform/ids.ts";
import { addEvidence, trustUntil } from "./join.server.ts";

const proveHours = 72;
const continueMinutes = 30;

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

/**
 * A short code that moves a live case to another channel: shown only to `identityId`, typed (or followed) by the
 * other side, so it proves both ends. 9 characters of 32: with 30 minutes of life it cannot be guessed through a chat.
 */
export function newContinueCode(shopId: string, identityId: string, caseId: string | null): { code: string; writes: Write[] } {
  const code = `OT-${newCode(9)}`;
  const [id, at] = [newId(), now()];
  const expiresAt = new Date(at.getTime() + continueMinutes * 60_000);
  return {
    code,
    writes: [
      insert("SignedLink", { id, shopId, purpose: "continue", hash: hashToken(code), identityId, caseId, createdAt: at, expiresAt }),
    ],
  };
}

/** A continue-here code in what somebody wrote, in whatever case it was typed. */
export function findContinueCode(text: string): string | undefined {
  return text.match(/\bOT-([0-9A-HJKMNP-TV-Z]{9})\b/i)?.[0].toUpperCase();
}

/** Looks at a link without using it: mail scanners open links too, only a person presses the button. */
export async function readLink(token: string, purpose: "prove" | "continue") {
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

/** The other end of a continue-here code has shown itself: both are one shopper from now on. Returns the case to go on with. */
export async function redeemContinueCode(shopId: string, code: string, identityId: string): Promise<{ caseId: string | null } | null> {
  const link = await database().prisma.signedLink.findFirst({
    where: { shopId, hash: hashToken(code), purpose: "continue", usedAt: null, createdAt: madeBy(now()), expiresAt: { gt: now() } },
  });
  if (!link || link.identityId === identityId) return null;
  const at = now();
  await addEvidence(
    shopId,
    { identityId, otherId: link.identityId, kind: "continue-here", strength: "proof", by: "shopper", expiresAt: trustUntil(at) },
    [update("SignedLink", { id: link.id, usedAt: null }, { usedAt: at }, 1)],
  );
  return { caseId: link.caseId };
}

/** Whether this identity itself has used the code up and still stands by it: a turn that died behind that reads it again. */
export async function hasRedeemedContinueCode(shopId: string, code: string, identityId: string): Promise<boolean> {
  const { prisma } = database();
  const link = await prisma.signedLink.findFirst({
    where: { shopId, hash: hashToken(code), purpose: "continue", usedAt: { not: null }, expiresAt: { gt: now() } },
  });
  if (!link) return false;
  const theirs = { shopId, identityId, otherId: link.identityId, kind: "continue-here", withdrawnAt: null };
  return (await prisma.evidence.findFirst({ where: theirs })) !== null;
}
