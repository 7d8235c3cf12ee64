import { createServer } from "node:http";
import { type Admin, loadAdmin } from "./admin.server.ts";
import { frontDoor } from "./ingress/front-door.server.ts";
import { Mailboxes } from "./ingress/mailboxes.server.ts";
import { createHandlers } from "./pipeline/handlers.server.ts";
import { openDatabase } from "./platform/db/database.server.ts";
import { env } from "./platform/env.ts";
import { JobRunner } from "./platform/jobs/runner.server.ts";
import { errorFields, log } from "./platform/log.ts";

const drainMilliseconds = 10_000;

/** Starts everything in one process: database, job queue, mailboxes, front door; the admin is loaded when first asked for. */
export async function start(): Promise<void> {
  const database = await openDatabase(env.databasePath);
  const jobs = new JobRunner(database, createHandlers());
  const mailboxes = new Mailboxes();
  let admin: Promise<Admin> | undefined;
  const server = createServer((request, response) => {
    void frontDoor(request, response)
      .then(async (handled) => {
        if (handled) return;
        admin ??= loadAdmin();
        (await admin)(request, response);
      })
      .catch((error) => {
        log.error("request-failed", errorFields(error));
        if (!response.headersSent) response.writeHead(500).end("Something went wrong here. Please try again.");
      });
  });
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    // A burst must not wait for the next SYN: the default backlog is 511.
    server.listen({ port: env.port, host: env.host, backlog: 4096 }, resolve);
  });
  await jobs.start();
  await mailboxes.start();
  const address = server.address();
  log.info("started", { path: typeof address === "object" && address ? `http://${env.host}:${address.port}` : env.host });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    server.close();
    server.closeIdleConnections();
    const late = setTimeout(() => process.exit(0), drainMilliseconds);
    await Promise.all([jobs.stop(), mailboxes.stop()]);
    server.closeAllConnections();
    await database.close();
    clearTimeout(late);
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}
