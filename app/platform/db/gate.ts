/**
 * The one lock of the embedded database. Whoever holds it owns the connection: a query that came in from
 * elsewhere during a transaction would otherwise run inside it, and be lost with it.
 */
export class Gate {
  #tail: Promise<void> = Promise.resolve();

  /** Waits for its turn (first come, first served); call what it returns to let the next one in. */
  async enter(): Promise<() => void> {
    const before = this.#tail;
    let leave: () => void = () => {};
    this.#tail = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
