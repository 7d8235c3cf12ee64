import { spawn } from "node:child_process";
import { signBody } from "#app/integrations/meta/signature.ts";
import { World } from "#sandbox/world.ts";
import { percentile, show } from "./figures.ts";

const times = 7;
const secret = "sandbox-meta-secret";

/** From the start of the process to the first acknowledged webhook, beside bare Node to its first answer. */
export async function benchStart(): Promise<void> {
  const bare: number[] = [];
  for (let n = 0; n < times; n += 1) bare.push(await bareStart(21_000 + n));
  const world = await World.start();
  try {
    await world.install();
    const took: number[] = [];
    for (let n = 0; n < times; n += 1) {
      await world.app.stop();
      const started = performance.now();
      const running = world.startApp();
      await firstAnswer(`${world.appUrl}/webhooks/whatsapp`, n);
      took.push(performance.now() - started);
      await running;
    }
    console.log(show("bare Node, process to first answer", bare));
    console.log(show("Onethread, process to first acknowledgement", took));
    console.log(`ratio of p50: ${(percentile(took, 0.5) / percentile(bare, 0.5)).toFixed(1)}`);
  } finally {
    await world.stop();
  }
}

async function bareStart(port: number): Promise<number> {
  const started = performance.now();
  const code = `require("node:http").createServer((q, a) => a.end("ok")).listen(${port}, "127.0.0.1")`;
  const server = spawn(process.execPath, ["-e", code]);
  await firstAnswer(`http://127.0.0.1:${port}/`, 0);
  const took = performance.now() - started;
  server.kill();
  return took;
}

async function firstAnswer(url: string, n: number): Promise<void> {
  const status = { id: `wamid.start-${n}-${Date.now()}`, status: "delivered", timestamp: "1789000000", recipient_id: "4915112345678" };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "4930901820", phone_number_id: "200000000000002" },
    statuses: [status],
  };
  const body = JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "1", changes: [{ field: "messages", value }] }] });
  for (;;) {
    try {
      const response = await fetch(url, { method: "POST", body, headers: { "x-hub-signature-256": signBody(body, secret) } });
      await response.arrayBuffer();
      if (response.status === 200) return;
    } catch {
      // Nobody listens yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}
