import { RateLimiterMemory } from "rate-limiter-flexible";
import { continueCodePattern } from "#app/channels/message.ts";
import { madeBy, now } from "#app/platform/clock.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newCode, newId } from "#app/platform/ids.ts";
import { isLive } from "./graph.ts";
import { findIdentity, type IdentityRow, loadGraph } from "./identity.server.ts";
import { addEvidence, trustUntil, withdrawEvidence } from "./join.server.ts";
import { membersToTell } from "./own-proof.server.ts";

export const continueMinutes = 30;
/** "That was not me" takes a joining back for so long. */
const regretDays = 30;
const lifeTime = continueMinutes * 60_000;

/** Wrong codes in an hour. A code is one of 2^45 and lives for half an hour: these make guessing hopeless twice over. */
const wrongByIdentity = new RateLimiterMemory({ keyPrefix: "continue-identity", points: 10, duration: 3600 });
const wrongInShop = new RateLimiterMemory({ keyPrefix: "continue-shop", points: 2000, duration: 3600 });

type Link = { id: string; caseId: string | null };
/**
 * What showing a code came to. `joined`: both ends are one shopper. `ask`: whoever showed it has something to lose, so the
 * code waits for them alone until they have said whether they want that. Everything else is `unknown`, told apart by nobody.
 */
export type Presented = { outcome: "unknown" } | { outcome: "joined" | "ask"; link: Link; from: IdentityRow };

/** A short code that moves a live case to another channel. It is shown only to `identityId`. */
export function newContinueCode(shopId: string, identityId: string, caseId: string | null): { code: string; writes: Write[] } {
  const code = `OT-${newCode(9)}`;
  const [id, at] = [newId(), now()];
  const expiresAt = new Date(at.getTime() + lifeTime);
  return {
    code,
    writes: [
      insert("SignedLink", { id, shopId, purpose: "continue", hash: hashToken(code), identityId, caseId, createdAt: at, expiresAt }),
    ],
  };
}

/** A continue-here code in what somebody wrote, in whatever case it was typed. */
export function findContinueCode(text: string): string | undefined {
  return text.match(continueCodePattern)?.[0].toUpperCase();
}

/** Somebody shows a code on another channel. Showing it again, as a turn does that died behind it, comes to the same. */
export async function presentContinueCode(shopId: string, code: string, redeemer: IdentityRow): Promise<Presented> {
  if (await hasGuessedTooMuch(shopId, redeemer.id)) return { outcome: "unknown" };
  const where = { shopId, hash: hashToken(code), purpose: "continue", createdAt: madeBy(now()), expiresAt: { gt: now() } };
  const link = await database().prisma.signedLink.findFirst({ where });
  const from = link && (await findIdentity(shopId, link.identityId));
  if (!link || !from || from.id === redeemer.id || (link.otherId !== null && link.otherId !== redeemer.id))
    return refused(shopId, redeemer.id);
  const isOne = await areOne(redeemer, from);
  if (link.usedAt) return isOne ? { outcome: "joined", link, from } : refused(shopId, redeemer.id);
  if (isOne) {
    await database().commit([update("SignedLink", { id: link.id, usedAt: null }, { usedAt: now(), otherId: redeemer.id }, 1)]);
    return { outcome: "joined", link, from };
  }
  if (await hasNothingToLose(redeemer)) {
    await join(shopId, link.id, redeemer.id, from.id);
    return { outcome: "joined", link, from };
  }
  const held = { otherId: redeemer.id, expiresAt: new Date(now().getTime() + lifeTime) };
  if (link.otherId === null) await database().commit([update("SignedLink", { id: link.id, usedAt: null, otherId: null }, held, 1)]);
  return { outcome: "ask", link, from };
}

/** How the asking about a code stands for the one who showed it. */
export async function readPresented(shopId: string, linkId: string, redeemer: IdentityRow): Promise<Presented> {
  const link = await database().prisma.signedLink.findFirst({
    where: { shopId, id: linkId, purpose: "continue", otherId: redeemer.id, expiresAt: { gt: now() } },
  });
  const from = link && (await findIdentity(shopId, link.identityId));
  if (!link || !from) return { outcome: "unknown" };
  if (await areOne(redeemer, from)) return { outcome: "joined", link, from };
  return link.usedAt ? { outcome: "unknown" } : { outcome: "ask", link, from };
}

/** The redeemer has said yes, knowing whose conversation it is. */
export async function confirmContinue(shopId: string, linkId: string, redeemer: IdentityRow): Promise<Presented> {
  const present = await readPresented(shopId, linkId, redeemer);
  if (present.outcome !== "ask") return present;
  await join(shopId, linkId, redeemer.id, present.from.id);
  return { ...present, outcome: "joined" };
}

/** The redeemer does not want it; the code is over. */
export function declineContinue(linkId: string, redeemerId: string): Write {
  return update("SignedLink", { id: linkId, otherId: redeemerId, usedAt: null }, { usedAt: now() });
}

/** "That was not me": what this identity was joined to by a code last comes apart again. False when there is nothing of the kind. */
export async function regretContinue(shopId: string, identityId: string): Promise<boolean> {
  const since = new Date(now().getTime() - regretDays * 86_400_000);
  const edge = await database().prisma.evidence.findFirst({
    where: { shopId, identityId, kind: "continue-here", createdAt: { gt: since } },
    orderBy: { createdAt: "desc" },
  });
  if (!edge) return false;
  // Taken back just now by a turn that died behind it: said again.
  if (edge.withdrawnAt) return edge.withdrawnBy === identityId && edge.withdrawnAt.getTime() > now().getTime() - lifeTime;
  await withdrawEvidence(shopId, edge.id, identityId);
  return true;
}

/** By their own proof: a merge by staff leaves the proving to them. */
async function areOne(redeemer: IdentityRow, from: IdentityRow): Promise<boolean> {
  return (await membersToTell(redeemer)).some((member) => member.id === from.id);
}

async function join(shopId: string, linkId: string, redeemerId: string, fromId: string): Promise<void> {
  const at = now();
  await addEvidence(
    shopId,
    { identityId: redeemerId, otherId: fromId, kind: "continue-here", strength: "proof", by: "shopper", expiresAt: trustUntil(at) },
    [update("SignedLink", { id: linkId, usedAt: null }, { usedAt: at, otherId: redeemerId }, 1)],
  );
}

/**
 * Whoever has proven nothing, whose channel vouches for nothing and who has written nothing before can lose nothing by being
 * joined. A mailbox always can: orders carry its address.
 */
async function hasNothingToLose(redeemer: IdentityRow): Promise<boolean> {
  if (redeemer.kind === "email") return false;
  const { identities, edges } = await loadGraph(redeemer.shopId, [redeemer.conversationId]);
  const at = now();
  if (identities.length > 1 || edges.some((edge) => edge.strength !== "claim" && isLive(edge, at))) return false;
  const answered = { shopId: redeemer.shopId, identityId: redeemer.id, author: "shopper", answeredBy: { not: null } };
  return (await database().prisma.message.count({ where: answered })) === 0;
}

async function hasGuessedTooMuch(shopId: string, identityId: string): Promise<boolean> {
  const [own, all] = await Promise.all([wrongByIdentity.get(identityId), wrongInShop.get(shopId)]);
  return (own?.remainingPoints ?? 1) <= 0 || (all?.remainingPoints ?? 1) <= 0;
}

async function refused(shopId: string, identityId: string): Promise<Presented> {
  await Promise.all([wrongByIdentity.penalty(identityId), wrongInShop.penalty(shopId)]);
  return { outcome: "unknown" };
}
