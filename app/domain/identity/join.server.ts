import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import type { Evidence } from "../../../prisma/generated/client.ts";
import type { GraphEdge } from "./graph.ts";
import type { IdentityRow } from "./identity.server.ts";
import { trustDays } from "./levels.ts";
import { reproject } from "./projection.server.ts";
import { proofRulesOf } from "./proof-age.server.ts";

export type EvidenceKind =
  | "account-login"
  | "account-email"
  | "customer-merge"
  | "one-time-code"
  | "signed-link"
  | "continue-here"
  | "channel-vouches"
  | "typed"
  | "staff";
export type NewEvidence = {
  identityId: string;
  otherId: string;
  kind: EvidenceKind;
  strength: "proof" | "vouch" | "claim";
  by: string;
  expiresAt?: Date;
};

/** Proof holds at most this long for the identity that gave it; `addEvidence` shortens it to what the shop asks for. */
export const trustUntil = (from: Date, days: number = trustDays.most): Date => new Date(from.getTime() + days * 86_400_000);

/** Records evidence and, where it is proof, joins what it connects. `extra` is committed with it. */
export async function addEvidence(shopId: string, evidence: NewEvidence, extra: Write[] = []): Promise<void> {
  await retried(async () => {
    const row = { id: newId(), shopId, createdAt: now(), ...evidence, expiresAt: await expiryOf(shopId, evidence) };
    const edge: GraphEdge = { ...row, withdrawnAt: null };
    const writes =
      evidence.strength === "proof" ? await reproject(shopId, [evidence.identityId, evidence.otherId], (edges) => [...edges, edge]) : [];
    fault("identity.evidence.before-commit");
    await database().commit([insert("Evidence", row), ...writes, ...extra]);
    fault("identity.evidence.after-commit");
  });
}

/** Takes one piece of evidence back; what only it held together comes apart again, exactly as before. `extra` is committed with it. */
export async function withdrawEvidence(shopId: string, evidenceId: string, by: string, extra: Write[] = []): Promise<void> {
  await retried(async () => {
    const rows = await database().prisma.evidence.findMany({ where: { id: evidenceId, shopId, withdrawnAt: null } });
    if (rows.length > 0) await commitWithdrawal([...(await withdrawn(shopId, rows, by)), ...extra]);
  });
}

/** Takes back everything that this identity has proven or a channel has vouched for, all at once. */
export async function withdrawAllEvidence(shopId: string, identityId: string, by: string): Promise<void> {
  await retried(async () => commitWithdrawal(await withdrawalOfAll(shopId, [identityId], by)));
}

/** The writes of that, for whoever commits them with something else. What was merely claimed stays: it unlocks nothing. */
export async function withdrawalOfAll(shopId: string, identityIds: string[], by: string): Promise<Write[]> {
  const theirs = { in: identityIds };
  const rows = await database().prisma.evidence.findMany({
    where: { shopId, withdrawnAt: null, strength: { in: ["proof", "vouch"] }, OR: [{ identityId: theirs }, { otherId: theirs }] },
  });
  return rows.length > 0 ? withdrawn(shopId, rows, by) : [];
}

async function withdrawn(shopId: string, rows: Evidence[], by: string): Promise<Write[]> {
  const ids = new Set(rows.map((row) => row.id));
  const ends = [...new Set(rows.flatMap((row) => [row.identityId, row.otherId]))];
  return [
    ...rows.map(({ id }) => update("Evidence", { id, withdrawnAt: null }, { withdrawnAt: now(), withdrawnBy: by }, 1)),
    ...(await reproject(shopId, ends, (edges) => edges.filter((edge) => !ids.has(edge.id)))),
  ];
}

async function commitWithdrawal(writes: Write[]): Promise<void> {
  fault("identity.withdrawal.before-commit");
  await database().commit(writes);
  fault("identity.withdrawal.after-commit");
}

/** Evidence runs out: when the projection no longer says what the live edges say, it is made anew. Returns whether it changed. */
export async function refreshProjection(identity: IdentityRow): Promise<boolean> {
  let changed = false;
  await retried(async () => {
    const writes = await reproject(identity.shopId, [identity.id], (edges) => edges, false);
    changed = writes.length > 0;
    await database().commit(writes);
  });
  return changed;
}

/** Proof that runs out does so no later than the shop's trust period allows. */
async function expiryOf(shopId: string, { strength, expiresAt }: NewEvidence): Promise<Date | null> {
  if (!expiresAt || strength !== "proof") return expiresAt ?? null;
  const last = trustUntil(now(), (await proofRulesOf(shopId)).trustDays);
  return expiresAt < last ? expiresAt : last;
}

/** Somebody wrote between our reading and our commit: read again, a few times. */
export async function retried(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof StaleWrite) || attempt === 5) throw error;
    }
  }
}
