import { createHmac, timingSafeEqual } from "node:crypto";
import { zendeskSubdomain } from "./subdomain.ts";

export type ZendeskAccount = { subdomain: string; email: string; apiToken: string };
export type ZendeskComment = { id: number; body: string; public: boolean; author: string };
export type NewTicket = { externalId: string; subject: string; body: string; tags: string[]; idempotencyKey: string };

const timeoutMs = 15_000;

/** An answer that is no success. `retryAfterMs`: when Zendesk wants to be asked again. */
export class ZendeskError extends Error {
  readonly status: number | null;
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  constructor(status: number | null, code: string, retryAfterMs?: number) {
    super(`Zendesk: ${code}`);
    this.name = "ZendeskError";
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The ticket that we have made for a case already, if any. https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
export async function findTicket(account: ZendeskAccount, externalId: string): Promise<string | null> {
  const found = await ask(account, "GET", `/tickets.json?external_id=${encodeURIComponent(externalId)}`);
  const [ticket] = list(found.tickets);
  return ticket ? String(ticket.id) : null;
}

/** Makes a ticket whose first comment is an internal note: nothing is mailed to anybody by Zendesk. */
export async function createTicket(account: ZendeskAccount, ticket: NewTicket): Promise<string> {
  const body = {
    ticket: {
      external_id: ticket.externalId,
      subject: ticket.subject,
      comment: { body: ticket.body, public: false },
      tags: ticket.tags,
    },
  };
  const made = await ask(account, "POST", "/tickets.json", body, { "idempotency-key": ticket.idempotencyKey });
  const id = (made.ticket as { id?: unknown } | undefined)?.id;
  if (typeof id !== "number") throw new ZendeskError(null, "no-ticket-id");
  return String(id);
}

/** Adds an internal note, and opens the ticket again where it was waiting. */
export async function addNote(account: ZendeskAccount, ticketId: string, body: string): Promise<void> {
  await ask(account, "PUT", `/tickets/${ticketId}.json`, { ticket: { comment: { body, public: false }, status: "open" } });
}

/** All comments of a ticket, the oldest first, with their authors' names, and the ticket's status. */
export async function readTicket(account: ZendeskAccount, ticketId: string): Promise<{ status: string; comments: ZendeskComment[] }> {
  const shown = await ask(account, "GET", `/tickets/${ticketId}.json`);
  const comments: ZendeskComment[] = [];
  for (let path: string | null = `/tickets/${ticketId}/comments.json?include=users&page[size]=100`; path; ) {
    const page = await ask(account, "GET", path);
    const names = new Map(list(page.users).map((user) => [user.id, String(user.name ?? "")]));
    for (const one of list(page.comments))
      comments.push({
        id: Number(one.id),
        body: String(one.plain_body ?? one.body ?? ""),
        public: one.public === true,
        author: names.get(one.author_id) ?? "",
      });
    const meta = page.meta as { has_more?: boolean; after_cursor?: string } | undefined;
    path = meta?.has_more
      ? `/tickets/${ticketId}/comments.json?include=users&page[size]=100&page[after]=${encodeURIComponent(meta.after_cursor ?? "")}`
      : null;
  }
  return { status: String((shown.ticket as { status?: unknown } | undefined)?.status ?? ""), comments };
}

/** Whether Zendesk has signed this call: base64 of HMAC-SHA256 over timestamp and body, under the webhook's own secret. */
export function isSignedByZendesk(secret: string, timestamp: string, body: Buffer, signature: string): boolean {
  if (secret === "" || timestamp === "") return false;
  const wanted = createHmac("sha256", secret).update(timestamp).update(body).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

type Json = Record<string, unknown>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

async function ask(
  account: ZendeskAccount,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Json> {
  if (!zendeskSubdomain.test(account.subdomain)) throw new ZendeskError(null, "address-refused");
  const key = Buffer.from(`${account.email}/token:${account.apiToken}`).toString("base64");
  let response: Response;
  try {
    response = await fetch(`https://${account.subdomain}.zendesk.com/api/v2${path}`, {
      method,
      headers: {
        authorization: `Basic ${key}`,
        accept: "application/json",
        ...(body && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new ZendeskError(null, error instanceof Error && error.name === "TimeoutError" ? "timeout" : "network");
  }
  if (response.status < 200 || response.status > 299) {
    await response.body?.cancel();
    const seconds = Number(response.headers.get("retry-after"));
    throw new ZendeskError(response.status, `http-${response.status}`, seconds > 0 ? seconds * 1000 : undefined);
  }
  return (await response.json().catch(() => ({}))) as Json;
}
