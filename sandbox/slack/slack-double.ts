import { type Double, Faults, type History, type SandboxClock } from "../double.ts";

const plain = (text: string, status: number, headers: Record<string, string> = {}) => new Response(text, { status, headers });

/** Slack's incoming webhooks: each address posts to one channel. Answers in words, as Slack does. Faults know it as `message`. */
export class SlackDouble implements Double {
  readonly name = "slack";
  readonly hosts = ["hooks.slack.com"];
  readonly faults = new Faults();
  /** What each channel shows, by the address it is posted through, oldest first. */
  readonly channels = new Map<string, string[]>();
  readonly #history: History;
  readonly #clock: SandboxClock;

  constructor(history: History, clock: SandboxClock) {
    this.#history = history;
    this.#clock = clock;
  }

  /** A workspace's admin makes an incoming webhook; its address is the secret. */
  newWebhook(name: string): string {
    const address = `https://hooks.slack.com/services/T00000001/B${String(this.channels.size + 1).padStart(8, "0")}/${name.replace(/[^A-Za-z0-9]/g, "")}`;
    this.channels.set(address, []);
    return address;
  }

  async handle(request: Request): Promise<Response> {
    const fault = this.faults.take("message");
    if (fault?.kind === "status") return plain("rollup_error", fault.status, fault.headers);
    if (fault?.kind === "throttle") return plain("rate_limited", 429, { "retry-after": "30" });
    if (fault?.kind === "reset") return lostReply();
    if (fault?.kind === "hang" || fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const answer = await this.take(request);
    return fault?.kind === "lost-reply" || fault?.kind === "hang" ? lostReply() : answer;
  }

  private async take(request: Request): Promise<Response> {
    if (request.method !== "POST") return plain("invalid_payload", 400);
    const channel = this.channels.get(request.url);
    if (!channel) return plain("no_service", 404);
    const body = (await request.json().catch(() => null)) as { text?: unknown } | null;
    if (body === null) return plain("invalid_payload", 400);
    if (typeof body.text !== "string" || body.text === "") return plain("no_text", 400);
    channel.push(body.text);
    this.#history.record(this.name, "message", { text: body.text }, this.#clock.now());
    return plain("ok", 200);
  }
}

/** The sandbox's HTTP server destroys the socket when it sees this header. */
function lostReply(): Response {
  return new Response(null, { status: 502, headers: { "x-sandbox-lost-reply": "1" } });
}
