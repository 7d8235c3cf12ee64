import type Database from "better-sqlite3";

/**
 * SQLite's full-text index over the passages that the assistant answers from. It keeps no words of its own: triggers tell it
 * of every passage that comes or goes. The shop is a word of it too, so that a search reads that shop's passages only. Like
 * the search of the inbox it stands outside Prisma's migrations.
 */
export function prepareKnowledge(connection: Database.Database): void {
  const exists = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'KnowledgeText'`).get() !== undefined;
  if (!exists) connection.transaction(() => connection.exec(index))();
}

const columns = `"shopId", "headingTerms", terms`;
const values = (row: string) => `${row}."shopId", ${row}."headingTerms", ${row}.terms`;

const index = `
CREATE VIRTUAL TABLE "KnowledgeText" USING fts5(${columns}, content = 'KnowledgePassage', content_rowid = 'seq', tokenize = 'unicode61');
-- How many passages hold a word, for telling rare words from common ones.
CREATE VIRTUAL TABLE "KnowledgeWord" USING fts5vocab('KnowledgeText', 'row');
CREATE TRIGGER "KnowledgePassageAdded" AFTER INSERT ON "KnowledgePassage" BEGIN
  INSERT INTO "KnowledgeText" (rowid, ${columns}) VALUES (new.seq, ${values("new")});
END;
CREATE TRIGGER "KnowledgePassageGone" AFTER DELETE ON "KnowledgePassage" BEGIN
  INSERT INTO "KnowledgeText" ("KnowledgeText", rowid, ${columns}) VALUES ('delete', old.seq, ${values("old")});
END;
INSERT INTO "KnowledgeText" ("KnowledgeText") VALUES ('rebuild');`;
