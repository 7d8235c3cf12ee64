import { EventEmitter } from "node:events";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type Database from "better-sqlite3";
import { PrismaClient } from "../../../prisma/generated/client.ts";
import { now } from "../clock.ts";
import { errorFields, log } from "../log.ts";
import { Gate } from "./gate.ts";
import { GatedAdapterFactory } from "./gated-adapter.server.ts";
import { CommitGroup, type CommitOptions } from "./group-commit-sqlite.server.ts";
import { prepareKnowledge } from "./knowledge-sqlite.server.ts";
import { LogSync } from "./log-sync-sqlite.server.ts";
import { migrate } from "./migrate.server.ts";
import { fillSearch, prepareSearch } from "./search-sqlite.server.ts";
import { runSimpleRead, simpleRead } from "./simple-reads-sqlite.server.ts";
import { DatabaseUnavailable } from "./unavailable.ts";
import type { NewJob, Notice, Write } from "./writes.ts";
import { applyWrites, prepared } from "./writes-sqlite.server.ts";

/** Gives the prepared statement of a text. */
export type Prepare = (sql: string) => Database.Statement;

/** A job that is being put in, as far as it decides whether it can start. Ingress learns the shop with the commit only. */
export type Enqueued = Pick<NewJob, "lane" | "queue" | "runAt"> & { shopId?: string };

/** New messages are gathered for so long (milliseconds) before they go into the search, and so many at a time. */
const searchDelay = 5_000;
const searchBatch = 200;

/** One process, one connection, one lock. */
export class DatabaseHandle {
  readonly prisma: PrismaClient;
  readonly #connection: Database.Database;
  readonly #gate: Gate;
  readonly #hourly: NodeJS.Timeout;
  #soon: NodeJS.Timeout | undefined;
  readonly #log: LogSync;
  readonly #group: CommitGroup;
  readonly #notices = new EventEmitter().setMaxListeners(0);
  #onEnqueue: (jobs: Enqueued[]) => void = () => {};

  private constructor(prisma: PrismaClient, connection: Database.Database, gate: Gate) {
    this.prisma = prisma;
    this.#connection = connection;
    this.#gate = gate;
    this.#hourly = setInterval(
      () => void this.optimize().catch((error) => log.warn("optimize-failed", errorFields(error))),
      3_600_000,
    ).unref();
    this.#log = new LogSync(connection);
    this.#group = new CommitGroup(connection, gate, this.#log);
  }

  /** Opens (and makes, and migrates) the file. Throws DatabaseUnavailable for what the operator can mend. */
  static async open(path: string): Promise<DatabaseHandle> {
    const gate = new Gate();
    let connection: Database.Database | undefined;
    const factory = new GatedAdapterFactory(path, gate, (opened) => {
      connection = opened;
      prepareConnection(opened);
    });
    const plain = new PrismaClient({ adapter: factory });
    try {
      if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
      await plain.$connect();
    } catch (error) {
      throw unavailable(error, path) ?? error;
    }
    if (!connection) throw new DatabaseUnavailable(`The database ${path} could not be opened.`);
    return new DatabaseHandle(withSimpleReads(plain, connection, gate), connection, gate);
  }

  /**
   * Carries out all writes in one transaction, then tells the listeners. Returns how many rows each changed.
   * Throws StaleWrite, and undoes everything, when a row was not as expected. `applied` is called inside the transaction
   * once the writes have gone through; only the commit can still fail then.
   */
  async commit(writes: Write[], applied: () => void = () => {}): Promise<number[]> {
    if (writes.length === 0) return [];
    const done = this.#group.run(() => {
      const changes = applyWrites(this.#connection, writes, now());
      applied();
      return changes;
    });
    const jobs = writes.flatMap((write) => (write.kind === "enqueue" ? write.job : []));
    if (jobs.length > 0) this.jobsEnqueued(jobs);
    const changes = await done;
    for (const write of writes) if (write.kind === "notify") this.tell(write.notice);
    if (writes.some((write) => write.kind === "insert" && write.table === "Message")) this.#fillSearchSoon();
    return changes;
  }

  /** Runs synchronous work with prepared statements in a transaction of its own: ingress, queue, search. */
  exclusively<T>(work: (prepare: Prepare) => T, options: CommitOptions = {}): Promise<T> {
    return this.#group.run(() => work((sql) => prepared(this.#connection, sql)), options);
  }

  tell(notice: Notice): void {
    this.#notices.emit(notice.shopId, notice);
    // Of staff alone: what shoppers follow never hears of it.
    if (notice.topic === "connection" || notice.topic === "escalated" || notice.topic === "mentioned") return;
    this.#notices.emit("conversationId" in notice ? notice.conversationId : notice.identityId, notice);
  }

  /** Listens to what concerns one shop, conversation or identity, by its id. Returns how to stop. */
  onNotice(subjectId: string, listener: (notice: Notice) => void): () => void {
    this.#notices.on(subjectId, listener);
    return () => this.#notices.off(subjectId, listener);
  }

  /** Called whenever a commit that puts jobs into the queue is under way. */
  onEnqueue(listener: (jobs: Enqueued[]) => void): void {
    this.#onEnqueue = listener;
  }

  jobsEnqueued(jobs: Enqueued[]): void {
    this.#onEnqueue(jobs);
  }

  /**
   * Brings the search up to the newest message; for whoever is about to search, and every few seconds by itself. Where nothing can
   * be written, what was brought in before is still found.
   */
  async fillSearch(): Promise<void> {
    try {
      while (await this.#group.run(() => fillSearch(this.#connection, searchBatch)));
    } catch (error) {
      log.warn("search-fill-failed", errorFields(error));
    }
  }

  #fillSearchSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.fillSearch();
    }, searchDelay).unref();
  }

  /** Lets SQLite look again at how its tables have grown, which decides how it reads them; done every hour. Milliseconds. */
  optimize(): Promise<void> {
    return this.#gate.run(() => void this.#connection.pragma("optimize"));
  }

  /** Folds the log of changes into the file and cuts it to nothing: what was erased stands in neither then. */
  emptyLog(): Promise<void> {
    return this.#gate.run(() => void this.#connection.pragma("wal_checkpoint(TRUNCATE)"));
  }

  /** Called once when the disk fails to sync: nothing can be written from then on, until the database is opened anew. */
  onDiskFailure(listener: (error: Error) => void): void {
    this.#log.onFailure(listener);
  }

  async close(): Promise<void> {
    clearInterval(this.#hourly);
    clearTimeout(this.#soon);
    // Not while a commit waits for the disk.
    await this.#gate.run(async () => {
      await this.prisma.$disconnect();
      this.#log.close();
    });
  }
}

/** Prisma with its simple reads answered by prepared statements. Inside a transaction of Prisma's everything stays with Prisma. */
function withSimpleReads(prisma: PrismaClient, connection: Database.Database, gate: Gate): PrismaClient {
  const extended = prisma.$extends({
    query: {
      async $allOperations({ query, ...call }) {
        const { transaction } = (call as { __internalParams?: { transaction?: unknown } }).__internalParams ?? {};
        const read = transaction ? null : simpleRead({ model: call.model, operation: call.operation, args: call.args ?? {} });
        if (!read) return query(call.args);
        const found = await gate.run(() => runSimpleRead(connection, read));
        // Prisma words its own error for a row that must be there.
        return found === null && call.operation.endsWith("OrThrow") ? query(call.args) : found;
      },
    },
  });
  // An extension of queries changes no types but the client's own name.
  return extended as unknown as PrismaClient;
}

function prepareConnection(connection: Database.Database): void {
  connection.pragma("busy_timeout = 0");
  connection.pragma("locking_mode = EXCLUSIVE");
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  // What is removed is overwritten, so that nobody finds it in the file.
  connection.pragma("secure_delete = ON");
  // 64 MiB of pages: with SQLite's own 2 MB each insert into a large index reads the file again.
  connection.pragma("cache_size = -65536");
  // 16 MiB of log before it is folded into the file, which holds everything up: pages that change all the time are folded less often.
  connection.pragma("wal_autocheckpoint = 4096");
  migrate(connection);
  // What a savepoint sets aside would go to a file and back, in the middle of every commit.
  connection.pragma("temp_store = MEMORY");
  prepareSearch(connection);
  prepareKnowledge(connection);
  connection.pragma("analysis_limit = 400");
  connection.pragma("optimize = 0x10002");
}

/** What the operator can mend, in one sentence; undefined for a fault of ours. */
function unavailable(error: unknown, path: string): DatabaseUnavailable | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = Object.entries({
    SQLITE_BUSY: `The database ${path} is in use by another process; stop that one first.`,
    SQLITE_NOTADB: `The database ${path} is damaged; restore it from a backup.`,
    SQLITE_CORRUPT: `The database ${path} is damaged; restore it from a backup.`,
    SQLITE_CANTOPEN: `The database ${path} cannot be opened; check that its folder exists and that this user may write there.`,
    SQLITE_READONLY: `The database ${path} cannot be written; check its permissions and those of its folder.`,
    SQLITE_FULL: `The disk that holds ${path} is full; make room and start again.`,
    SQLITE_IOERR: `The disk that holds ${path} does not work as it should; check it, then restore a backup if need be.`,
    EACCES: `This user may not make the folder of the database ${path}.`,
    ENOSPC: `The disk that holds ${path} is full; make room and start again.`,
    ENOTDIR: `The folder of the database ${path} is a file.`,
    EEXIST: `The folder of the database ${path} is a file.`,
    EROFS: `The disk that holds ${path} is read-only.`,
  }).find(([beginning]) => code.startsWith(beginning))?.[1];
  return sentence ? new DatabaseUnavailable(sentence) : undefined;
}

let current: DatabaseHandle | undefined;

/** The process's database. Throws when `openDatabase` was not awaited before. */
export function database(): DatabaseHandle {
  if (!current) throw new Error("The database is not open yet.");
  return current;
}

export async function openDatabase(path: string): Promise<DatabaseHandle> {
  current = await DatabaseHandle.open(path);
  return current;
}
