import type Database from "better-sqlite3";
import type { DatabaseHandle } from "./database.server.ts";

/** The one connection itself, for what goes through neither statements nor writes: copying the whole database. */
export function connectionOf(database: DatabaseHandle): Promise<Database.Database> {
  return database.exclusively((prepare) => prepare("SELECT 1").database);
}
