import { type CaseEventType, caseRatedType } from "#app/domain/cases/case-event.ts";
import { isAlertKind } from "#app/domain/connections/connection-form.ts";
import { planSend } from "#app/domain/connections/sends.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";

/** People and help desks are told of a hand-over, and of each case once; people also when a shopper found our help bad. */
const alertType: CaseEventType = "case.escalated";
const isBadRating = ({ type, data }: { type: string; data: unknown }) =>
  type === caseRatedType && (data as { rating?: unknown }).rating === "bad";

/** Plans one event for every connection of its shop that wants it, once each. */
export async function fanOut(shopId: string, eventId: string): Promise<Write[]> {
  const { prisma } = database();
  const event = await prisma.outwardEvent.findFirst({ where: { shopId, id: eventId } });
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!event || !shop) return [];
  const connections = await prisma.connection.findMany({ where: { shopId, active: true } });
  const alerted = event.caseId ? await prisma.outwardSend.findMany({ where: { shopId, caseId: event.caseId, type: alertType } }) : [];
  return connections
    .filter(
      ({ id, kind }) =>
        kind === "webhook" ||
        (event.type === alertType && !alerted.some((send) => send.connectionId === id)) ||
        (isAlertKind(kind) && isBadRating(event)),
    )
    .flatMap((connection) => planSend(shopId, connection, event));
}
