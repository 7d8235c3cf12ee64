import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeBackup } from "#app/platform/backup/make-sqlite.server.ts";
import { connectionOf } from "#app/platform/db/connection-sqlite.server.ts";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { freePort } from "#sandbox/app-process.ts";
import { run, startOperatedWorld } from "#tests/operations/operated-world.ts";
import { shopRow } from "#tests/setup/database.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { canMount, SmallDisk } from "#tests/setup/small-disk.ts";

let folder = "";
let target = "";
let backup = "";
const undo: (() => unknown)[] = [];

/** A database with one shop, and a backup of it from before a second shop came. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "onethread-trouble-"));
  undo.push(() => rmSync(folder, { recursive: true }));
  target = join(folder, "onethread.db");
  backup = join(folder, "good.db");
  await withDatabase((database) => database.commit([insert("Shop", shopRow("one"))]));
  copyFileSync(target, backup);
  await withDatabase((database) => database.commit([insert("Shop", shopRow("two"))]));
});
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function withDatabase(work: (database: DatabaseHandle) => Promise<unknown>): Promise<void> {
  const database = await DatabaseHandle.open(target);
  await work(database);
  await database.close();
}

async function operator(script: "backup" | "restore", args: string[] = [], more: Record<string, string> = {}, mostBlocks?: number) {
  const environment = { ...testEnvironment, PORT: String(await freePort()), DATABASE_PATH: target, ...more };
  return run(`scripts/${script}`, { args, environment, mostBlocks });
}

function shopsIn(file: string): number {
  const connection = new Database(file);
  try {
    return (connection.prepare(`SELECT count(*) AS n FROM "Shop"`).get() as { n: number }).n;
  } finally {
    connection.close();
  }
}

/** One sentence, exit code 1, the database as it was and nothing beside it. */
async function refused(args: string[], sentence: RegExp, more: Record<string, string> = {}): Promise<void> {
  const before = readdirSync(folder).sort();
  const ended = await operator("restore", args, more);
  expect(ended.complained).toMatch(sentence);
  expect(ended.complained.split("\n")).toHaveLength(1);
  expect(ended).toMatchObject({ code: 1, said: "" });
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(shopsIn(target)).toBe(2);
}

test("a good backup takes the place of the database, which is kept", async () => {
  const ended = await operator("restore", [backup]);
  expect(ended).toMatchObject({ code: 0, complained: "" });
  expect(shopsIn(target)).toBe(1);
  const kept = readdirSync(folder).find((name) => name.includes("before-restore")) ?? "";
  expect(ended.said).toContain(kept);
  expect(shopsIn(join(folder, kept))).toBe(2);
});

test("no file, a missing file, a folder, the database itself and two files are refused", async () => {
  await refused([], /^Name one backup: npm run restore -- FILE$/);
  await refused([join(folder, "gone.db")], /^There is no file .*gone\.db; name a backup that exists\.$/);
  await refused([folder], /is no file; name one backup in it\.$/);
  await refused([target], /is the database itself; name a backup\.$/);
  await refused([backup, backup], /^Name one backup/);
});

test("damaged backups are refused: other bytes, a cut file, a page overwritten, an empty file", async () => {
  const file = join(folder, "bad.db");
  for (const spoil of [
    () => writeFileSync(file, "this is no database at all, only words ".repeat(200)),
    () => {
      copyFileSync(backup, file);
      truncateSync(file, Math.floor(readFileSync(backup).length / 2));
    },
    () => {
      const bytes = readFileSync(backup);
      bytes.fill(0xa5, 4096 * 5, 4096 * 12);
      writeFileSync(file, bytes);
    },
  ]) {
    spoil();
    await refused([file], /bad\.db is damaged or no database; use another backup\.$/);
  }
  writeFileSync(file, "");
  await refused([file], /bad\.db is a database, but not one of Onethread; name another file\.$/);
});

test("another program's database is refused", async () => {
  const file = join(folder, "other.db");
  const other = new Database(file);
  other.exec("CREATE TABLE songs (name TEXT)");
  other.close();
  await refused([file], /is a database, but not one of Onethread; name another file\.$/);
});

test("a backup of a newer version is refused, and so is starting on it", async () => {
  const newer = new Database(backup);
  newer.exec(`INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name) VALUES ('x', 'x', 1, '20991231000000_later')`);
  newer.close();
  await refused([backup], /was made by a newer version \(migration 20991231000000_later\); install that version first, then restore it\.$/);
  const environment = { ...testEnvironment, PORT: String(await freePort()), DATABASE_PATH: backup };
  expect((await run("app/server", { environment })).complained).toBe(
    "The database was written by a newer version (migration 20991231000000_later); start that version or restore an older backup.",
  );
});

test("while an app runs on the database nothing is restored", async () => {
  const world = await startOperatedWorld();
  undo.push(() => world.stop());
  const ended = await run("scripts/restore", { world, args: [backup] });
  expect(ended).toMatchObject({ code: 1, complained: `The database ${world.databasePath} is in use; stop the app first, then restore.` });
  expect(await (await fetch(`${world.appUrl}/readyz`)).text()).toBe("ready");
});

test("a damaged or missing database is replaced, its left-over log with it", async () => {
  writeFileSync(target, "scrambled".repeat(1_000));
  writeFileSync(`${target}-wal`, "scrambled too");
  expect(await operator("restore", [backup])).toMatchObject({ code: 0 });
  expect(shopsIn(target)).toBe(1);
  expect(readdirSync(folder).filter((name) => name.includes("before-restore"))).toHaveLength(2);
  rmSync(target);
  expect(await operator("restore", [backup])).toMatchObject({ code: 0 });
  expect(shopsIn(target)).toBe(1);
});

test("a backup into a folder that cannot be one, of a missing or damaged database, or from a foreign app says why", async () => {
  const blocked = join(folder, "file");
  writeFileSync(blocked, "");
  const said = async (more: Record<string, string>) => (await operator("backup", [], more)).complained;
  expect(await said({ BACKUP_DIR: join(blocked, "backups") })).toMatch(
    /^No backup could be written to .* \(ENOTDIR\); let the app's user write there or set BACKUP_DIR\.$/,
  );
  expect(await said({ DATABASE_PATH: join(folder, "none.db") })).toMatch(/^There is no database .*none\.db; set DATABASE_PATH\.$/);
  writeFileSync(blocked, "scrambled".repeat(1_000));
  expect(await said({ DATABASE_PATH: blocked })).toMatch(/is damaged; restore it from a backup\.$/);
  expect(existsSync(join(folder, "none.db"))).toBe(false);
  expect(await said({ BACKUP_KEEP: "0" })).toMatch(/^The environment variable BACKUP_KEEP /);

  const world = await startOperatedWorld();
  undo.push(() => world.stop());
  const foreign = { ENCRYPTION_KEYS: `other:${Buffer.alloc(32, 1).toString("base64")}` };
  expect((await run("scripts/backup", { world, environment: foreign })).complained).toMatch(
    /is not this app, or it runs with other ENCRYPTION_KEYS; look at PORT, HOST and the keys\.$/,
  );
  expect((await run("scripts/backup", { world, environment: { PORT: String(await freePort()) } })).complained).toMatch(
    /is in use, but no app answers on port \d+; set PORT as the app has it\.$/,
  );
  expect((await fetch(`${world.appUrl}/backup`, { method: "POST" })).status).toBe(404);
});

test("where files may not grow any more, backup and restore keep nothing and say so", async () => {
  await withDatabase((database) =>
    database.commit(
      [...Array(200).keys()].map((n) =>
        insert("RawEvent", {
          id: `${n}`,
          shopId: "one",
          channel: "c",
          account: "a",
          externalId: `${n}`,
          body: "x".repeat(10_000),
          receivedAt: new Date(),
        }),
      ),
    ),
  );
  const large = join(folder, "large.db");
  copyFileSync(target, large);
  const limited = async (script: "backup" | "restore", ...args: string[]) => (await operator(script, args, {}, 1500)).complained;
  expect(await limited("backup")).toMatch(
    /^The disk of .* took no more \((SQLITE_IOERR\w*|SQLITE_FULL)\), so no backup was kept; free space there or set BACKUP_DIR\.$/,
  );
  expect(readdirSync(join(folder, "backups"))).toEqual([]);
  expect(await limited("restore", large)).toMatch(
    /^The disk of .* took no more \(EFBIG\), so nothing was changed; free space there and restore again\.$/,
  );
  expect(readdirSync(folder).sort()).toEqual(["backups", "good.db", "large.db", "onethread.db"]);
  expect(shopsIn(target)).toBe(2);
});

test.skipIf(!canMount)("on a full disk neither a backup nor a restore leaves anything behind", async () => {
  const disk = SmallDisk.mount("40m");
  if (!disk) throw new Error("No disk.");
  undo.push(() => disk.unmount());
  const onDisk = join(disk.folder, "onethread.db");
  copyFileSync(target, onDisk);
  mkdirSync(join(disk.folder, "backups"));
  disk.fill();
  const full = { DATABASE_PATH: onDisk };
  expect((await operator("backup", [], full)).complained).toMatch(
    /^The backup needs \d+ MB and the disk of .* has 0 MB free; free space there or set BACKUP_DIR\.$/,
  );
  expect((await operator("restore", [backup], full)).complained).toMatch(
    /^The disk of .* took no more \((ENOSPC|SQLITE_FULL)\), so nothing was changed; free space there and restore again\.$/,
  );
  expect(readdirSync(disk.folder).sort()).toEqual(["backups", "filler", "onethread.db"]);
  disk.empty();
  expect(shopsIn(onDisk)).toBe(2);
});

test("a second backup waits for the first", async () => {
  await withDatabase(async (database) => {
    const connection = await connectionOf(database);
    const first = makeBackup(connection, join(folder, "backups"));
    await expect(makeBackup(connection, join(folder, "backups"))).rejects.toThrow(
      "A backup is being made already; wait until it has ended.",
    );
    expect(shopsIn((await first).file)).toBe(2);
  });
});

test("starting on a port that is taken is one sentence", async () => {
  const world = await startOperatedWorld();
  undo.push(() => world.stop());
  const { complained } = await run("app/server", { world, environment: { DATABASE_PATH: target } });
  expect(complained.split("\n").at(-1)).toBe(
    `Nothing can listen on 127.0.0.1 port ${world.appOptions.port} (EADDRINUSE); stop what does, or set HOST and PORT.`,
  );
});
