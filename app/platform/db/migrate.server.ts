import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { DatabaseUnavailable } from "./unavailable.ts";

const folder = new URL("../../../prisma/migrations/", import.meta.url).pathname;

/**
 * Brings the database to the newest migration, each in its own transaction, and keeps Prisma's own table so
 * that its command-line tool stays usable. Refuses a file that a newer version has written.
 */
export function migrate(connection: Database.Database): void {
  connection.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
  const unknown = unknownMigration(connection);
  if (unknown) {
    throw new DatabaseUnavailable(
      `The database was written by a newer version (migration ${unknown}); start that version or restore an older backup.`,
    );
  }
  const applied = appliedMigrations(connection);
  for (const name of knownMigrations().filter((one) => !applied.includes(one))) {
    const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
    const checksum = createHash("sha256").update(sql).digest("hex");
    connection.transaction(() => {
      connection.exec(sql);
      connection
        .prepare(
          `INSERT INTO "_prisma_migrations" ("id","checksum","migration_name","finished_at","applied_steps_count") VALUES (?,?,?,?,1)`,
        )
        .run(randomUUID(), checksum, name, Date.now());
    })();
  }
}

/** A migration that this file has seen and this version does not know; undefined when it is of this version or an older one. */
export function unknownMigration(connection: Database.Database): string | undefined {
  const known = knownMigrations();
  return appliedMigrations(connection).find((name) => !known.includes(name));
}

function knownMigrations(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function appliedMigrations(connection: Database.Database): string[] {
  const rows = connection.prepare(`SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`).all();
  return rows.map((row) => String((row as { name: unknown }).name));
}
