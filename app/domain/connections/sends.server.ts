import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { isAlertKind } from "./connection-form.ts";

const logLength = 20;

/** The type of an event that only says that the connection works. */
export const testType = "connection.test";

/** The newest that went, or is to go, to one connection. */
export function connectionLog(shopId: string, connectionId: string) {
  return database().prisma.outwardSend.findMany({
    where: { shopId, connectionId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: logLength,
  });
}

/** Alerts keep such a distance, in milliseconds: what comes meanwhile is told together. */
const alertPause = 2 * 60_000;

/** An event on its way to a connection: a row, once, and the job that takes it there. */
export function planSend(
  shopId: string,
  connection: { id: string; kind: string; alertedAt: Date | null },
  event: { id: string; type: string; identityId?: string | null; caseId?: string | null },
): Write[] {
  const connectionId = connection.id;
  const { id: eventId, type, identityId = null, caseId = null } = event;
  const row = { id: newId(), shopId, connectionId, eventId, identityId, caseId, type, state: "waiting", attempts: 0, createdAt: now() };
  return [insert("OutwardSend", row), firstTry(shopId, connection, row.id)];
}

function firstTry(shopId: string, { id, kind, alertedAt }: { id: string; kind: string; alertedAt: Date | null }, sendId: string): Write {
  const at = now();
  if (!isAlertKind(kind)) return trySend(shopId, id, sendId, at);
  return alertSoon(shopId, id, new Date(Math.max(at.getTime(), (alertedAt?.getTime() ?? 0) + alertPause)));
}

/** Everything that waits for a connection of staff leaves as one alert. */
export function alertSoon(shopId: string, connectionId: string, runAt: Date): Write {
  return enqueue(shopId, "outward.alert", { connectionId }, { runAt, key: `alert:${connectionId}`, queue: `outward:${connectionId}` });
}

/** One connection's deliveries go one after the other, so that a slow receiver holds up nobody else's. */
export function trySend(shopId: string, connectionId: string, sendId: string, runAt: Date): Write {
  return enqueue(shopId, "outward.send", { sendId }, { runAt, key: `outward:${sendId}`, queue: `outward:${connectionId}` });
}

/** Sends a connection something that is no case. False for another shop's, and for one that is switched off. */
export async function sendTest(shopId: string, connectionId: string): Promise<boolean> {
  const connection = await database().prisma.connection.findFirst({ where: { id: connectionId, shopId, active: true } });
  if (!connection) return false;
  const event = { id: newId(), type: testType };
  await database().commit([
    insert("OutwardEvent", { ...event, shopId, at: now(), data: { connectionId } }),
    ...planSend(shopId, connection, event),
  ]);
  return true;
}

/** Tries again what was given up. False for another shop's, and for what waits already or has arrived. */
export async function retrySend(shopId: string, sendId: string): Promise<boolean> {
  const send = await database().prisma.outwardSend.findFirst({ where: { id: sendId, shopId, state: "failed" } });
  const connection = send && (await database().prisma.connection.findFirst({ where: { id: send.connectionId, shopId } }));
  if (!send || !connection) return false;
  await database().commit([
    update("OutwardSend", { id: sendId, shopId, state: "failed" }, { state: "waiting", attempts: 0, error: null }, 1),
    firstTry(shopId, connection, sendId),
  ]);
  return true;
}
