import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert, remove, update } from "#app/platform/db/writes.ts";

const opened: DatabaseHandle[] = [];
afterEach(async () => {
  for (const handle of opened.splice(0)) await handle.close();
});
const file = () => join(mkdtempSync(join(tmpdir(), "onethread-search-")), "test.db");
async function open(path = file()): Promise<DatabaseHandle> {
  const handle = await DatabaseHandle.open(path);
  opened.push(handle);
  return handle;
}

const at = new Date(1_000_000);
const message = (id: string, text: string) =>
  insert("Message", {
    id,
    shopId: "shop",
    identityId: "ada",
    channel: "widget",
    account: "shop",
    externalId: id,
    author: "shopper",
    at,
    receivedAt: at,
    content: { text },
    text,
  });

const find = (handle: DatabaseHandle, word: string) =>
  handle.exclusively((prepare) => prepare(`SELECT count(*) AS found FROM "SearchText" WHERE "SearchText" MATCH ?`).get(`"${word}"`));

test("what is written is in the search once it has been filled, each once and in several goes", async () => {
  const handle = await open();
  await handle.commit(Array.from({ length: 450 }, (_, n) => message(`m${n}`, `teapot ${n}`)));
  expect(await find(handle, "teapot")).toEqual({ found: 0 });
  await Promise.all([handle.fillSearch(), handle.fillSearch()]);
  expect(await find(handle, "teapot")).toEqual({ found: 450 });
  await handle.commit([message("later", "kettle")]);
  await handle.fillSearch();
  expect([await find(handle, "kettle"), await find(handle, "teapot")]).toEqual([{ found: 1 }, { found: 450 }]);
});

test("what was changed or erased before it got there stands there as it is, and what is erased after is gone at once", async () => {
  const handle = await open();
  await handle.commit([message("a", "first"), message("b", "second"), message("c", "third")]);
  await handle.commit([
    update("Message", { id: "a" }, { text: "changed" }),
    update("Message", { id: "b" }, { text: "", deletedAt: at }),
    remove("Message", { id: "c" }),
  ]);
  await handle.fillSearch();
  expect(await Promise.all(["first", "second", "third", "changed"].map((word) => find(handle, word)))).toEqual([
    { found: 0 },
    { found: 0 },
    { found: 0 },
    { found: 1 },
  ]);
  await handle.commit([update("Message", { id: "a" }, { text: "" })]);
  expect(await find(handle, "changed")).toEqual({ found: 0 });
});

test("a file whose triggers still filled it goes on without losing or doubling a word", async () => {
  const path = file();
  const before = await DatabaseHandle.open(path);
  await before.commit([message("old", "samovar")]);
  await before.fillSearch();
  await before.close();
  const raw = new Database(path);
  raw.exec(`DROP TABLE "SearchMark"; DROP TRIGGER "SearchMessageChanged"; DROP TRIGGER "SearchMessageGone";
CREATE TRIGGER "SearchMessageAdded" AFTER INSERT ON "Message" WHEN new.text <> '' AND new."deletedAt" IS NULL BEGIN
  INSERT INTO "SearchText" (rowid, shop, words, "identityId") VALUES (new.seq, new."shopId", new.text, new."identityId");
END;
CREATE TRIGGER "SearchMessageChanged" AFTER UPDATE OF text, "deletedAt" ON "Message" BEGIN
  DELETE FROM "SearchText" WHERE rowid = old.seq;
END;
CREATE TRIGGER "SearchMessageGone" AFTER DELETE ON "Message" BEGIN
  DELETE FROM "SearchText" WHERE rowid = old.seq;
END;`);
  raw.close();
  const after = await open(path);
  await after.commit([message("new", "samovar")]);
  await after.fillSearch();
  expect(await find(after, "samovar")).toEqual({ found: 2 });
  await after.commit([remove("Message", { id: "old" })]);
  expect(await find(after, "samovar")).toEqual({ found: 1 });
});

test("what was written just before a stop is searched after the next start", async () => {
  const path = file();
  const before = await DatabaseHandle.open(path);
  await before.commit([message("a", "lantern")]);
  await before.close();
  const after = await open(path);
  await after.fillSearch();
  expect(await find(after, "lantern")).toEqual({ found: 1 });
});
