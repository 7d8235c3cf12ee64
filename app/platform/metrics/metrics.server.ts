import type { createInstruments } from "./instruments.server.ts";

let instruments: ReturnType<typeof createInstruments> | undefined;

/** Counts from now on, when METRICS_TOKEN lets somebody read it; otherwise the library is not even loaded. */
export async function startMetrics(token: string | undefined): Promise<void> {
  if (!token || instruments) return;
  const { createInstruments } = await import("./instruments.server.ts");
  instruments = createInstruments();
}

/** All figures in Prometheus' text form; null when nothing is counted. */
export async function readMetrics(): Promise<{ type: string; text: string } | null> {
  return instruments ? { type: instruments.register.contentType, text: await instruments.register.metrics() } : null;
}

export type JobOutcome = "done" | "again" | "stale" | "failed" | "dead";

export function recordJob(task: string, outcome: JobOutcome, seconds: number): void {
  instruments?.jobs.inc({ task, outcome });
  instruments?.jobSeconds.observe({ task }, seconds);
}

export function recordAcknowledgement(channel: string, status: number, seconds: number): void {
  instruments?.acknowledgements.observe({ channel, status: `${Math.floor(status / 100)}xx` }, seconds);
}

export function recordReply(channel: string, seconds: number): void {
  instruments?.replies.observe({ channel }, seconds);
}

export type ModelCall = { model: string; operation: string; outcome: string };

export function recordModelCall(call: ModelCall, usage?: { inputTokens: number; outputTokens: number }, dollars = 0): void {
  if (!instruments) return;
  instruments.modelCalls.inc(call);
  if (!usage) return;
  const { model } = call;
  instruments.modelTokens.inc({ model, direction: "input" }, usage.inputTokens);
  instruments.modelTokens.inc({ model, direction: "output" }, usage.outputTokens);
  instruments.modelDollars.inc({ model }, dollars);
}

/** `trouble`: what kind, when it went wrong. */
export function recordVendorCall(vendor: string, operation: string, seconds: number, trouble?: string): void {
  instruments?.vendorSeconds.observe({ vendor, operation }, seconds);
  if (trouble) instruments?.vendorErrors.inc({ vendor, operation, kind: trouble });
}

export function recordVendorError(vendor: string, operation: string, kind: string): void {
  instruments?.vendorErrors.inc({ vendor, operation, kind });
}

export function recordDelivery(channel: string, outcome: string): void {
  instruments?.deliveries.inc({ channel, outcome });
}

export function recordClosedWindow(channel: string): void {
  instruments?.closedWindows.inc({ channel });
}

/** Returns how to say that it is closed. */
export function recordOpenStream(): () => void {
  instruments?.streams.inc();
  return () => instruments?.streams.dec();
}

export function recordBackup(at: Date, bytes: number): void {
  instruments?.backupTime.set(at.getTime() / 1000);
  instruments?.backupBytes.set(bytes);
}
