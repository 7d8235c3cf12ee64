import type Database from "better-sqlite3";
import { prepared } from "./writes-sqlite.server.ts";

/**
 * SQLite's full-text index over what staff may look for: messages, names and addresses of shoppers, order names. Triggers
 * keep it, so that nothing can be changed or erased past it; new messages follow a little later, by `fillSearch`. It stands
 * outside Prisma's migrations: Prisma would drop the tables that FTS5 makes for itself. A message's row is its `seq`; other
 * rows are numbered below zero by `SearchSource`.
 */
export function prepareSearch(connection: Database.Database): void {
  const exists = (name: string) => connection.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(name) !== undefined;
  if (exists("SearchMark")) return;
  // Files from before the mark hold every message already; only their triggers are other ones.
  const sql = exists("SearchText") ? [mark, olderTriggersGone, messageTriggers] : [tables, mark, messageTriggers, ...triggers, ...fill];
  connection.transaction(() => connection.exec(sql.join("\n")))();
}

/**
 * Takes up to `most` messages that are not in the index yet into it, in the order they came. Returns whether more may wait.
 * Many at once cost a tenth of what each costs alone, since FTS5 writes and merges a piece of its index each time.
 */
export function fillSearch(connection: Database.Database, most: number): boolean {
  const { from } = prepared(connection, `SELECT seq AS "from" FROM "SearchMark"`).get() as { from: number };
  const next = `SELECT max(seq) AS "to", count(*) AS found FROM (SELECT seq FROM "Message" WHERE seq > ? ORDER BY seq LIMIT ?)`;
  const { to, found } = prepared(connection, next).get(from, most) as { to: number | null; found: number };
  if (to === null) return false;
  prepared(connection, `${addMessages} AND seq > ? AND seq <= ?`).run(from, to);
  prepared(connection, `UPDATE "SearchMark" SET seq = ?`).run(to);
  return found === most;
}

const addMessages = `INSERT INTO "SearchText" (rowid, shop, words, "identityId")
  SELECT seq, "shopId", text, "identityId" FROM "Message" WHERE text <> '' AND "deletedAt" IS NULL`;

/** Up to which message the index goes. */
const mark = `
CREATE TABLE "SearchMark" (seq INTEGER NOT NULL);
INSERT INTO "SearchMark" SELECT coalesce(max(seq), 0) FROM "Message";`;

const olderTriggersGone = `
DROP TRIGGER "SearchMessageAdded";
DROP TRIGGER "SearchMessageChanged";
DROP TRIGGER "SearchMessageGone";`;

const tables = `
CREATE VIRTUAL TABLE "SearchText" USING fts5(shop UNINDEXED, words, "identityId" UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
-- What is erased is overwritten in the index at once, not at some later merge.
INSERT INTO "SearchText" ("SearchText", rank) VALUES ('secure-delete', 1);
CREATE TABLE "SearchSource" (id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL UNIQUE);`;

/** Where the words of a row come from; `row` stands for the row's own name (new, old or the table). */
const sources = [
  {
    table: "Identity",
    words: (row: string) => `coalesce(${row}.label, '') || ' ' || ${row}."externalId"`,
    identity: "id",
    changes: `label`,
  },
  { table: "Case", words: (row: string) => `${row}."orderName"`, identity: `"identityId"`, changes: `"orderName"` },
];

/** What is not in the index yet is taken into it as it stands by then. */
const messageTriggers = `
CREATE TRIGGER "SearchMessageChanged" AFTER UPDATE OF text, "deletedAt" ON "Message" WHEN old.seq <= (SELECT seq FROM "SearchMark") BEGIN
  DELETE FROM "SearchText" WHERE rowid = old.seq;
  INSERT INTO "SearchText" (rowid, shop, words, "identityId")
    SELECT new.seq, new."shopId", new.text, new."identityId" WHERE new.text <> '' AND new."deletedAt" IS NULL;
END;
CREATE TRIGGER "SearchMessageGone" AFTER DELETE ON "Message" WHEN old.seq <= (SELECT seq FROM "SearchMark") BEGIN
  DELETE FROM "SearchText" WHERE rowid = old.seq;
END;`;

const triggers = sources.map(({ table, words, identity, changes }) => {
  const source = (row: string) => `'${table}:' || ${row}.id`;
  const add = `INSERT OR IGNORE INTO "SearchSource" (source) SELECT ${source("new")} WHERE ${words("new")} IS NOT NULL;
  INSERT INTO "SearchText" (rowid, shop, words, "identityId") SELECT -s.id, new."shopId", ${words("new")}, new.${identity}
    FROM "SearchSource" s WHERE s.source = ${source("new")} AND ${words("new")} IS NOT NULL;`;
  const drop = `DELETE FROM "SearchText" WHERE rowid = (SELECT -id FROM "SearchSource" WHERE source = ${source("old")});`;
  return `
CREATE TRIGGER "Search${table}Added" AFTER INSERT ON "${table}" BEGIN
  ${add}
END;
CREATE TRIGGER "Search${table}Changed" AFTER UPDATE OF ${changes} ON "${table}" BEGIN
  ${drop}
  ${add}
END;
CREATE TRIGGER "Search${table}Gone" AFTER DELETE ON "${table}" BEGIN
  ${drop}
  DELETE FROM "SearchSource" WHERE source = ${source("old")};
END;`;
});

const fill = [
  `${addMessages};`,
  ...sources.map(
    ({ table, words, identity }) => `
INSERT INTO "SearchSource" (source) SELECT '${table}:' || id FROM "${table}" t WHERE ${words("t")} IS NOT NULL;
INSERT INTO "SearchText" (rowid, shop, words, "identityId") SELECT -s.id, t."shopId", ${words("t")}, t.${identity}
  FROM "${table}" t JOIN "SearchSource" s ON s.source = '${table}:' || t.id;`,
  ),
];

/** The words of a search in FTS5's query language, as whole words or as beginnings; null when there is none in it. */
export function searchQuery(text: string, { beginnings }: { beginnings: boolean }): string | null {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu);
  return words ? words.map((word) => `"${word}"${beginnings ? "*" : ""}`).join(" ") : null;
}
