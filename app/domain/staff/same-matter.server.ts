import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { dropDraftOf } from "#app/domain/reply-drafts/draft.server.ts";
import { waitsForApproval } from "#app/domain/reply-drafts/waiting.ts";
import { readCaseRouting } from "#app/domain/routing/case-routing.ts";
import { findPersonFor } from "#app/domain/routing/staff.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import type { Case } from "../../../prisma/generated/client.ts";
import { audit, bumpRevision, findOpenConversation } from "./conversation.server.ts";
import { watchDue } from "./due.server.ts";
import { heldOf } from "./held-exchange.ts";

/**
 * "not-one-shopper": staff have merged the two, the shopper has not proven it. "under-way": something is being done in the store.
 * "to-approve": one of the two waits for a yes or no of staff. "changed": somebody was faster.
 */
export type SameMatter =
  | { ok: true }
  | { ok: false; because: "not-found" | "over" | "not-one-shopper" | "under-way" | "to-approve" | "changed" };

const underWay = ["planned", "running", "unknown"];

/**
 * Makes one of two open cases of a shopper: `fromId` ends, and its messages, pictures and promises are of `intoId` from then on,
 * which a person has if a person had either, by the earlier of their times and as urgently. Steps and orders of the two are not
 * mixed, so nothing is merged while one of them waits for a decision that is about its own.
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
  if ([from, into].some(waitsForDecision)) return { ok: false, because: "to-approve" };
  const at = now();
  const kept = keeps(from, into);
  const ended = { status: "superseded", owner: "assistant", assignee: null };
  const told = await caseEventWrites(shopId, [
    { before: from, after: { ...from, ...ended } },
    { before: into, after: { ...into, ...kept } },
  ]);
  const changed = (row: Case, changes: Parameters<typeof update<"Case">>[2]): Write =>
    update("Case", { id: row.id, shopId, version: row.version }, { ...changes, updatedAt: at, version: increment() }, 1);
  const shop = await database().prisma.shop.findFirstOrThrow({ where: { id: shopId }, select: { id: true, replyTimes: true } });
  const waits = kept.owner === "staff" && kept.assignee === null;
  const writes = [
    changed(from, { ...ended, dueAt: null, expecting: null, closedAt: at }),
    changed(into, kept),
    dropDraftOf(shopId, fromId),
    ...own.map((one) => update("Message", { shopId, identityId: one.id, caseId: fromId }, { caseId: intoId })),
    update("Photo", { shopId, caseId: fromId }, { caseId: intoId }),
    update("Obligation", { shopId, caseId: fromId, state: "open" }, { caseId: intoId }),
    ...told,
    ...watchDue(shop, intoId, kept.dueAt),
    ...(waits ? [findPersonFor(shopId, intoId)] : []),
    ...bumpRevision(open.conversation),
    audit(shopId, by, "merged-cases", conversationId, { caseId: intoId, merged: fromId }),
  ];
  try {
    await database().commit(writes);
  } catch (error) {
    if (error instanceof StaleWrite) return { ok: false, because: "changed" };
    throw error;
  }
  return { ok: true };
}

/** A change that the shopper said yes to, or a reply that is written: the decision is of this case and would be lost with it. */
const waitsForDecision = (row: Case) => heldOf(row.flow, row.state) !== undefined || waitsForApproval(row);

function keeps(from: Case, into: Case) {
  const dues = [from.dueAt, into.dueAt].filter((one) => one !== null).map((one) => one.getTime());
  const fromStaff = from.owner === "staff" && into.owner !== "staff";
  // Of two people's ways to a case the one counts by which whoever has it now came to it.
  const [first, second] = fromStaff || (into.assignee === null && from.assignee !== null) ? [from, into] : [into, from];
  const routing = { ...readCaseRouting(second.routing), ...readCaseRouting(first.routing) };
  const { owner, status, escalation } = fromStaff ? from : into;
  return {
    owner,
    status,
    escalation,
    assignee: first.assignee,
    dueAt: dues.length > 0 ? new Date(Math.min(...dues)) : null,
    urgent: from.urgent || into.urgent,
    teamId: first.teamId ?? second.teamId,
    ...(Object.keys(routing).length > 0 && { routing }),
    ...(fromStaff && { expecting: null, summary: into.summary ?? from.summary }),
  };
}
