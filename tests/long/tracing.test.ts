import { afterEach, expect, test } from "vitest";
import type { World } from "#sandbox/world.ts";
import { type Received, startCollector } from "#tests/operations/collector.ts";
import { sayHello, startOperatedWorld, until } from "#tests/operations/operated-world.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function tracedWorld() {
  const collector = await startCollector();
  undo.push(() => collector.stop());
  const world = await startOperatedWorld({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  undo.push(() => world.stop());
  return { collector, world };
}

const ada = { name: "Ada Sample", phone: "+491700000047" };

/** The names of a span and of all above it, from the root down. */
function path(spans: Received[], name: string): string[] {
  let span = spans.find((one) => one.name === name);
  const names: string[] = [];
  while (span) {
    names.unshift(span.name);
    const above: string | undefined = span.parentSpanId;
    span = above ? spans.find((one) => one.spanId === above) : undefined;
  }
  return names;
}

async function traceWith(world: World, spans: Received[], name: string): Promise<Received[]> {
  const found = await until(`the span ${name}`, () => spans.find((one) => one.name === name));
  await world.meta.settled();
  return spans.filter((one) => one.traceId === found.traceId);
}

test("one message is one trace, from the webhook over the queue to the vendor", async () => {
  const { collector, world } = await tracedWorld();
  await sayHello(world, "DE.trace", ada, "Hello, this is about my Kanarienvogel");
  const trace = await traceWith(world, collector.spans, "whatsapp send");
  await until("the job around it", () => collector.spans.find((one) => one.name === "job delivery.send"));
  const all = collector.spans.filter((one) => one.traceId === trace[0]?.traceId);
  expect(path(all, "whatsapp send")).toEqual([
    "POST /webhooks/whatsapp",
    "job intake.channel",
    "job turn",
    "job delivery.plan",
    "job delivery.send",
    "whatsapp send",
  ]);
  expect(path(all, "whatsapp typing")).toEqual(["POST /webhooks/whatsapp", "job intake.channel", "job delivery.typing", "whatsapp typing"]);
  const turn = all.find((one) => one.name === "job turn");
  expect(turn).toMatchObject({ service: "onethread", kind: 5, attributes: { "onethread.task": "turn", "onethread.outcome": "done" } });
  expect(turn?.attributes["onethread.requestId"]).toBe(turn?.traceId);
  expect(turn?.attributes["onethread.conversationId"]).toMatch(/^[0-9a-z]{26}$/);
  expect(collector.bodies.join("\n")).not.toMatch(/Kanarienvogel|Ada Sample|4917000|sandbox-whatsapp-token/);
});

test("a trace goes on after the process died and another one took the job over", async () => {
  const { collector, world } = await tracedWorld();
  await world.app.stop();
  await world.startApp("turn.before-commit");
  const phone = world.meta.phone("whatsapp", "DE.trace-on", ada);
  const answered = new Promise<void>((resolve) => phone.onMessage((bubble) => bubble.from === "business" && resolve()));
  const said = phone.sendText("Hello");
  const webhook = await until("the webhook's span", () => collector.spans.find((one) => one.name === "POST /webhooks/whatsapp"));
  await world.app.ended();
  await world.startApp();
  await said;
  await answered;
  const turn = await until("the turn's span", () => collector.spans.find((one) => one.name === "job turn"));
  expect(turn.traceId).toBe(webhook.traceId);
});

test("a collector that is away holds nothing up", async () => {
  const world = await startOperatedWorld({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" });
  undo.push(() => world.stop());
  await sayHello(world, "DE.no-collector", ada, "Hello");
  const started = Date.now();
  await world.app.stop();
  expect(Date.now() - started).toBeLessThan(5_000);
});

test("without the variable nothing of OpenTelemetry is loaded", async () => {
  const { recordSpansWith, inTrace } = await import("#app/platform/tracing/trace.ts");
  const { startTracing } = await import("#app/platform/tracing/export.server.ts");
  recordSpansWith(undefined);
  await (await startTracing())();
  const { currentContext } = await import("#app/platform/tracing/context.ts");
  const traceparent = await inTrace("alone", { kind: "server" }, async () => currentContext()?.traceparent);
  expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(Object.keys((globalThis as { [key: symbol]: object })[Symbol.for("opentelemetry.js.api.1")] ?? {})).toEqual([]);
});
