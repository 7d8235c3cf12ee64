import type Database from "better-sqlite3";
import { Increment, type NewJob, StaleWrite, type Write } from "./writes.ts";

/** SQL of SQLite. Carries out writes one by one; runs inside the caller's transaction. Returns the rows each changed. */
export function applyWrites(connection: Database.Database, writes: Write[], at: Date): number[] {
  return writes.map((write) => applyWrite(connection, write, at));
}

function applyWrite(connection: Database.Database, write: Write, at: Date): number {
  switch (write.kind) {
    case "insert":
      return insertRow(connection, write.table, write.values, write.ifAbsent);
    case "update": {
      const [setSql, setValues] = assignments(write.set);
      const [whereSql, whereValues] = conditions(write.where);
      const { changes } = prepared(connection, `UPDATE "${write.table}" SET ${setSql} WHERE ${whereSql}`).run(...setValues, ...whereValues);
      return expected(write.table, changes, write.expect);
    }
    case "remove": {
      const [whereSql, whereValues] = conditions(write.where);
      const { changes } = prepared(connection, `DELETE FROM "${write.table}" WHERE ${whereSql}`).run(...whereValues);
      return expected(write.table, changes, write.expect);
    }
    case "enqueue":
      return enqueueRow(connection, write.job, at);
    case "notify":
      return 0;
  }
}

function insertRow(connection: Database.Database, table: string, values: Record<string, unknown>, ifAbsent: boolean): number {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const columns = entries.map(([name]) => `"${name}"`).join(", ");
  const marks = entries.map(() => "?").join(", ");
  const sql = `INSERT ${ifAbsent ? "OR IGNORE " : ""}INTO "${table}" (${columns}) VALUES (${marks})`;
  return prepared(connection, sql).run(...entries.map(([, value]) => encode(value))).changes;
}

/** A waiting job of the same key is moved and refilled instead of doubled. */
function enqueueRow(connection: Database.Database, job: NewJob, at: Date): number {
  const sql = `INSERT INTO "Job" ("shopId","task","lane","payload","key","queue","runAt","attempts","maxAttempts","fence","state","createdAt")
    VALUES (?,?,?,?,?,?,?,0,?,0,'waiting',?)
    ON CONFLICT("key") DO UPDATE SET "runAt" = excluded."runAt", "payload" = excluded."payload"`;
  const values = [
    job.shopId,
    job.task,
    job.lane,
    encode(job.payload),
    job.key ?? null,
    job.queue ?? null,
    job.runAt.getTime(),
    job.maxAttempts,
    at.getTime(),
  ];
  return prepared(connection, sql).run(...values).changes;
}

function expected(table: string, changes: number, wanted: number | undefined): number {
  if (wanted !== undefined && changes !== wanted) throw new StaleWrite(table);
  return changes;
}

function assignments(set: Record<string, unknown>): [string, unknown[]] {
  const entries = Object.entries(set).filter(([, value]) => value !== undefined);
  const sql = entries.map(([name, value]) => (value instanceof Increment ? `"${name}" = "${name}" + ?` : `"${name}" = ?`)).join(", ");
  return [sql, entries.map(([, value]) => encode(value instanceof Increment ? value.by : value))];
}

function conditions(where: Record<string, unknown>): [string, unknown[]] {
  const entries = Object.entries(where);
  if (entries.length === 0 || entries.some(([, value]) => value === undefined)) throw new Error("A condition is missing.");
  const sql = entries.map(([name, value]) => (value === null ? `"${name}" IS NULL` : `"${name}" = ?`)).join(" AND ");
  return [sql, entries.filter(([, value]) => value !== null).map(([, value]) => encode(value))];
}

/** The way Prisma's adapter stores them: instants as milliseconds, booleans as 0/1, JSON as text. */
export function encode(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value !== null && typeof value === "object" && !Buffer.isBuffer(value)) return JSON.stringify(value);
  return value;
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement prepared once per connection and text. */
export function prepared(connection: Database.Database, sql: string): Database.Statement {
  let known = statements.get(connection);
  if (!known) {
    known = new Map();
    statements.set(connection, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    // Prisma's adapter switches the connection to BigInt; our numbers (ids, milliseconds) fit a double.
    statement = connection.prepare(sql).safeIntegers(false);
    known.set(sql, statement);
  }
  return statement;
}
