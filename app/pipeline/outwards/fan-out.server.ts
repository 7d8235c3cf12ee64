import { caseRatedType } from "#app/domain/cases/case-event.ts";
import { planSend } from "#app/domain/connections/sends.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";

/** What connections other than webhooks are told: people of hand-overs, of shoppers who wait too long and of help that was bad, help desks of hand-overs; of each case once. */
const alertTypes: Partial<Record<string, readonly string[]>> = {
  email: ["case.escalated", "case.late", caseRatedType],
  slack: ["case.escalated", "case.late", caseRatedType],
  zendesk: ["case.escalated"],
};

/** Plans one event for every connection of its shop that wants it, once each. */
export async function fanOut(shopId: string, eventId: string): Promise<Write[]> {
  const { prisma } = database();
  const event = await prisma.outwardEvent.findFirst({ where: { shopId, id: eventId } });
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!event || !shop) return [];
  const connections = await prisma.connection.findMany({ where: { shopId, active: true } });
  const alerted = event.caseId ? await prisma.outwardSend.findMany({ where: { shopId, caseId: event.caseId, type: event.type } }) : [];
  return connections
    .filter(({ id, kind }) => kind === "webhook" || (isAlert(kind, event) && !alerted.some((send) => send.connectionId === id)))
    .flatMap((connection) => planSend(shopId, connection, event));
}

/** Of ratings only a bad one is news for people. */
function isAlert(kind: string, { type, data }: { type: string; data: unknown }): boolean {
  const wanted = alertTypes[kind]?.includes(type) === true;
  return wanted && (type !== caseRatedType || (data as { rating?: unknown }).rating === "bad");
}
