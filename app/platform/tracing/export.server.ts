import type { Attributes, SpanKind as OtelSpanKind } from "@opentelemetry/api";
import { env } from "../env.ts";
import { requestIdOf } from "./context.ts";
import { type OpenSpan, recordSpansWith, type SpanKind } from "./trace.ts";

const scope = "onethread";
/** A process that dies loses the spans of this long; milliseconds. */
const sendEvery = 1_000;
/** So long a collector that does not answer holds up the end; milliseconds. */
const patience = 2_000;
const kinds: Record<SpanKind, OtelSpanKind> = { server: 1, client: 2, consumer: 4 };
const statusError = 2;
const sampled = 1;

/**
 * Sends spans to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; without it nothing of OpenTelemetry is even loaded.
 * Its further variables (OTEL_EXPORTER_OTLP_HEADERS, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) are read by the library.
 * Returns how to send the last ones and stop.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  if (!env.otlpEndpoint) return async () => {};
  const [{ ROOT_CONTEXT, trace }, resources, { BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const ours = resources.resourceFromAttributes({ "service.name": scope });
  const provider = new TracerProvider({
    resource: ours.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis: sendEvery })],
  });
  const tracer = provider.getTracer(scope);
  const open: OpenSpan = (name, kind, parent) => {
    const above = parent
      ? trace.setSpanContext(ROOT_CONTEXT, {
          traceId: requestIdOf(parent),
          spanId: parent.slice(36, 52),
          traceFlags: sampled,
          isRemote: true,
        })
      : ROOT_CONTEXT;
    const span = tracer.startSpan(name, { kind: kinds[kind] }, above);
    const { traceId, spanId } = span.spanContext();
    return {
      traceparent: `00-${traceId}-${spanId}-01`,
      end: (fields, error) => {
        // The same closed list as a log line's: ids, names and counts.
        span.setAttributes(Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${scope}.${name}`, value])) as Attributes);
        if (error !== undefined) span.setStatus({ code: statusError, message: error instanceof Error ? error.name : typeof error });
        span.end();
      },
    };
  };
  recordSpansWith(open);
  return async () => {
    recordSpansWith(undefined);
    const givenUp = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
    await Promise.race([provider.shutdown().catch(() => {}), givenUp]);
  };
}
