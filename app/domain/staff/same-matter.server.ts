import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, update, type Write } from "#app/platform/db/writes.ts";
import type { Case } from "../../../prisma/generated/client.ts";
import { audit, bumpRevision, findOpenConversation } from "./conversation.server.ts";

/** "not-one-shopper": staff have merged the two, the shopper has not proven it. "under-way": something is being done in the store. */
export type SameMatter = { ok: true } | { ok: false; because: "not-found" | "over" | "not-one-shopper" | "under-way" };

const underWay = ["planned", "running", "unknown"];

/**
 * Makes one of two open cases of a shopper: `fromId` ends, and its messages, pictures and promises are of `intoId` from then on,
 * which a person has if a person had either, by the earlier of their times. Steps and orders of the two are not mixed.
 */
export async function mergeCases(shopId: string, conversationId: string, fromId: string, intoId: string, by: string): Promise<SameMatter> {
  const open = await findOpenConversation(shopId, conversationId);
  if (!open) return { ok: false, because: "not-found" };
  const [from, into] = [fromId, intoId].map((id) => open.cases.find((one) => one.id === id));
  if (!from || !into || from === into) return { ok: false, because: "over" };
  const holder = open.identities.find((one) => one.id === into.identityId);
  const own = holder ? await membersToTell(holder) : [];
  if (!own.some((one) => one.id === from.identityId)) return { ok: false, because: "not-one-shopper" };
  const effect = await database().prisma.effect.findFirst({ where: { shopId, caseId: fromId, state: { in: underWay } } });
  if (effect || from.status === "working") return { ok: false, because: "under-way" };
  const at = now();
  const kept = keeps(from, into);
  const ended = { status: "superseded", owner: "assistant", assignee: null };
  const told = await caseEventWrites(shopId, [
    { before: from, after: { ...from, ...ended } },
    { before: into, after: { ...into, ...kept } },
  ]);
  const changed = (row: Case, changes: Parameters<typeof update<"Case">>[2]): Write =>
    update("Case", { id: row.id, shopId, version: row.version }, { ...changes, updatedAt: at, version: increment() }, 1);
  await database().commit([
    changed(from, { ...ended, dueAt: null, expecting: null, closedAt: at }),
    changed(into, kept),
    ...own.map((one) => update("Message", { shopId, identityId: one.id, caseId: fromId }, { caseId: intoId })),
    update("Photo", { shopId, caseId: fromId }, { caseId: intoId }),
    update("Obligation", { shopId, caseId: fromId, state: "open" }, { caseId: intoId }),
    ...told,
    ...bumpRevision(open.conversation),
    audit(shopId, by, "merged-cases", conversationId, { caseId: intoId, merged: fromId }),
  ]);
  return { ok: true };
}

function keeps(from: Case, into: Case) {
  const dues = [from.dueAt, into.dueAt].filter((one) => one !== null).map((one) => one.getTime());
  const dueAt = dues.length > 0 ? new Date(Math.min(...dues)) : null;
  if (into.owner === "staff" || from.owner !== "staff") return { dueAt, assignee: into.assignee ?? from.assignee };
  const { owner, assignee, status, escalation } = from;
  return { owner, assignee, status, escalation, dueAt, expecting: null, summary: into.summary ?? from.summary };
}
