/** Milliseconds. */
const longestBreath = 4;

/**
 * The one lock of the embedded database. Whoever holds it owns the connection: a query that came in from
 * elsewhere during a transaction would otherwise run inside it, and be lost with it. First come, first served,
 * but what a vendor waits for (`urgent`) goes before everything of our own. Under load something urgent always waits: between
 * two such turns one of the others has theirs.
 *
 * Queries of an embedded database end at once, so a backlog of jobs would run on in microtasks for seconds and no
 * request would be read meanwhile. Every few milliseconds the lock is therefore handed on through the event loop.
 */
export class Gate {
  readonly #urgent: (() => void)[] = [];
  readonly #others: (() => void)[] = [];
  #lastWasUrgent = false;
  #held = false;
  #lastBreath = 0;

  /** Waits for its turn; call what it returns to let the next one in. */
  async enter(urgent = false): Promise<() => void> {
    if (this.#held) await new Promise<void>((resolve) => (urgent ? this.#urgent : this.#others).push(resolve));
    this.#held = true;
    this.#lastWasUrgent = urgent;
    return () => this.#leave();
  }

  async run<T>(work: () => T | Promise<T>, urgent = false): Promise<T> {
    const leave = await this.enter(urgent);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Hands the lock on without letting it go, so that nobody slips in between. */
  #leave(): void {
    const now = performance.now();
    if (now - this.#lastBreath < longestBreath) {
      this.#handOn();
      return;
    }
    this.#lastBreath = now;
    setImmediate(() => {
      this.#lastBreath = performance.now();
      this.#handOn();
    });
  }

  #handOn(): void {
    const [first, second] = this.#lastWasUrgent ? [this.#others, this.#urgent] : [this.#urgent, this.#others];
    const next = first.shift() ?? second.shift();
    if (next) next();
    else this.#held = false;
  }
}
