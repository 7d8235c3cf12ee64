import { planSend } from "#app/domain/connections/sends.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";

/** Plans one event for every connection of its shop that wants it, once each. */
export async function fanOut(shopId: string, eventId: string): Promise<Write[]> {
  const { prisma } = database();
  const event = await prisma.outwardEvent.findFirst({ where: { shopId, id: eventId } });
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!event || !shop) return [];
  const connections = await prisma.connection.findMany({ where: { shopId, active: true } });
  return connections.flatMap(({ id }) => planSend(shopId, id, event));
}
