import type { DatabaseHandle } from "./database.server.ts";

/**
 * Whether the database takes writes right now: writes the header's user version, which nothing else uses, as a commit of
 * its own through to the disk. Resolves to null, or to one sentence on what is wrong.
 */
export async function whyNotWritable(database: DatabaseHandle): Promise<string | null> {
  try {
    await database.exclusively((prepare) => prepare("PRAGMA user_version = 0").run());
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "SQLITE_FULL") return "The disk of the database is full; free space on it.";
    if (code.startsWith("SQLITE_READONLY")) return "The database is read-only; give its folder back to the app's user.";
    if (code.startsWith("SQLITE_IOERR")) return "The disk of the database cannot be read or written; look at the disk.";
    if (code.startsWith("SQLITE_CORRUPT")) return "The database is damaged; stop the app and restore it from a backup.";
    return "The database takes no writes; the log says more.";
  }
}
