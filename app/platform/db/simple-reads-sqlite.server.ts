import type Database from "better-sqlite3";
import { encode, prepared } from "./writes-sqlite.server.ts";

/** What Prisma was asked for: the model's name, the operation and its arguments. */
export type Read = { model: string | undefined; operation: string; args: Record<string, unknown> };

type Statement = { sql: string; values: unknown[]; one: boolean; counts: boolean };
type Condition = { sql: string; values: unknown[] };

const operations: Record<string, { one: boolean; counts: boolean }> = {
  findFirst: { one: true, counts: false },
  findFirstOrThrow: { one: true, counts: false },
  findUnique: { one: true, counts: false },
  findUniqueOrThrow: { one: true, counts: false },
  findMany: { one: false, counts: false },
  count: { one: true, counts: true },
};
const comparisons: Record<string, string> = { equals: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" };
const understood = new Set(["where", "orderBy", "take", "select"]);

/**
 * The prepared statement that answers a simple read of Prisma's as Prisma would; null for any other, which Prisma answers
 * itself. Its query compiler takes about a millisecond for each query anew, which was two thirds of the time of a turn.
 */
export function simpleRead({ model, operation, args }: Read): Statement | null {
  const kind = operations[operation];
  // Sessions hold a BigInt and belong to Shopify's library.
  if (!kind || !model || model === "Session" || Object.keys(args).some((key) => !understood.has(key))) return null;
  const where = conditions(args.where);
  const order = ordering(args.orderBy);
  const columns = kind.counts ? "count(*) AS n" : selection(args.select);
  if (!where || order === null || columns === null || (kind.counts && (args.select || args.take !== undefined))) return null;
  const take = kind.counts ? undefined : kind.one ? 1 : args.take;
  if (take !== undefined && (!Number.isInteger(take) || (take as number) < 0)) return null;
  const limit = take === undefined ? "" : ` LIMIT ${take}`;
  return { ...kind, values: where.values, sql: `SELECT ${columns} FROM "${model}" WHERE ${where.sql}${order}${limit}` };
}

/** Runs it. A missing single row is null, a count a number, rows have Prisma's types. */
export function runSimpleRead(connection: Database.Database, { sql, values, one, counts }: Statement): unknown {
  const statement = prepared(connection, sql);
  if (counts) return (statement.get(values) as { n: number }).n;
  const decode = decoderOf(statement);
  if (!one) return (statement.all(values) as Row[]).map(decode);
  const row = statement.get(values) as Row | undefined;
  return row ? decode(row) : null;
}

/** Joins conditions; null when one of them is not understood. `undefined` is no condition, as in Prisma. */
function conditions(where: unknown): Condition | null {
  const all: Condition[] = [];
  for (const [name, value] of Object.entries((where ?? {}) as Record<string, unknown>)) {
    if (value === undefined) continue;
    const condition = name === "OR" ? either(value) : isCompound(name, value) ? conditions(value) : field(name, value);
    if (!condition) return null;
    all.push(condition);
  }
  if (all.length === 0) return { sql: "1", values: [] };
  return { sql: all.map(({ sql }) => sql).join(" AND "), values: all.flatMap(({ values }) => values) };
}

function either(value: unknown): Condition | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const all = value.map(conditions).filter((one) => one !== null);
  // An alternative without a condition means nothing at all to Prisma, not everything.
  if (all.length < value.length || all.some(({ sql }) => sql === "1")) return null;
  return { sql: `(${all.map(({ sql }) => `(${sql})`).join(" OR ")})`, values: all.flatMap(({ values }) => values) };
}

/** `shopId_channel: { shopId, channel }`: Prisma's name for a unique key of several columns. */
function isCompound(name: string, value: unknown): boolean {
  return isPlain(value) && name === Object.keys(value).join("_") && name.includes("_");
}

function field(name: string, value: unknown): Condition | null {
  if (["AND", "NOT"].includes(name)) return null;
  const column = `"${name}"`;
  if (value === null) return { sql: `${column} IS NULL`, values: [] };
  if (!isPlain(value)) return isScalar(value) ? { sql: `${column} = ?`, values: [encode(value)] } : null;
  const parts = Object.entries(value).map(([operator, operand]) => compare(column, operator, operand));
  if (parts.length === 0 || !parts.every((part) => part !== null)) return null;
  return { sql: parts.map(({ sql }) => sql).join(" AND "), values: parts.flatMap(({ values }) => values) };
}

function compare(column: string, operator: string, operand: unknown): Condition | null {
  if (operator === "not" && operand === null) return { sql: `${column} IS NOT NULL`, values: [] };
  if (operator === "in" && Array.isArray(operand) && operand.every(isScalar)) {
    return oneOf(column, operand.map(encode));
  }
  if (!isScalar(operand)) return null;
  if (operator === "not") return { sql: `${column} <> ?`, values: [encode(operand)] };
  const sign = comparisons[operator];
  return sign ? { sql: `${column} ${sign} ?`, values: [encode(operand)] } : null;
}

/** A short list is spelled out, filled up to a power of two: SQLite then knows that it is short, and texts stay few. */
function oneOf(column: string, values: unknown[]): Condition {
  if (values.length === 0) return { sql: "0", values };
  if (values.length > 64) return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
  const filled = [...values, ...Array(2 ** Math.ceil(Math.log2(values.length)) - values.length).fill(values[0])];
  return { sql: `${column} IN (${filled.map(() => "?").join(",")})`, values: filled };
}

function ordering(orderBy: unknown): string | null {
  if (orderBy === undefined) return "";
  const entries = (Array.isArray(orderBy) ? orderBy : [orderBy]).flatMap((one) => Object.entries(one as object));
  if (entries.length === 0 || !entries.every(([, direction]) => direction === "asc" || direction === "desc")) return null;
  return ` ORDER BY ${entries.map(([name, direction]) => `"${name}" ${direction}`).join(", ")}`;
}

function selection(select: unknown): string | null {
  if (select === undefined) return "*";
  const entries = Object.entries(select as object);
  return entries.length > 0 && entries.every(([, wanted]) => wanted === true) ? entries.map(([name]) => `"${name}"`).join(", ") : null;
}

const isScalar = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value) || value instanceof Date;
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

type Row = Record<string, unknown>;
const decoders = new WeakMap<Database.Statement, (row: Row) => Row>();

/** Gives columns their types back by how the table declares them. */
function decoderOf(statement: Database.Statement): (row: Row) => Row {
  const known = decoders.get(statement);
  if (known) return known;
  const declared = statement.columns().map(({ name, type }) => [name, type] as const);
  const special = declared.filter(([, type]) => type === "DATETIME" || type === "BOOLEAN" || type === "JSONB");
  const decode = (row: Row): Row => {
    for (const [name, type] of special) if (row[name] !== null) row[name] = typed(row[name], type);
    return row;
  };
  decoders.set(statement, decode);
  return decode;
}

function typed(value: unknown, type: string | null): unknown {
  if (type === "BOOLEAN") return value === 1;
  return type === "JSONB" ? JSON.parse(String(value)) : new Date(Number(value));
}
