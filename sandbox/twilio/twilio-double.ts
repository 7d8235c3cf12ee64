import { randomBytes } from "node:crypto";
import { type Double, type Fault, Faults, type History, type SandboxClock } from "../double.ts";

export type Sms = { sid: string; to: string; from: string; body: string; at: Date };
export type TwilioAccount = { accountSid: string; authToken: string; sender: string };

const trouble = (status: number, code: number, message: string) =>
  Response.json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, { status });

/** Twilio's Messages.json: basic auth, a form, its refusals; phones read what arrives. Faults know it as `sms.send`. */
export class TwilioDouble implements Double {
  readonly name = "twilio";
  readonly hosts = ["api.twilio.com"];
  readonly faults = new Faults();
  readonly sent: Sms[] = [];
  /** Numbers whose owner has answered STOP. */
  readonly optedOut = new Set<string>();
  readonly #account: TwilioAccount;
  readonly #history: History;
  readonly #clock: SandboxClock;
  readonly #listeners = new Set<(sms: Sms) => void>();

  constructor(options: { account: TwilioAccount; history: History; clock: SandboxClock }) {
    this.#account = options.account;
    this.#history = options.history;
    this.#clock = options.clock;
  }

  /** What a phone with this number has received, oldest first. */
  inbox(number: string): Sms[] {
    return this.sent.filter((sms) => sms.to === number);
  }

  onSms(listener: (sms: Sms) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async handle(request: Request): Promise<Response> {
    const fault = this.faults.take("sms.send");
    const early = fault && (await answerEarly(fault));
    if (early) return early;
    const answer = await this.answer(request);
    return fault?.kind === "lost-reply" ? lostReply() : answer;
  }

  private async answer(request: Request): Promise<Response> {
    const { accountSid, authToken, sender } = this.#account;
    const given = /^Basic (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
    if (!given || Buffer.from(given, "base64").toString() !== `${accountSid}:${authToken}`) return trouble(401, 20003, "Authenticate");
    if (new URL(request.url).pathname !== `/2010-04-01/Accounts/${accountSid}/Messages.json`)
      return trouble(404, 20404, "The requested resource was not found");
    if (request.method !== "POST") return trouble(405, 20004, "Method not allowed");
    const form = new URLSearchParams(await request.text());
    const [to, from, body] = [form.get("To") ?? "", form.get("From") ?? "", form.get("Body") ?? ""];
    if (to === "") return trouble(400, 21604, "A 'To' phone number is required.");
    if (from === "") return trouble(400, 21603, "A 'From' phone number is required.");
    if (body === "") return trouble(400, 21602, "Message body is required.");
    if (body.length > 1600) return trouble(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
    if (!/^\+[1-9]\d{7,14}$/.test(to)) return trouble(400, 21211, `Invalid 'To' Phone Number: ${to.slice(0, 3)}XXXX`);
    if (from !== sender) return trouble(400, 21606, "The 'From' phone number is not a valid sender of this account.");
    if (this.optedOut.has(to)) return trouble(400, 21610, "Attempt to send to unsubscribed recipient");
    return this.accept({ sid: `SM${randomBytes(16).toString("hex")}`, to, from, body, at: this.#clock.now() });
  }

  private accept(sms: Sms): Response {
    this.sent.push(sms);
    this.#history.record(this.name, "sms.send", sms, sms.at);
    for (const listener of this.#listeners) listener(sms);
    const { sid, to, from, body, at } = sms;
    const when = at.toUTCString();
    return Response.json(
      {
        account_sid: this.#account.accountSid,
        api_version: "2010-04-01",
        body,
        date_created: when,
        date_sent: null,
        date_updated: when,
        direction: "outbound-api",
        error_code: null,
        error_message: null,
        from,
        messaging_service_sid: null,
        num_media: "0",
        num_segments: String(segments(body)),
        price: null,
        price_unit: "USD",
        sid,
        status: "queued",
        to,
        uri: `/2010-04-01/Accounts/${this.#account.accountSid}/Messages/${sid}.json`,
      },
      { status: 201 },
    );
  }
}

/** GSM-7 holds 160 (153 in parts), anything beyond it 70 (67). The letters of the basic set, extensions counted double. */
function segments(body: string): number {
  const basic = /^[\n\r -_a-z£¥èéùìòÇØøÅåÄÖÑÜäöñüàßÆæÉ¡¿§ΔΦΓΛΩΠΨΣΘΞ{}~|€]*$/u.test(body);
  const length = basic ? body.length + (body.match(/[\^{}[\]~|€\\]/g)?.length ?? 0) : body.length;
  const [one, part] = basic ? [160, 153] : [70, 67];
  return length <= one ? 1 : Math.ceil(length / part);
}

async function answerEarly(fault: Fault): Promise<Response | undefined> {
  if (fault.kind === "status") return Response.json(fault.body ?? {}, { status: fault.status, headers: fault.headers });
  if (fault.kind === "throttle") return trouble(429, 20429, "Too many requests");
  if (fault.kind === "reset") return lostReply();
  if (fault.kind === "lost-reply") return undefined;
  await new Promise((resolve) => setTimeout(resolve, fault.ms));
  return fault.kind === "hang" ? lostReply() : undefined;
}

/** The sandbox's HTTP server destroys the socket when it sees this header. */
function lostReply(): Response {
  return new Response(null, { status: 502, headers: { "x-sandbox-lost-reply": "1" } });
}
