import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert, notify, StaleWrite, update } from "#app/platform/db/writes.ts";

const opened: DatabaseHandle[] = [];
const file = () => join(mkdtempSync(join(tmpdir(), "onethread-db-")), "test.db");
async function open(path = ":memory:"): Promise<DatabaseHandle> {
  const handle = await DatabaseHandle.open(path);
  opened.push(handle);
  return handle;
}
afterEach(async () => {
  for (const handle of opened.splice(0)) await handle.close();
});

const note = (id: string) => ({ id, shopId: "shop", identityId: "who", author: "Kim", text: "hello", createdAt: new Date(1000) });

test("a write that was acknowledged during a failing transaction of someone else is kept", async () => {
  const { prisma } = await open();
  const strangers: Promise<unknown>[] = [];
  const doomed = prisma.$transaction(async (transaction) => {
    await transaction.staffNote.create({ data: note("doomed") });
    for (let n = 0; n < 50; n += 1) strangers.push(prisma.staffNote.create({ data: note(`stranger-${n}`) }));
    // The non-database await that lets the strangers' queries reach the connection.
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw new Error("rolled back");
  });
  await expect(doomed).rejects.toThrow("rolled back");
  await Promise.all(strangers);
  expect(await prisma.staffNote.count({ where: { id: "doomed" } })).toBe(0);
  expect(await prisma.staffNote.count()).toBe(50);
});

test("a commit waits for an open transaction and is not undone with it", async () => {
  const handle = await open();
  let commit: Promise<unknown> = Promise.resolve();
  const doomed = handle.prisma.$transaction(async (transaction) => {
    await transaction.staffNote.create({ data: note("doomed") });
    commit = handle.commit([insert("StaffNote", note("kept"))]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw new Error("rolled back");
  });
  await expect(doomed).rejects.toThrow("rolled back");
  await commit;
  expect((await handle.prisma.staffNote.findMany()).map((row) => row.id)).toEqual(["kept"]);
});

test("a commit with one stale row changes nothing and tells nobody", async () => {
  const handle = await open();
  const told: unknown[] = [];
  handle.onNotice("shop", (notice) => told.push(notice));
  const writes = [
    insert("StaffNote", note("first")),
    notify({ topic: "conversation", shopId: "shop", conversationId: "c" }),
    update("Case", { id: "absent" }, { status: "done" }, 1),
  ];
  await expect(handle.commit(writes)).rejects.toBeInstanceOf(StaleWrite);
  expect(await handle.prisma.staffNote.count()).toBe(0);
  expect(told).toEqual([]);
});

test("what is said to fail with the disk only takes its whole commit with it when it fails all the same", async () => {
  const handle = await open();
  const beside = handle.commit([insert("StaffNote", note("beside"))]);
  const broken = handle.exclusively(
    (prepare) => {
      prepare(`DELETE FROM "StaffNote"`).run();
      throw new Error("not so sure");
    },
    { sure: true },
  );
  await expect(broken).rejects.toThrow("not so sure");
  await expect(beside).rejects.toThrow("not so sure");
  await handle.commit([insert("StaffNote", note("after"))]);
  expect((await handle.prisma.staffNote.findMany()).map((row) => row.id)).toEqual(["after"]);
});

test("what a commit writes, Prisma reads back with its types", async () => {
  const handle = await open();
  const row = {
    id: "s",
    shopId: "shop",
    at: new Date(1_700_000_000_123),
    actor: "staff",
    action: "reply",
    subject: "c",
    detail: { a: [1, "ü"] },
  };
  await handle.commit([insert("Audit", row)]);
  expect(await handle.prisma.audit.findUnique({ where: { id: "s" } })).toEqual(row);
});

test("a second process on the same file is refused in one sentence", async () => {
  const path = file();
  await open(path);
  await expect(DatabaseHandle.open(path)).rejects.toThrow(/is in use by another process; stop that one first\.$/);
});

test("a file that is no database is refused in one sentence", async () => {
  const path = file();
  await import("node:fs").then((fs) => fs.writeFileSync(path, "this is not a database, it is a text file of some length"));
  await expect(DatabaseHandle.open(path)).rejects.toThrow(/is damaged; restore it from a backup\.$/);
});

test.each([
  ["a folder", /cannot be opened; check that its folder exists/, () => mkdtempSync(join(tmpdir(), "onethread-db-"))],
  ["in a folder that is a file", /is a file\.$/, () => join(import.meta.filename, "test.db")],
])("a database path that is %s is refused in one sentence", async (_name, sentence, path) => {
  await expect(DatabaseHandle.open(path())).rejects.toThrow(sentence);
});

test("commits of one turn of the event loop share a transaction, and each stands or falls alone", async () => {
  const handle = await open();
  const told: string[] = [];
  handle.onNotice("shop", (notice) => told.push("conversationId" in notice ? notice.conversationId : ""));
  const tell = (id: string) => notify({ topic: "conversation", shopId: "shop", conversationId: id });
  const inTransaction: boolean[] = [];
  const outcomes = await Promise.allSettled([
    handle.commit([insert("StaffNote", note("one")), tell("one")]),
    handle.commit([insert("StaffNote", note("doomed")), tell("doomed"), update("Case", { id: "absent" }, { status: "done" }, 1)]),
    handle.exclusively((prepare) => {
      // What the neighbours wrote is there before anybody was told of it: one transaction holds all.
      inTransaction.push(told.length === 0, prepare(`SELECT 1 FROM "StaffNote" WHERE id = 'one'`).get() !== undefined);
      throw new TypeError("no");
    }),
    handle.commit([insert("StaffNote", note("two")), tell("two")]),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
  expect(inTransaction).toEqual([true, true]);
  expect((await handle.prisma.staffNote.findMany({ orderBy: { id: "asc" } })).map((row) => row.id)).toEqual(["one", "two"]);
  expect(told).toEqual(["one", "two"]);
});
