import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { type ClientRequest, request } from "node:http";
import { World } from "#sandbox/world.ts";

const streams = 2_000;

/** What an idle widget stream holds in memory, beside a bare server of the same events. */
export async function benchStreams(): Promise<void> {
  const bare = await bareStreams();
  const world = await World.start();
  try {
    await world.install();
    const tokens: string[] = [];
    for (let n = 0; n < streams; n += 1) tokens.push(await boot(world));
    const open = (n: number) => listen(`${world.appUrl}/widget/stream?after=0`, tokens[n] ?? "");
    const ours = await perStream(world.app.pid ?? 0, open);
    console.log(
      `${streams} idle streams: ours ${ours.toFixed(1)} KB each, bare ${bare.toFixed(1)} KB each, ratio ${(ours / bare).toFixed(2)}`,
    );
  } finally {
    await world.stop();
  }
}

async function bareStreams(): Promise<number> {
  const code = `const s = require("node:http").createServer((q, a) => { a.writeHead(200, { "Content-Type": "text/event-stream" });
    a.write(": welcome\\n\\n"); const beat = setInterval(() => a.write(": still here\\n\\n"), 20000); q.on("close", () => clearInterval(beat)); })
    .listen(0, "127.0.0.1", () => console.log(s.address().port))`;
  const server: ChildProcess = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((resolve) => server.stdout?.once("data", (line: Buffer) => resolve(line.toString().trim())));
  try {
    return await perStream(server.pid ?? 0, () => listen(`http://127.0.0.1:${port}/`, "none"));
  } finally {
    server.kill();
  }
}

/** KB of resident memory that each of the streams adds. */
async function perStream(pid: number, open: (n: number) => Promise<ClientRequest>): Promise<number> {
  const calls: ClientRequest[] = [];
  // The first ones pay for code that is compiled and buffers that are made once.
  for (let n = 0; n < streams / 4; n += 1) calls.push(await open(n));
  await settle();
  const before = residentKilobytes(pid);
  for (let n = streams / 4; n < streams; n += 1) calls.push(await open(n));
  await settle();
  const added = residentKilobytes(pid) - before;
  for (const call of calls) call.destroy();
  return added / (streams * 0.75);
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 3_000));

function residentKilobytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
}

function listen(url: string, token: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent: false, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.on("error", () => {});
      response.once("data", () => resolve(call));
      if (response.statusCode !== 200) reject(new Error(`The stream was refused: ${response.statusCode}`));
    });
    call.on("error", reject);
    call.end();
  });
}

async function boot(world: World): Promise<string> {
  const response = await world.shopify.proxyRequest({
    method: "POST",
    path: "/apps/onethread/boot",
    body: JSON.stringify({ locale: "en" }),
    headers: { "content-type": "application/json" },
  });
  return ((await response.json()) as { token: string }).token;
}
