/**
 * Loaded before the app (`node --import`), so that the same build talks to the sandbox: requests to known vendors go to
 * the sandbox's port, every other host is refused, and time can be moved. The app itself knows nothing of this.
 */
import dns from "node:dns";
import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { divertReceivers } from "./receiver/divert.ts";

const sandboxPort = Number(process.env.SANDBOX_PORT);
const vendors = [
  /\.myshopify\.com$/,
  /^graph\.(facebook|instagram)\.com$/,
  /^lookaside\.fbsbx\.com$/,
  /^generativelanguage\.googleapis\.com$/,
  /^api\.stripe\.com$/,
  /^api\.twilio\.com$/,
  /^hooks\.slack\.com$/,
  /^[a-z0-9-]+\.zendesk\.com$/,
  /^api\.easypost\.com$/,
];
const isLoopback = (host: string) => host === "127.0.0.1" || host === "localhost" || host === "::1" || host === "[::1]";

const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (isLoopback(url.hostname)) return realFetch(request);
  if (!vendors.some((vendor) => vendor.test(url.hostname)))
    throw new TypeError("fetch failed", { cause: new Error(`The sandbox knows no ${url.hostname}.`) });
  const headers = new Headers(request.headers);
  headers.set("x-sandbox-host", url.hostname);
  const body = request.body === null ? undefined : await request.arrayBuffer();
  const address = `http://127.0.0.1:${sandboxPort}${url.pathname}${url.search}`;
  return realFetch(address, { method: request.method, headers, body, signal: request.signal, redirect: request.redirect });
};

const realLookup = dns.lookup;
dns.lookup = ((host: string, ...rest: unknown[]) => {
  if (isLoopback(host)) return Reflect.apply(realLookup, dns, [host, ...rest]);
  const callback = rest.at(-1) as (error: Error) => void;
  process.nextTick(callback, Object.assign(new Error(`The sandbox resolves no ${host}.`), { code: "ENOTFOUND" }));
}) as typeof dns.lookup;
syncBuiltinESMExports();
divertReceivers(sandboxPort);

let offset = 0;
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct(target, values) {
    return values.length === 0 ? new target(target.now() + offset) : Reflect.construct(target, values);
  },
  apply: (target) => new target(target.now() + offset).toString(),
  get: (target, key) => (key === "now" ? () => RealDate.now() + offset : Reflect.get(target, key)),
});

/** A test can have the process killed, hard, at the n-th time that a named point is passed; all passings are counted. */
const [killAt = "", nth = "1"] = (process.env.SANDBOX_KILL_AT ?? "").split("#");
let armed: { points: string[]; occurrence: number } | null = killAt ? { points: [killAt], occurrence: Number(nth) } : null;
let passed: Record<string, number> = {};
globalThis.onethreadFault = (name: string) => {
  const times = (passed[name] ?? 0) + 1;
  passed[name] = times;
  if (!armed?.points.includes(name) || times !== armed.occurrence) return;
  writeSync(2, `killed at ${name}\n`);
  process.kill(process.pid, "SIGKILL");
};

type Order = { id?: number; clockOffset?: number; arm?: typeof armed; passed?: true };
process.on("message", async (order: Order) => {
  if (typeof order.clockOffset === "number") {
    offset = order.clockOffset;
    // The process's whole sense of time has moved already; this wakes what waits.
    const { setClockOffset } = await import("#app/platform/clock.ts");
    setClockOffset(0);
    process.send?.({ id: order.id, clockMoved: offset });
  } else if (order.arm !== undefined) {
    armed = order.arm;
    passed = {};
    process.send?.({ id: order.id, armed: true });
  } else if (order.passed) {
    process.send?.({ id: order.id, passed });
  }
});
// A sandbox that dies takes its app along.
process.on("disconnect", () => process.exit(0));
// The channel to the sandbox must not keep a finished process alive.
process.channel?.unref();
