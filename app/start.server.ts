import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Admin } from "./admin.server.ts";
import { renewEncryption } from "./domain/shops/renew-encryption.server.ts";
import { frontDoor } from "./ingress/front-door.server.ts";
import { enterStage } from "./ingress/health.server.ts";
import { inRequest } from "./ingress/request-trace.ts";
import { openDatabase } from "./platform/db/database.server.ts";
import { env } from "./platform/env.ts";
import { EnvironmentError } from "./platform/environment-error.ts";
import { watchClock } from "./platform/jobs/clock-set-back-sqlite.server.ts";
import { JobRunner } from "./platform/jobs/runner.server.ts";
import { errorFields, log } from "./platform/log.ts";
import { startMetrics } from "./platform/metrics/metrics.server.ts";
import { startTracing } from "./platform/tracing/export.server.ts";

const drainMilliseconds = 10_000;
/** Milliseconds for a request's headers and for all of it: whoever sends a byte now and then does not hold a connection for long. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
/** Most of them are idle streams at 22 KB. */
const mostConnections = 20_000;
/** Requests under way at the door; streams and the admin do not count. */
let answering = 0;

/** Starts everything in one process: database, job queue, mailboxes, front door; the admin is loaded when first asked for. */
export async function start(): Promise<void> {
  const [database, stopTracing] = await Promise.all([openDatabase(env.databasePath), startTracing(), startMetrics(env.metricsToken)]);
  database.onDiskFailure(dieOf);
  const server = createServer(patience, (request, response) => void answer(request, response));
  server.maxConnections = mostConnections;
  server.maxHeadersCount = 100;
  await listen(server);
  // From here on whatever comes in is stored. Those who work on it bring the vendors' libraries, which take longer to load:
  // one after the other, so that what came in meanwhile is acknowledged between them.
  await breath();
  const { createHandlers } = await import("./pipeline/handlers.server.ts");
  await breath();
  const { Mailboxes } = await import("./ingress/mailboxes.server.ts");
  await breath();
  const { beginReconciling } = await import("./pipeline/reconcile/store.server.ts");
  const { beginKnowledge } = await import("./pipeline/knowledge/refresh.server.ts");
  await renewEncryption();
  const { beginSweeping } = await import("./domain/privacy/sweep.server.ts");
  const jobs = new JobRunner(database, await createHandlers());
  const mailboxes = new Mailboxes();
  const stopWatching = await watchClock(database);
  await jobs.start();
  await beginReconciling();
  await beginKnowledge();
  await beginSweeping();
  await mailboxes.start();
  enterStage("serving");
  const address = server.address();
  log.info("started", { path: typeof address === "object" && address ? `http://${env.host}:${address.port}` : env.host });

  let stopping = false;
  // The door stays open while jobs end: what comes in is stored, and worked on after the next start.
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    enterStage("draining");
    log.info("stopping");
    const late = setTimeout(() => process.exit(0), drainMilliseconds);
    stopWatching();
    await Promise.all([jobs.stop(), mailboxes.stop()]);
    server.close();
    while (answering > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    server.closeAllConnections();
    await database.close();
    await stopTracing();
    clearTimeout(late);
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

/** What was acknowledged is on the disk; whatever else the log holds, only the next start can tell. */
function dieOf(error: Error): void {
  log.error("disk-sync-failed", errorFields(error));
  process.exit(1);
}

/** Long enough for requests that wait to be read and their commit to end. Milliseconds. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 15));

let admin: Promise<Admin> | undefined;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    answering += 1;
    const handled = await frontDoor(request, response).finally(() => {
      answering -= 1;
    });
    if (handled) return;
    admin ??= import("./admin.server.ts").then(({ loadAdmin }) => loadAdmin());
    const show = await admin;
    await inRequest(`${request.method} admin`, response, () => {
      const closed = new Promise<void>((resolve) => response.once("close", resolve));
      show(request, response);
      return closed;
    });
  } catch (error) {
    log.error("request-failed", errorFields(error));
    if (!response.headersSent) response.writeHead(500).end("Something went wrong here. Please try again.");
  }
}

async function listen(server: Server): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      // A burst must not wait for the next SYN: the default backlog is 511.
      server.listen({ port: env.port, host: env.host, backlog: 4096 }, resolve);
    });
  } catch (error) {
    const { code } = errorFields(error);
    throw new EnvironmentError(`Nothing can listen on ${env.host} port ${env.port} (${code}); stop what does, or set HOST and PORT.`);
  }
}
