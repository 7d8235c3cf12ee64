import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { World } from "#sandbox/world.ts";
import { percentile, show } from "./figures.ts";
import type { Load, LoadResult } from "./load.ts";

const seconds = 8;
/** Of every sender, not counted. */
const warmUp = 2;
const connections = 50;
const secret = "sandbox-meta-secret";
const account = "200000000000002";
const here = new URL(".", import.meta.url).pathname;

/** Durable ingest beside its ceiling, and the acknowledgement at 70 % of what it takes, with vendors well and with vendors hung. */
export async function benchIngest(): Promise<void> {
  const before = await bareCeiling();
  const world = await World.start({ gemini: true });
  let measured: LoadResult;
  try {
    await world.install();
    const url = `${world.appUrl}/webhooks/whatsapp`;
    await load({ url, secret, account, seconds: 2, connections });
    const full = await load({ url, secret, account, seconds: seconds + warmUp, warmUp, connections });
    await drained(world);
    const perSecond = Math.round(full.perSecond * 0.7);
    const well = await load({ url, secret, account, seconds: seconds + warmUp, warmUp, connections, perSecond });
    console.log(show(`acknowledged at 70 % (${perSecond}/s)`, well.took));
    await drained(world);
    world.shopify.faults.add("*", { kind: "hang", ms: 30_000 }, 1_000_000);
    world.gemini.faults.add("*", { kind: "hang", ms: 30_000 }, 1_000_000);
    const hung = await load({ url, secret, account, seconds: seconds + warmUp, warmUp, connections, perSecond });
    console.log(show("the same with model and Shopify hung", hung.took));
    if (full.refused + well.refused + hung.refused > 0) throw new Error("Some were refused.");
    measured = full;
  } finally {
    await world.stop();
  }
  const after = await bareCeiling();
  const ceiling = (before.perSecond + after.perSecond) / 2;
  const [first, last] = [before, after].map(({ perSecond }) => Math.round(perSecond));
  console.log(`bare Node with a grouped durable commit: ${first}/s before, ${last}/s after`);
  console.log(
    `Onethread, events read beside it: ${Math.round(measured.perSecond)}/s, p99 ${percentile(measured.took, 0.99).toFixed(1)} ms`,
  );
  console.log(`ratio to the mean of both ${(measured.perSecond / ceiling).toFixed(2)}`);
}

async function bareCeiling(): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), "onethread-bench-"));
  const server = spawn(process.execPath, [`${here}bare-ingest.ts`, join(folder, "bare.db"), secret], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve) => server.stdout.once("data", (line: Buffer) => resolve(line.toString().trim())));
  try {
    const url = `http://127.0.0.1:${port}/`;
    await load({ url, secret, account, seconds: 2, connections });
    return await load({ url, secret, account, seconds: seconds + warmUp, warmUp, connections });
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

async function load(options: Load): Promise<LoadResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [`${here}load.ts`, JSON.stringify(options)], { maxBuffer: 64_000_000 });
  return JSON.parse(stdout) as LoadResult;
}

/** Waits until a fresh message is answered: whatever was before it has been read by then. */
async function drained(world: World): Promise<void> {
  const phone = world.meta.phone("whatsapp", `DE.${Date.now()}`, { name: "Ada Sample" });
  const answered = new Promise<void>((resolve) => phone.onMessage((bubble) => bubble.from === "business" && resolve()));
  await phone.sendText("hello");
  await answered;
}
