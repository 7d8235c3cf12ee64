import { AsyncLocalStorage } from "node:async_hooks";
import type { LogFields } from "../log.ts";

/**
 * What is going on right now: a request, a mail or a job. Its ids stand in every log line that is written meanwhile,
 * and the jobs it puts into the queue carry its trace on.
 */
export type Context = {
  /** W3C form: version, trace id, span id, flags. The trace id is the request id of our log lines. */
  traceparent: string;
  fields: LogFields;
};

const storage = new AsyncLocalStorage<Context>();

export function inContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work);
}

export function currentContext(): Context | undefined {
  return storage.getStore();
}

/** Adds what has become known meanwhile (the conversation, the delivery) to all later log lines of this piece of work. */
export function note(fields: LogFields): void {
  const context = storage.getStore();
  if (context) Object.assign(context.fields, fields);
}

/** A job's payload with the trace of whoever puts it into the queue: it outlives the process with the job. */
export function withTrace<T extends object>(payload: T): T & { traceparent?: string } {
  return { ...payload, traceparent: storage.getStore()?.traceparent };
}

/** The trace that a stored payload carries on; undefined for payloads of timers and of older versions. */
export function traceOf(payload: unknown): string | undefined {
  const carried = typeof payload === "object" && payload !== null && "traceparent" in payload ? payload.traceparent : undefined;
  return typeof carried === "string" && isTraceparent.test(carried) ? carried : undefined;
}

export function requestIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}

const isTraceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
