import { type AlertKind, isAlertKind } from "#app/domain/connections/connection-form.ts";
import { type Connection, findConnection } from "#app/domain/connections/connections.server.ts";
import { trySend } from "#app/domain/connections/sends.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update, type Write } from "#app/platform/db/writes.ts";
import { log } from "#app/platform/log.ts";
import type { OutwardEvent, OutwardSend } from "../../../prisma/generated/client.ts";

/** How one try ended. `gone`: the other side wants nothing more, ever. */
export type SendResult =
  | { outcome: "accepted"; status?: number /** What follows from it here. */; writes?: Write[] }
  | { outcome: "failed"; code: string; status?: number; retryAfterMs?: number }
  | { outcome: "gone"; status: number; issue: string };
export type Wires = Record<Exclude<Connection["kind"], AlertKind>, (connection: Connection, event: OutwardEvent) => Promise<SendResult>>;

const minute = 60_000;
/** Between the tries of one delivery: eleven in a day, in milliseconds. */
const pauses = [10_000, minute, 5 * minute, 15 * minute, 30 * minute, 60 * minute, 120 * minute, 240 * minute, 360 * minute, 600 * minute];
/** A connection that has taken nothing for so long is switched off. */
const patience = 5 * 24 * 60 * minute;

/** Tries one delivery, and plans the next try where it fails. The same event keeps its id, so a receiver can tell a repeat. */
export async function sendOutward(shopId: string, sendId: string, wires: Wires): Promise<Write[]> {
  const { prisma } = database();
  const send = await prisma.outwardSend.findFirst({ where: { shopId, id: sendId, state: "waiting" } });
  if (!send) return [];
  const connection = await findConnection(shopId, send.connectionId);
  const event = await prisma.outwardEvent.findFirst({ where: { shopId, id: send.eventId } });
  const installed = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!connection?.active || !event || !installed) {
    return [update("OutwardSend", { id: sendId, shopId }, { state: "failed", error: connection?.active ? "gone" : "switched-off" })];
  }
  if (isAlertKind(connection.kind)) return [];
  const result = await wires[connection.kind](connection, event);
  if (result.outcome !== "accepted") {
    const { outcome, status } = result;
    const code = result.outcome === "failed" ? result.code : undefined;
    log.warn("outward-not-taken", { shopId, task: connection.kind, outcome, status, code, attempts: send.attempts + 1 });
  }
  const followed = result.outcome === "accepted" ? (result.writes ?? []) : [];
  return [...afterTry(send, result), ...followed, ...standing(connection, result), notify({ topic: "connection", shopId })];
}

function afterTry(send: OutwardSend, result: SendResult): Write[] {
  const pause = result.outcome === "failed" ? nextPause(send, result) : null;
  const again = pause === null ? [] : [trySend(send.shopId, send.connectionId, send.id, new Date(now().getTime() + pause))];
  return [tried(send, result), ...again];
}

/** How long to wait before the next try, in milliseconds; null when there is none. */
export function nextPause(send: OutwardSend, result: { retryAfterMs?: number }): number | null {
  const pause = pauses[send.attempts];
  return pause === undefined ? null : Math.max(pause, result.retryAfterMs ?? 0);
}

/** What the log says of a try. */
export function tried(send: OutwardSend, result: SendResult): Write {
  const attempts = send.attempts + 1;
  const givenUp = result.outcome === "gone" || (result.outcome === "failed" && nextPause(send, result) === null);
  const state = result.outcome === "accepted" ? "sent" : givenUp ? "failed" : "waiting";
  const error = result.outcome === "failed" ? result.code : result.outcome === "gone" ? "gone" : null;
  return update(
    "OutwardSend",
    { id: send.id, shopId: send.shopId },
    { attempts, triedAt: now(), status: result.status ?? null, state, error },
  );
}

/** What a try says of the connection itself. */
export function standing({ id, shopId, failingSince, issue }: Connection, result: SendResult): Write[] {
  const write = (set: Parameters<typeof update<"Connection">>[2]) => [update("Connection", { id, shopId }, set)];
  if (result.outcome === "accepted") return failingSince || issue ? write({ failingSince: null, issue: null }) : [];
  if (result.outcome === "gone") {
    return write({ active: false, issue: result.issue });
  }
  if (!failingSince) return write({ failingSince: now() });
  if (now().getTime() - failingSince.getTime() < patience) return [];
  return write({ active: false, issue: "Nothing was taken for five days. It was switched off; switch it on once the cause is mended." });
}
