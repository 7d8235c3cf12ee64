import { afterEach, expect, test } from "vitest";
import { insert } from "#app/platform/db/writes.ts";
import { readQueueDepth } from "#app/platform/metrics/queue-depth-sqlite.server.ts";
import { Stage } from "#sandbox/scenarios/stage.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { sayHello, startOperatedWorld, until } from "./operated-world.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

const token = "a-token-for-prometheus";
const scrape = async (url: string, authorization?: string) => {
  const answer = await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} });
  return { status: answer.status, text: await answer.text() };
};
/** The value of one line of Prometheus' text form, in whichever order its labels stand. */
const figure = (text: string, series: string): number => {
  const sorted = (one: string) => one.split(/[{},]/).filter(Boolean).sort().join();
  const line = text.split("\n").find((one) => sorted(one.replace(/ \S+$/, "")) === sorted(series));
  return line ? Number(line.split(" ").at(-1)) : Number.NaN;
};

test("Prometheus reads what the queue, the channels, the model and the vendors did", async () => {
  const world = await startOperatedWorld({ METRICS_TOKEN: token }, { gemini: true });
  undo.push(() => world.stop());
  const stage = new Stage(world, { by: "text", language: "en", gemini: true });
  world.meta.faults.add("whatsapp.send", { kind: "throttle" });
  await sayHello(
    world,
    "DE.metrics",
    { name: "Ada Sample", phone: "+491700000046" },
    "the blue matter with the neighbours, you know what I mean",
  );
  const widget = await stage.widget();
  undo.push(() => widget.close());

  const read = async () => (await scrape(world.appUrl, `Bearer ${token}`)).text;
  const text = await until("the delivery and the stream to be counted", async () => {
    const now = await read();
    const accepted = figure(now, 'onethread_deliveries_total{channel="whatsapp",outcome="accepted"}');
    return accepted === 1 && figure(now, "onethread_open_streams") === 1 && now;
  });
  expect(figure(text, 'onethread_deliveries_total{channel="whatsapp",outcome="rate-limited"}')).toBe(1);
  expect(figure(text, 'onethread_vendor_errors_total{vendor="whatsapp",operation="send",kind="rate-limited"}')).toBe(1);
  expect(figure(text, 'onethread_jobs_total{task="delivery.send",outcome="again"}')).toBe(1);
  expect(figure(text, 'onethread_jobs_total{task="turn",outcome="done"}')).toBe(1);
  expect(figure(text, 'onethread_job_seconds_count{task="turn"}')).toBe(1);
  expect(figure(text, 'onethread_acknowledgement_seconds_count{channel="whatsapp",status="2xx"}')).toBeGreaterThan(0);
  expect(figure(text, 'onethread_reply_seconds_count{channel="whatsapp"}')).toBe(1);
  expect(figure(text, 'onethread_reply_seconds_sum{channel="whatsapp"}')).toBeGreaterThan(1);
  expect(figure(text, 'onethread_model_calls_total{model="gemini-3.8-flash",operation="understand",outcome="ok"}')).toBe(1);
  expect(figure(text, 'onethread_model_tokens_total{model="gemini-3.8-flash",direction="input"}')).toBeGreaterThan(0);
  expect(figure(text, 'onethread_model_cost_dollars_total{model="gemini-3.8-flash"}')).toBeGreaterThan(0);
  expect(figure(text, "onethread_open_streams")).toBe(1);
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(text).not.toMatch(/Ada|4917000|lindenandloom|linden-loom|DE\.metrics/);

  widget.close();
  await until("the stream to be gone", async () => figure(await read(), "onethread_open_streams") === 0);
  // Without the token, or with a wrong one, there is nothing to read.
  for (const authorization of [undefined, "Bearer", `Bearer ${token}x`, `Basic ${token}`, `Bearer ${token.slice(1)}`])
    expect((await scrape(world.appUrl, authorization)).status).toBe(404);
  expect((await scrape(world.appUrl, `Bearer ${token}`)).status).toBe(200);
});

test("without METRICS_TOKEN there is nothing to read for anybody", async () => {
  const world = await startOperatedWorld();
  undo.push(() => world.stop());
  for (const authorization of [undefined, "Bearer ", "Bearer undefined"])
    expect((await scrape(world.appUrl, authorization)).status).toBe(404);
});

test("the queue's depth is told by task and state, with the age of the longest due", async () => {
  const database = await databaseWithShop();
  undo.push(() => database.close());
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
  const job = { shopId: "shop", payload: {}, attempts: 0, maxAttempts: 5, fence: 0, createdAt: ago(0) };
  await database.commit([
    insert("Job", { ...job, task: "turn", lane: "think", state: "parked", runAt: ago(30) }),
    insert("Job", { ...job, task: "turn", lane: "think", state: "waiting", runAt: ago(90) }),
    insert("Job", { ...job, task: "turn", lane: "think", state: "waiting", runAt: ago(-600) }),
    insert("Job", { ...job, task: "delivery.send", lane: "send", state: "running", runAt: ago(5) }),
    insert("Job", { ...job, task: "effect.run", lane: "think", state: "dead", runAt: ago(5) }),
  ]);
  const depth = (await readQueueDepth()).map(({ oldestSeconds, ...row }) => ({ ...row, oldest: Math.round(oldestSeconds) }));
  expect(depth).toHaveLength(4);
  expect(depth).toContainEqual({ task: "turn", state: "due", jobs: 2, oldest: 90 });
  expect(depth).toContainEqual({ task: "turn", state: "scheduled", jobs: 1, oldest: 0 });
  expect(depth).toContainEqual({ task: "delivery.send", state: "running", jobs: 1, oldest: 5 });
  expect(depth).toContainEqual({ task: "effect.run", state: "dead", jobs: 1, oldest: 5 });
});

test("a backlog of 200,000 jobs is measured in a few milliseconds", async () => {
  const database = await databaseWithShop();
  undo.push(() => database.close());
  await database.exclusively((prepare) =>
    prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
      INSERT INTO "Job" ("shopId", task, lane, payload, "runAt", attempts, "maxAttempts", fence, state, "createdAt")
      SELECT 'shop', 'turn', 'think', '{}', 1000 + i, 0, 5, 0, 'waiting', 1 FROM n`).run(),
  );
  const [turns] = await readQueueDepth();
  const times: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const started = performance.now();
    await readQueueDepth();
    times.push(performance.now() - started);
  }
  // What else the machine does only ever adds to it.
  const took = Math.min(...times);
  console.info(`queue depth over 200,000 jobs: ${took.toFixed(1)} ms`);
  expect(took).toBeLessThan(150);
  expect(turns).toMatchObject({ task: "turn", state: "due", jobs: 30_000 });
  expect(turns?.oldestSeconds).toBeGreaterThan(1_000_000);
});
