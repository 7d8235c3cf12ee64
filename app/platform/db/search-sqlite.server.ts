import type Database from "better-sqlite3";

/**
 * SQLite's full-text index over what staff may look for: messages, names and addresses of shoppers, order names. Triggers
 * keep it, so that nothing can be written or erased past it. It stands outside Prisma's migrations: Prisma would drop
 * the tables that FTS5 makes for itself. A message's row is its `seq`; other rows are numbered below zero by `SearchSource`.
 */
export function prepareSearch(connection: Database.Database): void {
  const exists = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'SearchText'`).get() !== undefined;
  if (exists) return;
  connection.transaction(() => connection.exec([tables, triggers, fill].join("\n")))();
}

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

const messageTriggers = `
CREATE TRIGGER "SearchMessageAdded" AFTER INSERT ON "Message" WHEN new.text <> '' AND new."deletedAt" IS NULL BEGIN
  INSERT INTO "SearchText" (rowid, shop, words, "identityId") VALUES (new.seq, new."shopId", new.text, new."identityId");
END;
CREATE TRIGGER "SearchMessageChanged" AFTER UPDATE OF text, "deletedAt" ON "Message" BEGIN
  DELETE FROM "SearchText" WHERE rowid = old.seq;
  INSERT INTO "SearchText" (rowid, shop, words, "identityId")
    SELECT new.seq, new."shopId", new.text, new."identityId" WHERE new.text <> '' AND new."deletedAt" IS NULL;
END;
CREATE TRIGGER "SearchMessageGone" AFTER DELETE ON "Message" BEGIN
  DELETE FROM "SearchText" WHERE rowid = old.seq;
END;`;

const triggers = [
  messageTriggers,
  ...sources.map(({ table, words, identity, changes }) => {
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
  }),
].join("\n");

const fill = [
  `INSERT INTO "SearchText" (rowid, shop, words, "identityId")
  SELECT seq, "shopId", text, "identityId" FROM "Message" WHERE text <> '' AND "deletedAt" IS NULL;`,
  ...sources.map(
    ({ table, words, identity }) => `
INSERT INTO "SearchSource" (source) SELECT '${table}:' || id FROM "${table}" t WHERE ${words("t")} IS NOT NULL;
INSERT INTO "SearchText" (rowid, shop, words, "identityId") SELECT -s.id, t."shopId", ${words("t")}, t.${identity}
  FROM "${table}" t JOIN "SearchSource" s ON s.source = '${table}:' || t.id;`,
  ),
].join("\n");

/** The words of a search in FTS5's query language, as whole words or as beginnings; null when there is none in it. */
export function searchQuery(text: string, { beginnings }: { beginnings: boolean }): string | null {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu);
  return words ? words.map((word) => `"${word}"${beginnings ? "*" : ""}`).join(" ") : null;
}
