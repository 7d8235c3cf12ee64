import fs, { copyFileSync, existsSync, mkdtempSync, statSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";

type Sync = (done: (error: Error | null) => void) => void;
const disk: { sync?: Sync } = {};
const real = fs.fdatasync;
const ours = (descriptor: number, done: (error: Error | null) => void) => (disk.sync ? disk.sync(done) : real(descriptor, done));
/** Modules that were loaded before see it as well. */
function put(fdatasync: typeof ours): void {
  Object.assign(fs, { fdatasync });
  syncBuiltinESMExports();
}
beforeAll(() => put(ours));
afterAll(() => put(real));

const opened: DatabaseHandle[] = [];
const folder = () => mkdtempSync(join(tmpdir(), "onethread-durable-"));
async function open(path = join(folder(), "test.db")): Promise<DatabaseHandle> {
  const handle = await DatabaseHandle.open(path);
  opened.push(handle);
  return handle;
}
afterEach(async () => {
  disk.sync = undefined;
  for (const handle of opened.splice(0)) await handle.close();
});

const note = (id: string) => ({ id, shopId: "shop", identityId: "who", author: "Kim", text: "x".repeat(7000), createdAt: new Date(1000) });
const turnOfTheLoop = () => new Promise((resolve) => setTimeout(resolve, 20));

test("a commit is told, and what it wrote is read, only when the disk has it", async () => {
  const handle = await open();
  let release = () => {};
  disk.sync = (done) => {
    release = () => done(null);
  };
  const seen: string[] = [];
  const committed = handle.commit([insert("StaffNote", note("n"))]).then(() => seen.push("told"));
  await turnOfTheLoop();
  const read = handle.prisma.staffNote.count().then((count) => seen.push(`read ${count}`));
  await turnOfTheLoop();
  expect(seen).toEqual([]);
  release();
  await Promise.all([committed, read]);
  expect(seen.sort()).toEqual(["read 1", "told"]);
});

test("when the power fails right after a commit was told, all that was told is there, over foldings of the log, too", async () => {
  const path = join(folder(), "test.db");
  const handle = await open(path);
  const survived = join(folder(), "survived.db");
  // The copy is made when the disk is asked: what is written later is not in it, as with a disk that keeps no more than it must.
  disk.sync = (done) => {
    for (const end of ["", "-wal"]) if (existsSync(path + end)) copyFileSync(path + end, survived + end);
    done(null);
  };
  for (let round = 1; round <= 12; round += 1) {
    await handle.commit(Array.from({ length: 1000 }, (_, n) => insert("StaffNote", note(`${round}-${n}`))));
    const left = new Database(survived, { readonly: true });
    expect(left.prepare(`SELECT count(*) AS n FROM "StaffNote"`).get()).toEqual({ n: round * 1000 });
    expect(left.pragma("quick_check")).toEqual([{ quick_check: "ok" }]);
    left.close();
  }
  // The log was folded into the file on the way.
  expect(statSync(path).size).toBeGreaterThan(32_000_000);
});

test("after a disk that failed to sync nothing is told as stored any more, and whoever runs the app hears of it", async () => {
  const handle = await open();
  const heard: string[] = [];
  handle.onDiskFailure((error) => heard.push(error.message));
  disk.sync = (done) => done(Object.assign(new Error("i/o error"), { code: "EIO" }));
  await expect(handle.commit([insert("StaffNote", note("lost"))])).rejects.toMatchObject({ code: "SQLITE_IOERR_FSYNC" });
  // The next sync of such a disk succeeds though the pages are gone.
  disk.sync = undefined;
  await expect(handle.commit([insert("StaffNote", note("later"))])).rejects.toMatchObject({ code: "SQLITE_IOERR_FSYNC" });
  expect(heard).toEqual(["The disk did not take what was written."]);
});
