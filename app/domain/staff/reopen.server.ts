import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { audit, bumpRevision, type OpenConversation } from "./conversation.server.ts";

/**
 * The writes that open a case of this conversation again, for whoever does it: it was closed too early, or something of it is
 * left. Why it was handed over of old is over; nobody has waited meanwhile, so no time to answer runs. StaleWrite where it is no
 * longer as it was.
 */
export async function reopenWrites(shopId: string, open: OpenConversation, caseId: string, by: string): Promise<Write[]> {
  const identityId = { in: open.identities.map((one) => one.id) };
  const row = await database().prisma.case.findFirst({ where: { id: caseId, shopId, identityId, status: "done" } });
  if (!row) throw new StaleWrite("Case");
  const change = { status: "open", owner: "staff", assignee: by, escalation: null, outcome: null, heldBy: null };
  const again = { ...change, expecting: null, dueAt: null, closedAt: null, updatedAt: now(), version: increment() };
  return [
    update("Case", { id: caseId, shopId, version: row.version }, again, 1),
    ...(await caseEventWrites(shopId, [{ before: row, after: { ...row, ...change } }])),
    ...bumpRevision(open.conversation),
    audit(shopId, by, "opened-again", open.conversation.id, { caseId }),
  ];
}
