import { type Connection, findConnection } from "#app/domain/connections/connections.server.ts";
import { keepTicket } from "#app/domain/connections/tickets.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase } from "#app/domain/staff/take-over.server.ts";
import {
  addNote,
  createTicket,
  findTicket,
  readTicket,
  type ZendeskAccount,
  type ZendeskComment,
  ZendeskError,
} from "#app/integrations/zendesk/client.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { log } from "#app/platform/log.ts";
import type { OutwardEvent } from "../../../prisma/generated/client.ts";
import { intentLabel, reasonLabels } from "../assistant/case-words.ts";
import type { SendResult } from "./send.server.ts";

const longestTranscript = 30;
const longestLine = 2_000;

/** Makes the ticket of an escalated case, once: what a lost answer may have made is looked for by the case's id first. */
export async function tellZendesk(connection: Connection, event: OutwardEvent): Promise<SendResult> {
  const account = accountOf(connection);
  const { shopId } = connection;
  try {
    const row = event.caseId ? await database().prisma.case.findFirst({ where: { shopId, id: event.caseId } }) : null;
    // A test only shows that we are let in.
    if (!row) {
      await findTicket(account, "onethread-test");
      return { outcome: "accepted" };
    }
    const { lines, seq } = await linesOf(shopId, row.identityId, 0);
    const data = event.data as { url?: string };
    const body = [row.summary, data.url, "What was said:", ...lines].filter(Boolean).join("\n\n");
    const subject = [intentLabel(row.intent), row.orderName && `order ${row.orderName}`].filter(Boolean).join(", ");
    const reason = reasonLabels[row.escalation as keyof typeof reasonLabels] ? row.escalation : "handed-over";
    const ticket = { externalId: row.id, subject, body, tags: ["onethread", row.intent, String(reason)], idempotencyKey: event.id };
    const externalId = (await findTicket(account, row.id)) ?? (await createTicket(account, ticket));
    const kept = keepTicket(shopId, { connectionId: connection.id, caseId: row.id, identityId: row.identityId, externalId, toldSeq: seq });
    return { outcome: "accepted", writes: [kept] };
  } catch (error) {
    if (!(error instanceof ZendeskError)) throw error;
    return { outcome: "failed", code: error.code, status: error.status ?? undefined, retryAfterMs: error.retryAfterMs };
  }
}

/** Adds to a ticket what the shopper has written since it was told last. What was added already is seen by the note's last line. */
export async function tellTicket(shopId: string, ticketId: string): Promise<Write[]> {
  const found = await ticketWithAccount(shopId, ticketId);
  if (!found) return [];
  const { ticket, account } = found;
  const { lines, seq } = await linesOf(shopId, ticket.identityId, ticket.toldSeq, "shopper");
  if (lines.length === 0) return [];
  const mark = `(up to ${seq})`;
  const { comments, status } = await readTicket(account, ticket.externalId);
  // A closed ticket of Zendesk takes nothing more; the conversation goes on in our inbox.
  if (status === "closed") log.warn("ticket-closed", { shopId, caseId: ticket.caseId });
  else if (!comments.some((one) => !one.public && one.body.endsWith(mark)))
    await addNote(account, ticket.externalId, [...lines, mark].join("\n\n"));
  return [update("Ticket", { id: ticketId, shopId }, { toldSeq: seq })];
}

/** Brings agents' public answers to the shopper, each once, and closes the case where the ticket is solved. */
export async function takeFromTicket(shopId: string, ticketId: string): Promise<Write[]> {
  const found = await ticketWithAccount(shopId, ticketId);
  if (!found) return [];
  const { ticket, account } = found;
  const { prisma } = database();
  const identity = await prisma.identity.findFirst({ where: { shopId, id: ticket.identityId } });
  if (!identity) return [];
  const { comments, status } = await readTicket(account, ticket.externalId);
  for (const comment of comments.filter((one) => one.public && one.body.trim() !== "")) {
    const reply = { text: comment.body, author: comment.author || "Support", clientId: `zendesk:${ticket.id}:${comment.id}` };
    const sent = await replyAsStaff(shopId, identity.conversationId, reply);
    if (sent.outcome === "refused") await sayUnsent(account, ticket.externalId, comments, comment.id, sent.because);
  }
  if (status === "solved" || status === "closed") await closeCase(shopId, ticket.caseId, "Zendesk", "solved");
  return [];
}

/** An agent sees in the ticket, once, that an answer did not leave and why. */
async function sayUnsent(
  account: ZendeskAccount,
  ticketId: string,
  comments: ZendeskComment[],
  commentId: number,
  because: string,
): Promise<void> {
  const mark = `(answer ${commentId})`;
  if (comments.some((one) => !one.public && one.body.endsWith(mark))) return;
  const why = unsent[because] ?? "it could not be delivered";
  await addNote(account, ticketId, `This answer was not sent to the shopper: ${why}. ${mark}`);
}

const unsent: Record<string, string> = {
  "window-closed": "their channel no longer allows free text",
  "not-connected": "their channel is no longer connected",
  "nobody-to-reach": "there is no channel to write to them",
  "too-long": "it is longer than 4,000 characters",
};

/** Null where the ticket or its connection is gone, or the connection is switched off. */
async function ticketWithAccount(shopId: string, ticketId: string) {
  const ticket = await database().prisma.ticket.findFirst({ where: { shopId, id: ticketId } });
  const connection = ticket && (await findConnection(shopId, ticket.connectionId));
  return ticket && connection?.active ? { ticket, account: accountOf(connection) } : null;
}

function accountOf({ config, credentials }: Connection): ZendeskAccount {
  return { subdomain: config.subdomain ?? "", email: config.email ?? "", apiToken: credentials.apiToken ?? "" };
}

/** What was said after a message, over all channels of the shopper, as lines for an agent. */
async function linesOf(shopId: string, identityId: string, after: number, author?: "shopper") {
  const { prisma } = database();
  const own = await prisma.identity.findFirst({ where: { shopId, id: identityId } });
  const people = own ? await prisma.identity.findMany({ where: { shopId, conversationId: own.conversationId } }) : [];
  const rows = await prisma.message.findMany({
    where: { shopId, identityId: { in: people.map((one) => one.id) }, seq: { gt: after }, deletedAt: null, ...(author && { author }) },
    orderBy: { seq: "desc" },
    take: longestTranscript,
  });
  const lines = rows.toReversed().map((row) => `${row.author} (${row.channel}): ${row.text.slice(0, longestLine)}`);
  return { lines, seq: rows[0]?.seq ?? after };
}
