import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

/** A case's ticket in a help desk, written once. */
export function keepTicket(
  shopId: string,
  ticket: { connectionId: string; caseId: string; identityId: string; externalId: string; toldSeq: number },
): Write {
  return insert("Ticket", { id: newId(), shopId, ...ticket, createdAt: now() }, { ifAbsent: true });
}

/** Has the tickets of these cases told what the shopper has written since. Nothing where no help desk has them. */
export async function tellTickets(shopId: string, caseIds: string[]): Promise<Write[]> {
  if (caseIds.length === 0) return [];
  const tickets = await database().prisma.ticket.findMany({ where: { shopId, caseId: { in: caseIds } }, select: { id: true } });
  return tickets.map(({ id }) =>
    enqueue(shopId, "ticket.tell", { ticketId: id }, { runAt: now(), key: `ticket-tell:${id}`, queue: `ticket:${id}` }),
  );
}

/** Reads a ticket again: the help desk says that something has happened to it. */
export async function readTicketSoon(shopId: string, connectionId: string, externalId: string): Promise<boolean> {
  const ticket = await database().prisma.ticket.findFirst({ where: { shopId, connectionId, externalId } });
  if (!ticket) return false;
  const job = enqueue(
    shopId,
    "ticket.read",
    { ticketId: ticket.id },
    { runAt: now(), key: `ticket-read:${ticket.id}`, queue: `ticket:${ticket.id}` },
  );
  await database().commit([job]);
  return true;
}
