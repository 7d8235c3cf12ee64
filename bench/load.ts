/**
 * A process of its own that posts signed WhatsApp webhooks: `node bench/load.ts '{"url":…}'` prints what it measured as JSON.
 * Statuses of messages that nobody knows: stored, deduplicated and read like any event, and answered by nobody.
 */
import { Agent, request } from "node:http";
import { signBody } from "#app/integrations/meta/signature.ts";

export type Load = {
  url: string;
  secret: string;
  account: string;
  /** Of which the first `warmUp` are not counted: this process is new and slow at first. */
  seconds: number;
  warmUp?: number;
  /** So many at once, as fast as they are answered. */
  connections: number;
  /** Instead: so many per second, however fast they are answered. */
  perSecond?: number;
};
export type LoadResult = { perSecond: number; took: number[]; refused: number };

const load = JSON.parse(process.argv[2] ?? "") as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.perSecond ? 256 : load.connections });
const run = Math.random().toString(36).slice(2);
const took: number[] = [];
let [refused, sent] = [0, 0];

function body(n: number): string {
  const status = {
    id: `wamid.${run}-${n}`,
    status: "delivered",
    timestamp: String(Math.floor(Date.now() / 1000)),
    recipient_id: "4915112345678",
  };
  const metadata = { display_phone_number: "4930901820", phone_number_id: load.account };
  const value = { messaging_product: "whatsapp", metadata, statuses: [status] };
  return JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "1", changes: [{ field: "messages", value }] }] });
}

function post(): Promise<void> {
  const text = body(sent);
  sent += 1;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "x-hub-signature-256": signBody(text, load.secret) };
    const call = request(load.url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => {
        if (started >= counted) took.push(performance.now() - started);
        if (response.statusCode !== 200) refused += 1;
        resolve();
      });
    });
    call.on("error", reject);
    call.end(text);
  });
}

const from = performance.now();
const counted = from + (load.warmUp ?? 0) * 1000;
const until = from + load.seconds * 1000;
if (load.perSecond) {
  const pending: Promise<void>[] = [];
  for (let n = 0; n < load.perSecond * load.seconds; n += 1) {
    const wait = from + (n * 1000) / load.perSecond - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(post());
  }
  await Promise.all(pending);
} else {
  const connection = async () => {
    while (performance.now() < until) await post();
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
}
const result: LoadResult = { perSecond: took.length / ((performance.now() - counted) / 1000), took, refused };
process.stdout.write(JSON.stringify(result));
agent.destroy();
