import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { signBody } from "#app/integrations/meta/signature.ts";
import { World } from "#sandbox/world.ts";
import { atRate, percentile, show } from "./figures.ts";

const perSecond = 100;
const seconds = 20;
const secret = "sandbox-meta-secret";
const account = "17841400000000001";

function webhook(n: number): string {
  const message = { mid: `bench-${n}`, text: "where is my order" };
  const item = { sender: { id: `shopper-${n % 200}` }, recipient: { id: account }, timestamp: Date.now(), message };
  return JSON.stringify({ object: "instagram", entry: [{ id: account, time: Date.now(), messaging: [item] }] });
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
    await atRate(20, 2, (n) => post(`${world.appUrl}/webhooks/instagram`, 1_000_000 + n));
    const bare = await bareNode();
    const took = await atRate(perSecond, seconds, (n) => post(`${world.appUrl}/webhooks/instagram`, n));
    console.log(show(`bare Node, ${perSecond}/s`, bare));
    console.log(show(`acknowledged and durable (synchronous=FULL), model and Shopify hung, ${perSecond}/s`, took));
    console.log(`ratio of p99: ${(percentile(took, 0.99) / percentile(bare, 0.99)).toFixed(1)}`);
  } finally {
    await world.stop();
  }
}
