import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The value below which `share` of the sorted figures lie. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function show(name: string, values: number[]): string {
  const figures = [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(1));
  return `${name}: p50 ${figures[0]} ms, p95 ${figures[1]} ms, p99 ${figures[2]} ms, max ${figures[3]} ms (${values.length})`;
}

/** Calls `send` at a steady rate for a time and returns how long each took, in milliseconds. Waits for the last one. */
export async function atRate(perSecond: number, seconds: number, send: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  const pending: Promise<void>[] = [];
  const started = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = started + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const before = performance.now();
    pending.push(send(n).then(() => void took.push(performance.now() - before)));
  }
  await Promise.all(pending);
  return took;
}

/** What a process holds in memory, in whole megabytes. */
export function residentMegabytes(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
}

/** How often in a second this disk makes 4 KB durable, one after the other: what every commit waits for. */
export function syncsPerSecond(): number {
  const folder = mkdtempSync(join(tmpdir(), "onethread-bench-"));
  const file = openSync(join(folder, "syncs"), "w");
  const page = Buffer.alloc(4096, 1);
  const started = performance.now();
  let count = 0;
  for (; performance.now() - started < 2_000; count += 1) {
    writeSync(file, page);
    fdatasyncSync(file);
  }
  const seconds = (performance.now() - started) / 1000;
  closeSync(file);
  rmSync(folder, { recursive: true });
  return Math.round(count / seconds);
}
