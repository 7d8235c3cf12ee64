import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, notify, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { type GraphEdge, project } from "./graph.ts";
import { type IdentityRow, loadGraph } from "./identity.server.ts";
import { trustDays } from "./levels.ts";
import { proofRulesOf } from "./proof-age.server.ts";

export type EvidenceKind =
  | "account-login"
  | "account-email"
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

/** Takes one piece of evidence back; what only it held together comes apart again, exactly as before. */
export async function withdrawEvidence(shopId: string, evidenceId: string, by: string): Promise<void> {
  await retried(async () => {
    const row = await database().prisma.evidence.findFirst({ where: { id: evidenceId, shopId, withdrawnAt: null } });
    if (!row) return;
    const writes = await reproject(shopId, [row.identityId, row.otherId], (edges) => edges.filter((edge) => edge.id !== evidenceId));
    fault("identity.withdrawal.before-commit");
    await database().commit([
      update("Evidence", { id: evidenceId, withdrawnAt: null }, { withdrawnAt: now(), withdrawnBy: by }, 1),
      ...writes,
    ]);
    fault("identity.withdrawal.after-commit");
  });
}

/** Takes back everything that identity has proven or its channel has vouched for: its number changed hands, it logged out. */
export async function withdrawAllEvidence(shopId: string, identityId: string, by: string, kinds?: EvidenceKind[]): Promise<void> {
  const rows = await database().prisma.evidence.findMany({
    where: { shopId, withdrawnAt: null, OR: [{ identityId }, { otherId: identityId }], ...(kinds ? { kind: { in: kinds } } : {}) },
  });
  for (const row of rows) await withdrawEvidence(shopId, row.id, by);
}

/** Evidence runs out: when the projection no longer says what the live edges say, it is made anew. Returns whether it changed. */
export async function refreshProjection(identity: IdentityRow): Promise<boolean> {
  const writes = await reproject(identity.shopId, [identity.id], (edges) => edges);
  if (writes.length > 0) await database().commit(writes);
  return writes.length > 0;
}

/** Proof that runs out does so no later than the shop's trust period allows. */
async function expiryOf(shopId: string, { strength, expiresAt }: NewEvidence): Promise<Date | null> {
  if (!expiresAt || strength !== "proof") return expiresAt ?? null;
  const last = trustUntil(now(), (await proofRulesOf(shopId)).trustDays);
  return expiresAt < last ? expiresAt : last;
}

type EdgeRow = GraphEdge & { id: string };

async function reproject(shopId: string, touched: string[], change: (edges: EdgeRow[]) => GraphEdge[]): Promise<Write[]> {
  const { prisma } = database();
  const ends = await prisma.identity.findMany({ where: { shopId, id: { in: touched } } });
  const { identities, edges } = await loadGraph(shopId, [...new Set(ends.map((end) => end.conversationId))]);
  const wanted = project(identities, change(edges), now());
  const moved = identities.filter((identity) => wanted.get(identity.id) !== identity.conversationId);
  if (moved.length === 0) return [];
  const conversationIds = [
    ...new Set(identities.flatMap((identity) => [identity.conversationId, wanted.get(identity.id) ?? identity.conversationId])),
  ];
  return [
    ...moved.map((identity) =>
      update(
        "Identity",
        { id: identity.id, conversationId: identity.conversationId },
        { conversationId: wanted.get(identity.id) ?? "" },
        1,
      ),
    ),
    ...(await conversationWrites(shopId, conversationIds, identities, wanted)),
    ...identities.map((identity) => notify({ topic: "identity", shopId, identityId: identity.id })),
  ];
}

/** Every conversation that gained or lost somebody shows its own newest message again, and turns under way must read anew. */
async function conversationWrites(
  shopId: string,
  conversationIds: string[],
  identities: IdentityRow[],
  wanted: Map<string, string>,
): Promise<Write[]> {
  const { prisma } = database();
  const rows = await prisma.conversation.findMany({ where: { shopId, id: { in: conversationIds } } });
  const writes: Write[] = [];
  for (const row of rows) {
    const members = identities.filter((identity) => wanted.get(identity.id) === row.id).map((identity) => identity.id);
    const last = await prisma.message.findFirst({
      where: { shopId, identityId: { in: members } },
      orderBy: [{ at: "desc" }, { seq: "desc" }],
    });
    const shown = last
      ? { lastMessageAt: last.at, lastMessage: last.text.slice(0, 200), lastChannel: last.channel, lastAuthor: last.author }
      : { lastMessage: "" };
    writes.push(update("Conversation", { id: row.id, revision: row.revision }, { ...shown, revision: increment() }, 1));
    writes.push(notify({ topic: "conversation", shopId, conversationId: row.id }));
  }
  return writes;
}

/** Somebody wrote between our reading and our commit: read again, a few times. */
async function retried(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof StaleWrite) || attempt === 5) throw error;
    }
  }
}
