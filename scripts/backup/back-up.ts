import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { checkCopy } from "#app/platform/backup/check-sqlite.server.ts";
import { makeBackup } from "#app/platform/backup/make-sqlite.server.ts";
import { BackupProblem } from "#app/platform/backup/problem.ts";
import { operatorToken } from "#app/platform/backup/token.server.ts";
import { env } from "#app/platform/env.ts";

type Made = { file: string; bytes: number; milliseconds: number };

const answer = z.object({ file: z.string(), bytes: z.number(), milliseconds: z.number() });
const refusal = z.object({ error: z.string() });
/** A large database on a slow disk; milliseconds. */
const patience = 1_800_000;

/** Makes, checks and prunes; resolves to what to tell. */
export async function backUp(): Promise<string> {
  const { file, bytes, milliseconds } = (await askApp()) ?? (await copyHere());
  const { shops, messages } = checked(file);
  const removed = prune(path.dirname(file));
  const size = `${(bytes / 1_000_000).toFixed(1)} MB in ${(milliseconds / 1000).toFixed(1)} s`;
  const gone = removed > 0 ? `; ${removed} older removed` : "";
  return `${file}: ${size}, checked, ${shops} shops, ${messages} messages${gone}.`;
}

/** The running app's copy; null when nothing listens where the app would. */
async function askApp(): Promise<Made | null> {
  const host = env.host === "0.0.0.0" || env.host === "::" ? "127.0.0.1" : env.host;
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${env.port}/backup`;
  const headers = { authorization: `Bearer ${operatorToken()}` };
  let response: Response;
  try {
    response = await fetch(address, { method: "POST", headers, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    if (codeOf(error instanceof Error ? error.cause : error) === "ECONNREFUSED") return null;
    throw new BackupProblem(`The app at ${address} ended or fell silent before the backup was complete; nothing was kept, try again.`);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer.parse(body);
  if (response.status === 404)
    throw new BackupProblem(
      `What answers at ${address} is not this app, or it runs with other ENCRYPTION_KEYS; look at PORT, HOST and the keys.`,
    );
  throw new BackupProblem(refusal.safeParse(body).data?.error ?? `The app at ${address} answered ${response.status}; its log says more.`);
}

async function copyHere(): Promise<Made> {
  const { databasePath } = env;
  if (!existsSync(databasePath)) throw new BackupProblem(`There is no database ${databasePath}; set DATABASE_PATH.`);
  const connection = new Database(databasePath, { timeout: 0 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("BEGIN IMMEDIATE; ROLLBACK");
    return await makeBackup(connection, env.backupFolder);
  } catch (error) {
    const code = codeOf(error);
    if (code.startsWith("SQLITE_BUSY"))
      throw new BackupProblem(
        `The database ${databasePath} is in use, but no app answers on port ${env.port}; set PORT as the app has it.`,
      );
    if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT"))
      throw new BackupProblem(`The database ${databasePath} is damaged; restore it from a backup.`);
    throw error;
  } finally {
    connection.close();
  }
}

/** A copy that does not hold what it should is kept for looking at, under a name that no restore takes for a backup. */
function checked(file: string) {
  try {
    return checkCopy(file, file);
  } catch (error) {
    renameSync(file, `${file}.damaged`);
    throw error instanceof BackupProblem ? new BackupProblem(`${error.message} It was kept as ${file}.damaged.`) : error;
  }
}

/** Removes all but the newest; names sort by time. */
function prune(folder: string): number {
  const names = readdirSync(folder).filter((name) => /^onethread-[\dTZ-]+\.db$/.test(name));
  const old = names.sort().slice(0, -env.backupsKept);
  for (const name of old) rmSync(path.join(folder, name));
  return old.length;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
