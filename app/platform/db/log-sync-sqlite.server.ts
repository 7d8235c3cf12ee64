import { closeSync, fdatasync, openSync } from "node:fs";
import type Database from "better-sqlite3";

/**
 * SQLite waits for the disk inside COMMIT and holds the event loop meanwhile. Here it leaves its log to us: under
 * `synchronous=NORMAL` a commit appends to the log without syncing it (only a checkpoint does), and the same sync is then
 * made on another thread. The pragma of the connection stays FULL for everybody else. https://sqlite.org/wal.html
 */
export class LogSync {
  readonly #connection: Database.Database;
  /** Of the log; undefined for a database in memory. */
  readonly #descriptor: number | undefined;
  #failure: Error | undefined;
  #onFailure: (error: Error) => void = () => {};

  /** For a connection whose log has been opened already, by reading from it. */
  constructor(connection: Database.Database) {
    this.#connection = connection;
    this.#descriptor = connection.memory ? undefined : openSync(`${connection.name}-wal`, "r+");
  }

  /**
   * Carries out a transaction and resolves once it is on the disk. Nothing else may use the connection until then.
   * Rejects when it throws; and when the disk fails to sync, from then on always: what the log holds can no longer be known,
   * and only opening the database anew finds out.
   */
  async durably<T>(transaction: () => T): Promise<T> {
    if (this.#failure) throw this.#failure;
    if (this.#descriptor === undefined) return transaction();
    this.#connection.exec("PRAGMA synchronous = NORMAL");
    let result: T;
    try {
      result = transaction();
    } finally {
      this.#connection.exec("PRAGMA synchronous = FULL");
    }
    await this.#sync(this.#descriptor);
    return result;
  }

  /** Called once, when the disk has failed to sync. */
  onFailure(listener: (error: Error) => void): void {
    this.#onFailure = listener;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }

  #sync(descriptor: number): Promise<void> {
    return new Promise((resolve, reject) =>
      fdatasync(descriptor, (error) => {
        if (!error) return resolve();
        this.#failure = Object.assign(new Error("The disk did not take what was written."), { code: "SQLITE_IOERR_FSYNC" });
        this.#onFailure(this.#failure);
        reject(this.#failure);
      }),
    );
  }
}
