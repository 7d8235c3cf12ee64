import type Database from "better-sqlite3";
import { fault } from "../fault.ts";
import type { Gate } from "./gate.ts";
import type { LogSync } from "./log-sync-sqlite.server.ts";

type Unit = { work: () => unknown; sure: boolean; resolve: (result: never) => void; reject: (error: unknown) => void };
/**
 * `last`: sees all that the others of its commit have written. `sure`: fails only when the disk does, and then takes the whole
 * commit with it; it needs no savepoint, which costs as much as the two inserts of an event.
 */
export type CommitOptions = { last?: boolean; sure?: boolean };
type Outcome = { result: unknown } | { error: unknown };

/** So many units share a commit at most: their work must not keep the event loop longer than the disk does. */
const mostUnits = 200;

/**
 * Everything that is to be written in one turn of the event loop shares one transaction, and so one wait for the disk,
 * which is what makes durable commits affordable. Each unit stands or falls alone, by a savepoint; all of them are
 * told only when the commit is on the disk. The event loop turns while the disk is waited for; the gate stays shut, so that
 * nobody reads what is not on the disk yet.
 */
export class CommitGroup {
  readonly #connection: Database.Database;
  /** Made once: making one costs more than most of what runs in it. */
  readonly #transaction: (units: Unit[]) => Outcome[];
  readonly #savepoint: (work: () => unknown) => unknown;
  readonly #gate: Gate;
  readonly #log: LogSync;
  #waiting: Unit[] = [];
  #last: Unit[] = [];
  #scheduled = false;

  constructor(connection: Database.Database, gate: Gate, log: LogSync) {
    this.#connection = connection;
    this.#transaction = connection.transaction((units: Unit[]) => {
      const outcomes = units.map(({ work, sure }) => (sure ? { result: work() } : this.#attempt(work)));
      fault("commit.written");
      return outcomes;
    }).immediate;
    this.#savepoint = connection.transaction((work: () => unknown) => work());
    this.#gate = gate;
    this.#log = log;
  }

  /**
   * Runs synchronous work in the next shared transaction. Rejects, with nothing of it kept, when it or the commit throws.
   */
  run<T>(work: () => T, { last = false, sure = false }: CommitOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      (last ? this.#last : this.#waiting).push({ work, sure, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length + this.#last.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => void this.#gate.run(() => this.#flush(), true));
  }

  async #flush(): Promise<void> {
    this.#scheduled = false;
    const units = [...this.#waiting.splice(0, mostUnits), ...this.#last.splice(0)];
    this.#schedule();
    try {
      fault("commit.begin");
      const outcomes = await this.#log.durably(() => this.#transaction(units));
      fault("commit.durable");
      for (const [place, unit] of units.entries()) {
        const outcome = outcomes[place] as Outcome;
        if ("error" in outcome) unit.reject(outcome.error);
        else unit.resolve(outcome.result as never);
      }
    } catch (error) {
      for (const { reject } of units) reject(error);
    }
  }

  #attempt(work: () => unknown): Outcome {
    try {
      return { result: this.#savepoint(work) };
    } catch (error) {
      // A full disk ends the whole transaction by itself: then nobody's work stands.
      if (!this.#connection.inTransaction) throw error;
      return { error };
    }
  }
}
