import { createHmac, timingSafeEqual } from "node:crypto";
import { type Double, type Fault, Faults, type History, type SandboxClock } from "../double.ts";
import { receiverHosts } from "./divert.ts";

export type ReceivedWebhook = {
  id: string;
  host: string;
  path: string;
  body: { type: string; timestamp: string; data: Record<string, unknown> };
  raw: string;
  headers: Record<string, string>;
};

const tolerance = 5 * 60;

/**
 * A tool of a shop's own that takes webhooks as Standard Webhooks describes: it knows its secret, refuses what is not signed with
 * it or is too old, and takes a repeated id without acting on it again. Faults know its calls as `webhook`.
 */
export class ReceiverDouble implements Double {
  readonly name = "receiver";
  readonly hosts = [receiverHosts];
  readonly faults = new Faults();
  /** Everything that came with a good signature, repeats too, in order. */
  readonly received: ReceivedWebhook[] = [];
  /** How many calls were refused for their signature. */
  refused = 0;
  readonly #secrets = new Map<string, string>();
  readonly #history: History;
  readonly #clock: SandboxClock;

  constructor(history: History, clock: SandboxClock) {
    this.#history = history;
    this.#clock = clock;
  }

  /** The merchant pastes the secret of a connection into the tool that lies at this host. */
  trust(host: string, secret: string): void {
    this.#secrets.set(host, secret);
  }

  /** What has come, each id once. */
  get distinct(): ReceivedWebhook[] {
    return [...new Map(this.received.map((one) => [one.id, one])).values()];
  }

  async handle(request: Request): Promise<Response> {
    const fault = this.faults.take("webhook");
    if (fault?.kind === "reset") return lostReply();
    if (fault?.kind === "hang") {
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return lostReply();
    }
    if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const early = fault && answerOf(fault);
    if (early) return early;
    const answer = await this.take(request);
    return fault?.kind === "lost-reply" ? lostReply() : answer;
  }

  private async take(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const raw = await request.text();
    const headers = Object.fromEntries(request.headers);
    if (request.method !== "POST") return Response.json({ error: "method" }, { status: 405 });
    if (!this.isSigned(url.hostname, headers, raw)) {
      this.refused += 1;
      return Response.json({ error: "signature" }, { status: 401 });
    }
    const id = headers["webhook-id"] ?? "";
    const isRepeat = this.received.some((one) => one.id === id);
    const webhook = { id, host: url.hostname, path: url.pathname, body: JSON.parse(raw) as ReceivedWebhook["body"], raw, headers };
    this.received.push(webhook);
    if (!isRepeat) this.#history.record(this.name, "webhook", { id, type: webhook.body.type, ...webhook.body.data });
    return new Response(null, { status: 204 });
  }

  private isSigned(host: string, headers: Record<string, string>, raw: string): boolean {
    const { "webhook-id": id = "", "webhook-timestamp": timestamp = "", "webhook-signature": signatures = "" } = headers;
    const age = Math.abs(this.#clock.now().getTime() / 1000 - Number(timestamp));
    if (!(age < tolerance)) return false;
    const key = Buffer.from((this.#secrets.get(host) ?? "").replace("whsec_", ""), "base64");
    if (key.length < 24) return false;
    const wanted = createHmac("sha256", key).update(`${id}.${timestamp}.${raw}`).digest();
    return signatures.split(" ").some((one) => {
      const given = Buffer.from(one.replace(/^v1,/, ""), "base64");
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    });
  }
}

function answerOf(fault: Fault): Response | undefined {
  if (fault.kind === "status") return Response.json(fault.body ?? {}, { status: fault.status, headers: fault.headers });
  if (fault.kind === "throttle") return Response.json({}, { status: 429, headers: { "retry-after": "120" } });
  return undefined;
}

/** The sandbox's HTTP server destroys the socket when it sees this header. */
function lostReply(): Response {
  return new Response(null, { status: 502, headers: { "x-sandbox-lost-reply": "1" } });
}
