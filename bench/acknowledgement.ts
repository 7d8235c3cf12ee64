import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { signBody } from "#app/integrations/meta/signature.ts";
import { World } from "#sandbox/world.ts";
import { atRate, percentile, show } from "./figures.ts";

const perSecond = 100;
const seconds = 20;
const secret = "sandbox-meta-secret";
const phoneNumberId = "200000000000002";

/** Somebody whose number is on an order asks for it: the turn has to read the store. */
function webhook(n: number): string {
  const number = `49151${String(10_000_000 + (n % 200)).slice(-8)}`;
  const message = {
    id: `wamid.bench-${n}`,
    from: number,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: "text",
    text: { body: "where is my order" },
  };
  const metadata = { display_phone_number: "4930901820", phone_number_id: phoneNumberId };
  const value = {
    messaging_product: "whatsapp",
    metadata,
    contacts: [{ wa_id: number, profile: { name: "Shopper" } }],
    messages: [message],
  };
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "100000000000001", changes: [{ field: "messages", value }] }],
  });
}

async function post(url: string, n: number): Promise<void> {
  const body = webhook(n);
  const response = await fetch(url, { method: "POST", body, headers: { "x-hub-signature-256": signBody(body, secret) } });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`Answered ${response.status}`);
}

/** The same request against bare Node: read, check the signature, parse, answer. Nothing is stored. */
async function bareNode(): Promise<number[]> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      createHmac("sha256", secret).update(body).digest("hex");
      JSON.parse(body.toString());
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const took = await atRate(perSecond, seconds, (n) => post(url, n));
  server.closeAllConnections();
  server.close();
  return took;
}

/** Acknowledgement while the model and Shopify hang for 30 s on every call, and every webhook asks for a turn. */
export async function benchAcknowledgement(): Promise<void> {
  const world = await World.start({ gemini: true });
  try {
    await world.install();
    world.shopify.faults.add("*", { kind: "hang", ms: 30_000 }, 1_000_000);
    world.gemini.faults.add("*", { kind: "hang", ms: 30_000 }, 1_000_000);
    await atRate(20, 2, (n) => post(`${world.appUrl}/webhooks/whatsapp`, 1_000_000 + n));
    const bare = await bareNode();
    const took = await atRate(perSecond, seconds, (n) => post(`${world.appUrl}/webhooks/whatsapp`, n));
    console.log(show(`bare Node, ${perSecond}/s`, bare));
    console.log(show(`acknowledged and durable (synchronous=FULL), model and Shopify hung, ${perSecond}/s`, took));
    console.log(`ratio of p99: ${(percentile(took, 0.99) / percentile(bare, 0.99)).toFixed(1)}`);
  } finally {
    await world.stop();
  }
}
