import { createHmac } from "node:crypto";
import { type Double, Faults, type History, type SandboxClock } from "../double.ts";

type Comment = { id: number; body: string; public: boolean; author_id: number; at: Date };
export type ZendeskTicket = {
  id: number;
  external_id: string | null;
  subject: string;
  status: string;
  tags: string[];
  comments: Comment[];
};

const account = { subdomain: "lindenloom", email: "help@linden-loom.example", apiToken: "sandbox-zendesk-token" };
const signingSecret = "sandbox-zendesk-signing-secret";
const pageSize = 100;
const problem = (status: number, error: string, description: string) => Response.json({ error, description }, { status });

/**
 * A Zendesk account: tickets over its API as far as we use it, agents who answer in it, and a webhook that tells of it. Faults know
 * the calls as `ticket.create`, `ticket.search`, `ticket.update`, `ticket.show` and `ticket.comments`.
 */
export class ZendeskDouble implements Double {
  readonly name = "zendesk";
  readonly hosts = [`${account.subdomain}.zendesk.com`];
  readonly account = account;
  readonly signingSecret = signingSecret;
  readonly faults = new Faults();
  readonly tickets: ZendeskTicket[] = [];
  readonly #users = new Map<number, string>([[1, "Help at Linden & Loom"]]);
  readonly #answers = new Map<string, number>();
  readonly #history: History;
  readonly #clock: SandboxClock;
  #comments = 0;

  constructor(history: History, clock: SandboxClock) {
    this.#history = history;
    this.#clock = clock;
  }

  /** An agent writes in a ticket, publicly unless told otherwise. */
  agentWrites(ticketId: number, agent: string, body: string, { isPublic = true } = {}): void {
    const known = [...this.#users].find(([, name]) => name === agent)?.[0];
    const author = known ?? this.#users.size + 1;
    this.#users.set(author, agent);
    this.addComment(this.ticket(ticketId), body, isPublic, author);
  }

  solve(ticketId: number): void {
    this.ticket(ticketId).status = "solved";
  }

  /** What the account's trigger posts to the address that the merchant entered, signed as Zendesk signs. */
  webhook(ticketId: number): { body: string; headers: Record<string, string> } {
    const body = JSON.stringify({ ticket_id: String(ticketId) });
    const timestamp = this.#clock.now().toISOString();
    const signature = createHmac("sha256", signingSecret)
      .update(timestamp + body)
      .digest("base64");
    const signed = { "x-zendesk-webhook-signature": signature, "x-zendesk-webhook-signature-timestamp": timestamp };
    return { body, headers: { "content-type": "application/json", ...signed } };
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const fault = this.faults.take(operationOf(request.method, url));
    if (fault?.kind === "status") return problem(fault.status, "Unavailable", "Try again later");
    if (fault?.kind === "throttle") return new Response("", { status: 429, headers: { "retry-after": "60" } });
    if (fault?.kind === "reset") return lostReply();
    const answer = await this.answer(request, url);
    return fault?.kind === "lost-reply" ? lostReply() : answer;
  }

  private async answer(request: Request, url: URL): Promise<Response> {
    const given = /^Basic (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    if (Buffer.from(given, "base64").toString() !== `${account.email}/token:${account.apiToken}`)
      return problem(401, "Couldn't authenticate you", "");
    const path = url.pathname;
    if (path === "/api/v2/tickets.json" && request.method === "GET") {
      const wanted = url.searchParams.get("external_id");
      return Response.json({ tickets: this.tickets.filter((one) => wanted === null || one.external_id === wanted).map(shown) });
    }
    if (path === "/api/v2/tickets.json" && request.method === "POST") return this.create(request);
    const [, id, rest] = /^\/api\/v2\/tickets\/(\d+)(\/comments)?\.json$/.exec(path) ?? [];
    const ticket = this.tickets.find((one) => String(one.id) === id);
    if (!ticket) return problem(404, "RecordNotFound", "Not found");
    if (rest) return this.comments(ticket, url);
    return request.method === "PUT" ? this.update(ticket, request) : Response.json({ ticket: shown(ticket) });
  }

  private async create(request: Request): Promise<Response> {
    const key = request.headers.get("idempotency-key");
    const before = key ? this.tickets.find((one) => one.id === this.#answers.get(key)) : undefined;
    if (before) return Response.json({ ticket: shown(before) }, { status: 201, headers: { "x-idempotency-lookup": "hit" } });
    const { ticket } = (await request.json()) as {
      ticket?: { comment?: { body?: string; public?: boolean }; external_id?: string; subject?: string; tags?: string[] };
    };
    if (!ticket?.comment?.body) return problem(422, "RecordInvalid", "Description: cannot be blank");
    const made: ZendeskTicket = {
      id: this.tickets.length + 1001,
      external_id: ticket.external_id ?? null,
      subject: ticket.subject ?? "",
      status: "new",
      tags: ticket.tags ?? [],
      comments: [],
    };
    this.tickets.push(made);
    if (key) this.#answers.set(key, made.id);
    this.addComment(made, ticket.comment.body, ticket.comment.public ?? true, 1);
    this.#history.record(this.name, "ticket.create", { id: made.id, externalId: made.external_id }, this.#clock.now());
    return Response.json({ ticket: shown(made) }, { status: 201 });
  }

  private async update(ticket: ZendeskTicket, request: Request): Promise<Response> {
    if (ticket.status === "closed") return problem(422, "RecordInvalid", "Status: closed prevents ticket update");
    const { ticket: change } = (await request.json()) as { ticket?: { comment?: { body?: string; public?: boolean }; status?: string } };
    if (change?.comment?.body) this.addComment(ticket, change.comment.body, change.comment.public ?? true, 1);
    if (change?.status) ticket.status = change.status;
    this.#history.record(this.name, "ticket.update", { id: ticket.id, body: change?.comment?.body }, this.#clock.now());
    return Response.json({ ticket: shown(ticket) });
  }

  private comments(ticket: ZendeskTicket, url: URL): Response {
    const after = Number(url.searchParams.get("page[after]") ?? 0);
    const rows = ticket.comments.slice(after, after + pageSize);
    const users = [...new Set(rows.map((one) => one.author_id))].map((id) => ({ id, name: this.#users.get(id) ?? "" }));
    const comments = rows.map(({ at, ...one }) => ({ ...one, plain_body: one.body, type: "Comment", created_at: at.toISOString() }));
    const end = after + rows.length;
    return Response.json({ comments, users, meta: { has_more: end < ticket.comments.length, after_cursor: String(end) } });
  }

  private addComment(ticket: ZendeskTicket, body: string, isPublic: boolean, author: number): void {
    this.#comments += 1;
    ticket.comments.push({ id: 5000 + this.#comments, body, public: isPublic, author_id: author, at: this.#clock.now() });
  }

  private ticket(id: number): ZendeskTicket {
    const found = this.tickets.find((one) => one.id === id);
    if (!found) throw new Error(`Zendesk has no ticket ${id}.`);
    return found;
  }
}

function operationOf(method: string, { pathname, search }: URL): string {
  if (pathname.endsWith("/comments.json")) return "ticket.comments";
  if (pathname.endsWith("/tickets.json")) return method === "POST" ? "ticket.create" : search ? "ticket.search" : "ticket.list";
  return method === "PUT" ? "ticket.update" : "ticket.show";
}

const shown = ({ comments: _, ...ticket }: ZendeskTicket) => ticket;

/** The sandbox's HTTP server destroys the socket when it sees this header. */
function lostReply(): Response {
  return new Response(null, { status: 502, headers: { "x-sandbox-lost-reply": "1" } });
}
