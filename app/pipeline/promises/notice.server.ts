import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { findPersonFor } from "#app/domain/routing/staff.server.ts";
import { audit, bumpRevision, findOpenConversation } from "#app/domain/staff/conversation.server.ts";
import { watchDue } from "#app/domain/staff/due.server.ts";
import { questionFlow } from "#app/domain/staff/staff-cases.ts";
import { now } from "#app/platform/clock.ts";
import { increment, insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Case, Identity, Obligation } from "../../../prisma/generated/client.ts";

const reason = "promise-due";

/**
 * Puts a promise that is due before staff: its case, or where that is over a new one, waits for them with the promise's own time.
 * A case in which staff's time runs already says so itself.
 */
export async function showStaff(
  row: Obligation,
  identity: Identity,
  orderName: string | null,
): Promise<{ caseId: string | null; writes: Write[] }> {
  const { shopId } = row;
  const open = await findOpenConversation(shopId, identity.conversationId);
  if (!open) return { caseId: row.caseId, writes: [] };
  const own = open.cases.find((one) => one.id === row.caseId) ?? open.cases.findLast((one) => one.owner === "staff") ?? open.cases.at(-1);
  if (own?.owner === "staff" && own.dueAt && own.dueAt <= row.dueAt) return { caseId: own.id, writes: [] };
  const change = { status: "escalated", owner: "staff", escalation: reason, dueAt: row.dueAt, updatedAt: now() };
  const after = own ? { ...own, ...change } : newCase(row, identity, orderName, change);
  const { id: caseId } = after;
  const writes = [
    own
      ? update("Case", { id: caseId, shopId, version: own.version }, { ...change, expecting: null, version: increment() }, 1)
      : insert("Case", after as Parameters<typeof insert<"Case">>[1]),
    ...(await caseEventWrites(shopId, [{ before: own ?? null, after }])),
    ...(own?.assignee ? [] : [findPersonFor(shopId, caseId)]),
    ...watchDue({ id: shopId, replyTimes: null }, caseId, row.dueAt),
    ...bumpRevision(open.conversation, { unread: true }),
    audit(shopId, "assistant", "handed-over", open.conversation.id, { caseId, reason }),
  ];
  return { caseId, writes };
}

function newCase(row: Obligation, identity: Identity, orderName: string | null, change: Pick<Case, "status" | "owner" | "updatedAt">) {
  const at = now();
  const { shopId, orderId } = row;
  const begun = { id: newId(), shopId, identityId: identity.id, flow: questionFlow, intent: "speak_to_human", state: {} };
  return { ...begun, orderId, orderName, version: 0, doubts: 0, openedAt: at, ...change };
}
