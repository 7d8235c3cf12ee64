import { randomUUID } from "node:crypto";
import type { LogFields } from "../log.ts";
import { currentContext, inContext, requestIdOf } from "./context.ts";

/** Where a piece of work stands: it answers a request, goes on from the queue, or asks a vendor. */
export type SpanKind = "server" | "consumer" | "client";
export type Span = { traceparent: string; end: (fields: LogFields, error?: unknown) => void };
/** Opens a span below `parent`, or the first one of a new trace. */
export type OpenSpan = (name: string, kind: SpanKind, parent: string | undefined) => Span;

let exported: OpenSpan | undefined;

/** From now on spans are recorded by `open`; without it there are ids only. */
export function recordSpansWith(open: OpenSpan | undefined): void {
  exported = open;
}

export type TraceStart = { kind: SpanKind; parent?: string; fields?: LogFields };

/** Does a piece of work under ids of its own: those of a new trace, or of the trace that `parent` carries on. */
export function inTrace<T>(name: string, { kind, parent, fields }: TraceStart, work: () => Promise<T>): Promise<T> {
  const span = (exported ?? idsOnly)(name, kind, parent);
  const all = { ...fields, requestId: requestIdOf(span.traceparent) };
  return inContext({ traceparent: span.traceparent, fields: all }, () => ending(span, all, work));
}

/** Does a part of the present work, a call to a vendor, in a span of its own. */
export function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  const context = currentContext();
  if (!exported || !context) return work();
  const span = exported(name, "client", context.traceparent);
  return inContext({ traceparent: span.traceparent, fields: context.fields }, () => ending(span, context.fields, work));
}

async function ending<T>(span: Span, fields: LogFields, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    span.end(fields);
    return result;
  } catch (error) {
    span.end(fields, error);
    throw error;
  }
}

/** A random UUID without its hyphens is a valid trace id, and its making is ten times as fast as random bytes. */
const idsOnly: OpenSpan = (_name, _kind, parent) => {
  const traceId = parent ? requestIdOf(parent) : hex();
  return { traceparent: `00-${traceId}-${hex().slice(0, 16)}-01`, end: () => {} };
};

function hex(): string {
  return randomUUID().replaceAll("-", "");
}
