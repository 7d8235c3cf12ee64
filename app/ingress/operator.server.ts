import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { makeBackup } from "#app/platform/backup/make-sqlite.server.ts";
import { BackupProblem } from "#app/platform/backup/problem.ts";
import { operatorToken } from "#app/platform/backup/token.server.ts";
import { connectionOf } from "#app/platform/db/connection-sqlite.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { readMetrics, recordBackup } from "#app/platform/metrics/metrics.server.ts";
import { answerJson, header, Refusal } from "./http.ts";

/** Prometheus comes with the token of METRICS_TOKEN. To everybody else, and without that variable, there is nothing here. */
export async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const metrics = env.metricsToken && carries(request, env.metricsToken) ? await readMetrics() : null;
  if (!metrics) throw new Refusal(404, "There is nothing here.");
  response.writeHead(200, { "Content-Type": metrics.type, "Cache-Control": "no-store" });
  response.end(metrics.text);
}

/** `npm run backup` asks here, since only this process can read its database. */
export async function answerBackup(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!carries(request, operatorToken())) throw new Refusal(404, "There is nothing here.");
  try {
    const backup = await makeBackup(await connectionOf(database()), env.backupFolder);
    recordBackup(backup.at, backup.bytes);
    log.info("backup-made", { bytes: backup.bytes, milliseconds: backup.milliseconds });
    answerJson(response, 200, backup);
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error;
    log.error("backup-failed", errorFields(error));
    answerJson(response, 507, { error: error.message });
  }
}

/** Hashed first, so that the comparison takes the same time whatever was sent. */
function carries(request: IncomingMessage, token: string): boolean {
  const sent = /^Bearer (.+)$/.exec(header(request, "authorization") ?? "")?.[1] ?? "";
  const [left, right] = [sent, token].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
