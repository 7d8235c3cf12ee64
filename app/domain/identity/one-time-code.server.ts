import { madeBy, now } from "#app/platform/clock.ts";
import { digitsOf, hashCode, matchesCode, newToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { type CodeClaim, enqueue } from "#app/platform/jobs/tasks.ts";
import { addEvidence, trustUntil } from "./join.server.ts";

const lifeMinutes = 10;
const triesPerCode = 5;
const codesPerHour = 5;
const hourAgo = (at: Date) => new Date(at.getTime() - 3_600_000);

export type CodeRequest = { ok: true; codeId: string; writes: Write[] } | { ok: false; because: "too-many" };

/**
 * Asks for a code on a claim. Whether anything stands behind the claim is found out later, by a job, so that
 * right and wrong guesses are answered in the same words and the same time.
 */
export async function requestCode(
  shopId: string,
  identityId: string,
  caseId: string,
  claimed: CodeClaim,
  way: "any" | "phone" = "any",
): Promise<CodeRequest> {
  const at = now();
  const asked = await database().prisma.oneTimeCode.count({ where: { shopId, identityId, createdAt: { gt: hourAgo(at) } } });
  if (asked >= codesPerHour) return { ok: false, because: "too-many" };
  const codeId = newId();
  const expiresAt = new Date(at.getTime() + lifeMinutes * 60_000);
  // Until a code is really sent the hash is of 256 random bits that nobody knows.
  const row = {
    id: codeId,
    shopId,
    identityId,
    caseId,
    hash: hashCode(codeId, newToken()),
    triesLeft: triesPerCode,
    createdAt: at,
    expiresAt,
  };
  return {
    ok: true,
    codeId,
    writes: [insert("OneTimeCode", row), enqueue(shopId, "identity.send-code", { codeId, claimed, way }, { runAt: at })],
  };
}

/** Gives the digits for a code that now has a receiver, the same ones every time. Null when it is used, too old, or the receiver got too many. */
export async function issueCode(shopId: string, codeId: string, targetId: string): Promise<{ digits: string; minutes: number } | null> {
  const at = now();
  const row = await database().prisma.oneTimeCode.findFirst({ where: { id: codeId, shopId, usedAt: null, expiresAt: { gt: at } } });
  const others = () =>
    database().prisma.oneTimeCode.count({ where: { shopId, targetId, createdAt: { gt: hourAgo(at) }, id: { not: codeId } } });
  if (!row) return null;
  if ((await others()) >= codesPerHour) return refuseFlood(shopId, row, targetId);
  const digits = digitsOf(codeId, row.hash);
  fault("code.issued.before-commit");
  await database().commit([update("OneTimeCode", { id: codeId, usedAt: null }, { targetId, hash: hashCode(codeId, digits) }, 1)]);
  fault("code.issued.after-commit");
  // Two that were issued at once see each other here: rather none of them than one too many.
  if ((await others()) >= codesPerHour) return refuseFlood(shopId, row, targetId);
  return { digits, minutes: lifeMinutes };
}

/**
 * Somebody has this contact sent one code after the other: it gets no more for now, and the audit shows it. For who asked the
 * code stays open, and nobody knows its digits, as with a claim that has nothing behind it.
 */
async function refuseFlood(
  shopId: string,
  row: { id: string; identityId: string; caseId: string | null },
  targetId: string,
): Promise<null> {
  const detail = { caseId: row.caseId, askedBy: row.identityId };
  await database().commit([
    update("OneTimeCode", { id: row.id, usedAt: null }, { targetId: null, hash: hashCode(row.id, newToken()) }),
    auditWrite(shopId, "code.too-many-for-target", targetId, detail),
  ]);
  return null;
}

/** A row for staff; `subject` is the identity that asked or was to receive. */
export function auditWrite(shopId: string, action: string, subject: string, detail: object): Write {
  return insert("Audit", { id: newId(), shopId, at: now(), actor: "assistant", action, subject, detail });
}

/** The telephone numbers that this identity's own channel shows. */
export async function ownNumbers(shopId: string, identityId: string): Promise<string[]> {
  const edges = await database().prisma.evidence.findMany({
    where: { shopId, identityId, kind: "channel-vouches", withdrawnAt: null },
  });
  const numbers = await database().prisma.identity.findMany({
    where: { shopId, kind: "phone", id: { in: edges.map((edge) => edge.otherId) } },
  });
  return numbers.map((number) => number.externalId);
}

export type CodeCheck = "proven" | "wrong" | "locked" | "none";

/**
 * Tries digits against the codes this identity asked for in these cases and that still hold; whoever asked twice may read either
 * message. A try is spent on each of them before anything is compared, in updates that name the tries they saw, so parallel guesses cannot
 * share one. On success the two identities join.
 */
export async function checkCode(shopId: string, identityId: string, caseIds: string[], digits: string): Promise<CodeCheck> {
  const at = now();
  const rows = await database().prisma.oneTimeCode.findMany({
    where: { shopId, identityId, caseId: { in: caseIds }, usedAt: null, createdAt: madeBy(at), expiresAt: { gt: at } },
    orderBy: { createdAt: "desc" },
  });
  const open = rows.filter((row) => row.triesLeft > 0);
  if (open.length === 0) return rows.length > 0 ? "locked" : "none";
  fault("code.try.before-commit");
  await database().commit(
    open.map((row) => update("OneTimeCode", { id: row.id, triesLeft: row.triesLeft, usedAt: null }, { triesLeft: increment(-1) }, 1)),
  );
  fault("code.try.after-commit");
  const right = open.find((row) => row.targetId !== null && matchesCode(row.id, digits, row.hash));
  if (!right?.targetId) return open.every((row) => row.triesLeft === 1) ? "locked" : "wrong";
  await addEvidence(
    shopId,
    { identityId, otherId: right.targetId, kind: "one-time-code", strength: "proof", by: "shopper", expiresAt: trustUntil(at) },
    open.map((row) => update("OneTimeCode", { id: row.id, usedAt: null }, { usedAt: at }, 1)),
  );
  return "proven";
}
