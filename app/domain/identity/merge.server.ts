import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Identity } from "../../../prisma/generated/client.ts";
import { project } from "./graph.ts";
import { loadGraph } from "./identity.server.ts";
import { addEvidence, withdrawEvidence } from "./join.server.ts";

export type MergeRefusal = "not-found" | "same" | "already-one";

async function peopleOf(shopId: string, conversationId: string): Promise<Identity[]> {
  return database().prisma.identity.findMany({ where: { shopId, conversationId }, orderBy: { id: "asc" } });
}

/** Both sides of a merge, or why there is none. Another shop's ids are not there. */
async function bothSides(shopId: string, one: string, other: string) {
  const [left, right] = [await peopleOf(shopId, one), await peopleOf(shopId, other)];
  const [a, b] = [left[0], right[0]];
  if (!a || !b) return { ok: false as const, because: "not-found" as MergeRefusal };
  if (one === other) return { ok: false as const, because: "same" as MergeRefusal };
  return { ok: true as const, left, right, a, b };
}

export type Merged = { ok: true; evidenceId: string; conversationId: string } | { ok: false; because: MergeRefusal };

/** Staff say that two shoppers are one person. Joins what staff see; proves nothing to the assistant, and can be undone exactly. */
export async function mergeShoppers(shopId: string, one: string, other: string, by: string): Promise<Merged> {
  const sides = await bothSides(shopId, one, other);
  if (!sides.ok) return sides;
  const { a, b } = sides;
  await addEvidence(shopId, { identityId: a.id, otherId: b.id, kind: "staff", strength: "proof", by }, [
    audit(shopId, by, "merged", one, { with: other, identityId: a.id, otherId: b.id }),
    audit(shopId, by, "merged", other, { with: one, identityId: b.id, otherId: a.id }),
  ]);
  const { prisma } = database();
  const evidence = await prisma.evidence.findFirstOrThrow({
    where: { shopId, identityId: a.id, otherId: b.id, kind: "staff", withdrawnAt: null },
    orderBy: { id: "desc" },
  });
  const moved = await prisma.identity.findFirstOrThrow({ where: { shopId, id: a.id } });
  return { ok: true, evidenceId: evidence.id, conversationId: moved.conversationId };
}

/** One group that stays together after an undo: who, with how much. */
export type Group = { conversationId: string; identities: Identity[]; messages: number; cases: number };
export type SplitPreview = { evidenceId: string; groups: Group[] };

/** What withdrawing a piece of evidence would leave: one group when other proof holds all together. Null when there is no such evidence. */
export async function previewSplit(shopId: string, evidenceId: string): Promise<SplitPreview | null> {
  const { prisma } = database();
  const edge = await prisma.evidence.findFirst({ where: { shopId, id: evidenceId, withdrawnAt: null } });
  const end = edge && (await prisma.identity.findFirst({ where: { shopId, id: edge.identityId } }));
  if (!edge || !end) return null;
  const { identities, edges } = await loadGraph(shopId, [end.conversationId]);
  const wanted = project(
    identities,
    edges.filter((one) => one.id !== evidenceId),
    now(),
  );
  const counts = await countsOf(
    shopId,
    identities.map((one) => one.id),
  );
  const groups = [...new Set(wanted.values())].map((conversationId): Group => {
    const own = identities.filter((one) => wanted.get(one.id) === conversationId);
    const sum = (list: Map<string, number>) => own.reduce((total, one) => total + (list.get(one.id) ?? 0), 0);
    return { conversationId, identities: own, messages: sum(counts.messages), cases: sum(counts.cases) };
  });
  return { evidenceId, groups };
}

/** How many messages and cases each identity has. */
export async function countsOf(shopId: string, ids: string[]): Promise<{ messages: Map<string, number>; cases: Map<string, number> }> {
  const { prisma } = database();
  const where = { shopId, identityId: { in: ids } };
  const [messages, cases] = await Promise.all([
    prisma.message.groupBy({ by: ["identityId"], where, _count: true }),
    prisma.case.groupBy({ by: ["identityId"], where, _count: true }),
  ]);
  const asMap = (rows: { identityId: string; _count: number }[]) => new Map(rows.map((row) => [row.identityId, row._count]));
  return { messages: asMap(messages), cases: asMap(cases) };
}

/** Takes a merge or a proof back. Returns where its two ends are now; null when there is nothing to take back. */
export async function splitShopper(shopId: string, evidenceId: string, by: string): Promise<{ one: string; other: string } | null> {
  const { prisma } = database();
  const edge = await prisma.evidence.findFirst({ where: { shopId, id: evidenceId, withdrawnAt: null } });
  if (!edge) return null;
  const ids = [edge.identityId, edge.otherId];
  const before = await prisma.identity.findMany({ where: { shopId, id: { in: ids } } });
  await withdrawEvidence(shopId, evidenceId, by);
  const after = await prisma.identity.findMany({ where: { shopId, id: { in: ids } } });
  const where = (id: string) => after.find((one) => one.id === id)?.conversationId ?? "";
  const touched = new Set([...before, ...after].map((one) => one.conversationId));
  const action = edge.kind === "staff" ? "unmerged" : "withdrew-proof";
  await database().commit([...touched].map((id) => audit(shopId, by, action, id, { identityId: edge.identityId, otherId: edge.otherId })));
  return { one: where(edge.identityId), other: where(edge.otherId) };
}

/** "Not the same person": these two are not suggested again, whatever else they turn out to share. */
export async function dismissPair(shopId: string, one: string, other: string, by: string): Promise<MergeRefusal | null> {
  const sides = await bothSides(shopId, one, other);
  if (!sides.ok) return sides.because;
  const at = now();
  const rows = await rowsBetween(shopId, sides.left, sides.right);
  const decided = { dismissedAt: at, dismissedBy: by };
  const [oneId, otherId] = [sides.a.id, sides.b.id];
  const fresh = { id: newId(), shopId, oneId, otherId, score: 0, reasons: [], against: [], createdAt: at, updatedAt: at, ...decided };
  await database().commit([
    ...(rows.length > 0 ? rows.map(({ id }) => update("Suggestion", { shopId, id }, decided)) : [insert("Suggestion", fresh)]),
    ...[one, other].map((id) => audit(shopId, by, "said-two-people", id, { oneId, otherId })),
  ]);
  return null;
}

/** Takes "not the same person" back: the pair is open again. */
export async function reopenPair(shopId: string, one: string, other: string, by: string): Promise<MergeRefusal | null> {
  const sides = await bothSides(shopId, one, other);
  if (!sides.ok) return sides.because;
  const rows = (await rowsBetween(shopId, sides.left, sides.right)).filter((row) => row.dismissedAt !== null);
  if (rows.length === 0) return "not-found";
  await database().commit([
    ...rows.map(({ id }) => update("Suggestion", { shopId, id }, { dismissedAt: null, dismissedBy: null })),
    ...[one, other].map((id) => audit(shopId, by, "reopened-pair", id)),
  ]);
  return null;
}

function rowsBetween(shopId: string, left: Identity[], right: Identity[]) {
  const [lefts, rights] = [left.map((one) => one.id), right.map((one) => one.id)];
  const between = (a: string[], b: string[]) => ({ oneId: { in: a }, otherId: { in: b } });
  return database().prisma.suggestion.findMany({ where: { shopId, OR: [between(lefts, rights), between(rights, lefts)] } });
}

function audit(shopId: string, actor: string, action: string, subject: string, detail: object = {}): Write {
  return insert("Audit", { id: newId(), shopId, at: now(), actor, action, subject, detail });
}
