import { lateCaseWrites } from "#app/domain/cases/case-events.server.ts";
import { watchDue } from "#app/domain/staff/due.server.ts";
import { liveStatuses } from "#app/domain/staff/staff-cases.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, type Write } from "#app/platform/db/writes.ts";

/** The time in which the shop means to answer is over, or soon will be: where nobody has, its tools are told, once for each case. */
export async function caseIsDue(shopId: string, caseId: string): Promise<Write[]> {
  const { prisma } = database();
  const row = await prisma.case.findFirst({ where: { id: caseId, shopId } });
  if (!row?.dueAt || !liveStatuses.some((one) => one === row.status)) return [];
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null }, select: { id: true, replyTimes: true } });
  const identity = await prisma.identity.findFirst({ where: { id: row.identityId, shopId } });
  if (!shop || !identity) return [];
  // Open pages show the warning.
  const shown = notify({ topic: "conversation", shopId, conversationId: identity.conversationId });
  if (row.dueAt > now()) return [...watchDue(shop, caseId, row.dueAt), shown];
  const told = await prisma.outwardEvent.findFirst({ where: { shopId, identityId: row.identityId, caseId, type: "case.late" } });
  return [...(told ? [] : await lateCaseWrites(shopId, row)), shown];
}
