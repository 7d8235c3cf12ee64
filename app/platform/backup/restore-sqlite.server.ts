import { closeSync, copyFileSync, existsSync, linkSync, mkdirSync, openSync, readSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { now } from "../clock.ts";
import { type BackupContents, checkCopy, syncFile } from "./check-sqlite.server.ts";
import { BackupProblem, discard } from "./problem.ts";

export type Restored = BackupContents & { kept: string | null; inDoubt: number };

/**
 * Puts a backup into the place of the database. Until the one rename that does it, the old database is whole and in its
 * place; it is kept beside the new one. Throws BackupProblem, with nothing changed, when it cannot be done.
 */
export function restoreBackup(backup: string, target: string): Restored {
  requireFile(backup);
  if (existsSync(target) && statSync(target).ino === statSync(backup).ino)
    throw new BackupProblem(`${backup} is the database itself; name a backup.`);
  const copy = `${target}.restoring`;
  let held: Database.Database | null = null;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    held = holdOld(target);
    copyFileSync(backup, copy);
    let inDoubt = 0;
    const contents = checkCopy(copy, backup, (connection) => {
      inDoubt = settleInDoubt(connection);
    });
    const kept = swap(copy, target);
    return { ...contents, inDoubt, kept };
  } catch (error) {
    discard(copy, `${copy}-journal`, `${copy}-wal`);
    throw error instanceof BackupProblem ? error : new BackupProblem(wordsFor(error, target));
  } finally {
    held?.close();
  }
}

function requireFile(backup: string): void {
  if (!existsSync(backup)) throw new BackupProblem(`There is no file ${backup}; name a backup that exists.`);
  if (!statSync(backup).isFile()) throw new BackupProblem(`${backup} is no file; name one backup in it.`);
}

/**
 * Locks the old database until the swap, so that no app can start on it meanwhile, and brings its write-ahead log into the
 * file: a log left behind would be played into the new database. Null where there is none, or none that can be read.
 */
function holdOld(target: string): Database.Database | null {
  if (!existsSync(target) || !looksLikeDatabase(target)) return null;
  const connection = new Database(target, { timeout: 0 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.pragma("journal_mode = DELETE");
    connection.exec("BEGIN EXCLUSIVE");
    return connection;
  } catch (error) {
    connection.close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // Whoever runs on it would have locked it before its first byte could be found wrong.
    if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT")) return null;
    if (code.startsWith("SQLITE_BUSY")) throw new BackupProblem(`The database ${target} is in use; stop the app first, then restore.`);
    throw error;
  }
}

/** Anything else is left to itself: opening it would spoil what may be saved from it and its log. */
function looksLikeDatabase(file: string): boolean {
  const start = Buffer.alloc(16);
  const descriptor = openSync(file, "r");
  readSync(descriptor, start);
  closeSync(descriptor);
  return start.toString("latin1") === "SQLite format 3\0";
}

/** The old file gets a second name, then the new one takes the first in one step. */
function swap(copy: string, target: string): string | null {
  const kept = `${target}.before-restore-${now().toISOString().replaceAll(":", "-").replace(".", "-")}`;
  const existed = existsSync(target);
  if (existed) linkSync(target, kept);
  // A log is left only by a damaged or removed database, and would be played into the new one.
  if (existsSync(`${target}-wal`)) renameSync(`${target}-wal`, `${kept}-wal`);
  renameSync(copy, target);
  syncFile(path.dirname(target));
  return existed ? kept : null;
}

/**
 * What was about to happen when the backup was made has probably happened since. Effects are therefore read back from the
 * store before they are tried, and deliveries are left unknown for staff to see instead of being sent a second time.
 */
function settleInDoubt(connection: Database.Database): number {
  const effects = connection.prepare(`UPDATE "Effect" SET state = 'unknown' WHERE state IN ('planned', 'running')`).run();
  const deliveries = connection
    .prepare(`UPDATE "Delivery" SET state = 'unknown', error = 'restored' WHERE state IN ('planned', 'sending')`)
    .run();
  connection.prepare(`DELETE FROM "Job" WHERE task IN ('delivery.send', 'delivery.settle', 'delivery.typing')`).run();
  return effects.changes + deliveries.changes;
}

function wordsFor(error: unknown, target: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const folder = path.dirname(target);
  if (code === "ENOSPC" || code === "EFBIG" || code === "EDQUOT" || code === "SQLITE_FULL" || code.startsWith("SQLITE_IOERR"))
    return `The disk of ${folder} took no more (${code}), so nothing was changed; free space there and restore again.`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN"))
    return `${folder} cannot be written (${code}), so nothing was changed; restore as the user that the app runs as.`;
  return `The backup could not be restored (${code || (error instanceof Error ? error.message : "unknown")}); nothing was changed.`;
}
