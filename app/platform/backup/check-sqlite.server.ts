import { closeSync, fsyncSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { unknownMigration } from "../db/migrate.server.ts";
import { BackupProblem } from "./problem.ts";

export type BackupContents = { shops: number; messages: number; waitingJobs: number };

/**
 * Opens a copy of a database, makes it one file that stands alone, and checks every page and index of it. Reads all of it, so
 * it belongs into a process of its own. `settle` may change it before it is closed and brought to the disk.
 */
export function checkCopy(file: string, named: string, settle: (connection: Database.Database) => void = () => {}): BackupContents {
  const connection = new Database(file, { timeout: 0 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.pragma("journal_mode = DELETE");
    const verdict = connection.pragma("integrity_check(1)", { simple: true });
    if (verdict !== "ok") throw damaged(named);
    const tables = connection
      .prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name IN ('_prisma_migrations', 'RawEvent', 'Job')`)
      .get();
    if ((tables as { n: number }).n !== 3) throw new BackupProblem(`${named} is a database, but not one of Onethread; name another file.`);
    const unknown = unknownMigration(connection);
    if (unknown)
      throw new BackupProblem(`${named} was made by a newer version (migration ${unknown}); install that version first, then restore it.`);
    settle(connection);
    const count = (sql: string) => (connection.prepare(`SELECT count(*) AS n FROM ${sql}`).get() as { n: number }).n;
    return { shops: count(`"Shop"`), messages: count(`"Message"`), waitingJobs: count(`"Job" WHERE state <> 'dead'`) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT")) throw damaged(named);
    throw error;
  } finally {
    connection.close();
    syncFile(file);
  }
}

function damaged(named: string): BackupProblem {
  return new BackupProblem(`${named} is damaged or no database; use another backup.`);
}

/** Brings a file or a folder's list of names to the disk. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}
