import type { IncomingMessage, ServerResponse } from "node:http";
import { connectionById } from "#app/domain/connections/connections.server.ts";
import { readTicketSoon } from "#app/domain/connections/tickets.server.ts";
import { isSignedByZendesk } from "#app/integrations/zendesk/client.server.ts";
import { answerText, header, parseJson, Refusal, readBody } from "./http.ts";

const mostBytes = 100_000;

/**
 * Zendesk tells that something has happened to a ticket. Of the body only the ticket's number is used: what happened is read from
 * Zendesk itself, so that a repeated call does nothing.
 */
export async function receiveZendeskWebhook(connectionId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readBody(request, mostBytes);
  const connection = await connectionById(connectionId);
  const timestamp = header(request, "x-zendesk-webhook-signature-timestamp") ?? "";
  const signature = header(request, "x-zendesk-webhook-signature") ?? "";
  const secret = connection?.kind === "zendesk" ? (connection.credentials.signingSecret ?? "") : "";
  if (!connection || !isSignedByZendesk(secret, timestamp, raw, signature)) throw new Refusal(401, "The signature is missing or wrong.");
  const body = parseJson(raw);
  const named = body !== null && typeof body === "object" && "ticket_id" in body ? String(body.ticket_id) : "";
  // Zendesk's triggers may also tell of tickets that are none of ours.
  if (connection.active && /^\d{1,20}$/.test(named)) await readTicketSoon(connection.shopId, connection.id, named);
  answerText(response, 200, "ok");
}
