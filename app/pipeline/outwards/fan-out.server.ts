import type { CaseEventType } from "#app/domain/cases/case-event.ts";
import { planSend } from "#app/domain/connections/sends.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";

/** What connections other than webhooks are told: people of hand-overs and of shoppers who wait too long, help desks of hand-overs; of each case once. */
const alertTypes: Partial<Record<string, readonly CaseEventType[]>> = {
  email: ["case.escalated", "case.late"],
  slack: ["case.escalated", "case.late"],
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
    .filter(({ id, kind }) => kind === "webhook" || (isAlert(kind, event.type) && !alerted.some((send) => send.connectionId === id)))
    .flatMap((connection) => planSend(shopId, connection, event));
}

const isAlert = (kind: string, type: string): boolean => alertTypes[kind]?.some((one) => one === type) === true;
