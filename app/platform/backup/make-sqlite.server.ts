import { closeSync, fdatasync, mkdirSync, openSync, readdirSync, renameSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import type Database from "better-sqlite3";
import { now } from "../clock.ts";
import { BackupProblem, discard } from "./problem.ts";

export type Backup = { file: string; bytes: number; at: Date; milliseconds: number };

/** Copied at a time: well under a millisecond of work. */
const pagesPerStep = 100;
/** Handed to the disk at a time, so that the end of the copy does not wait for all of it at once. */
const pagesPerSync = 2_000;
/** What the disk keeps free for the app itself; bytes. */
const reserve = 32_000_000;
const unfinished = ".unfinished";

let underWay = false;

/**
 * Copies the open database into a new file of the folder while everything else goes on; the file is the state at the end of
 * the copying, and stands under its name only when it is complete. SQLite writes what is committed meanwhile into both.
 */
export async function makeBackup(connection: Database.Database, folder: string): Promise<Backup> {
  if (underWay) throw new BackupProblem("A backup is being made already; wait until it has ended.");
  underWay = true;
  const started = performance.now();
  const at = now();
  const file = path.join(folder, `onethread-${at.toISOString().replaceAll(":", "-").replace(".", "-")}.db`);
  const copy = `${file}${unfinished}`;
  try {
    prepareFolder(folder);
    requireSpace(
      folder,
      Number(connection.pragma("page_count", { simple: true })) * Number(connection.pragma("page_size", { simple: true })),
    );
    await copyPages(connection, copy);
    renameSync(copy, file);
    return { file, bytes: statSync(file).size, at, milliseconds: Math.round(performance.now() - started) };
  } catch (error) {
    discard(copy, `${copy}-journal`);
    throw error instanceof BackupProblem ? error : new BackupProblem(wordsFor(error, folder));
  } finally {
    underWay = false;
  }
}

/** Steps between which the event loop turns. While the disk takes what was written, nothing more is copied. */
async function copyPages(connection: Database.Database, copy: string): Promise<void> {
  let descriptor: number | undefined;
  let syncing: Promise<void> | undefined;
  let sinceSync = 0;
  const sync = (): void => {
    const open = descriptor ?? openSync(copy, "r+");
    descriptor = open;
    sinceSync = 0;
    syncing = new Promise((resolve) =>
      fdatasync(open, () => {
        syncing = undefined;
        resolve();
      }),
    );
  };
  try {
    await connection.backup(copy, {
      progress({ remainingPages }) {
        if (syncing) return 0;
        sinceSync += pagesPerStep;
        const almostDone = remainingPages <= pagesPerStep && sinceSync > pagesPerStep;
        if (sinceSync < pagesPerSync && !almostDone) return pagesPerStep;
        sync();
        return 0;
      },
    });
  } finally {
    await syncing;
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Makes the folder, and clears what a process that died in the middle has left there. */
function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (name.includes(unfinished)) discard(path.join(folder, name));
}

function requireSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= bytes + reserve) return;
  const megabytes = (count: number) => `${Math.ceil(count / 1_000_000)} MB`;
  throw new BackupProblem(
    `The backup needs ${megabytes(bytes + reserve)} and the disk of ${folder} has ${megabytes(free)} free; free space there or set BACKUP_DIR.`,
  );
}

function wordsFor(error: unknown, folder: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code.startsWith("SQLITE_IOERR"))
    return `The disk of ${folder} took no more (${code}), so no backup was kept; free space there or set BACKUP_DIR.`;
  return `No backup could be written to ${folder} (${code || "unknown"}); let the app's user write there or set BACKUP_DIR.`;
}
