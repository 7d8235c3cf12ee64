export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

/** What an operation is thought to cost until Shopify has said it. */
const firstGuess = 100;

/**
 * Remembers how full the shop's bucket of query points is, so that a request waits here instead of being refused
 * there. All times are milliseconds of a clock that only goes forward.
 */
export class Throttle {
  #status: (ThrottleStatus & { at: number }) | undefined;
  readonly #costs = new Map<string, number>();

  /**
   * Takes the points for one request out of the bucket and answers how long to wait before it is sent; null, taking
   * nothing, when that would be longer than `patience`.
   */
  reserve(operation: string, at: number, patience: number): number | null {
    if (!this.#status) return 0;
    const cost = Math.min(this.#costs.get(operation) ?? firstGuess, this.#status.maximumAvailable);
    const available = this.#availableAt(at, this.#status);
    const pause = waitFor(cost - available, this.#status.restoreRate);
    if (pause > patience) return null;
    // May go below zero: the next caller then waits behind this one.
    this.#status = { ...this.#status, currentlyAvailable: available - cost, at };
    return pause;
  }

  /** Takes over what Shopify said with an answer. */
  learn(operation: string, requestedCost: number | undefined, status: ThrottleStatus, at: number): void {
    if (requestedCost !== undefined) this.#costs.set(operation, requestedCost);
    this.#status = { ...status, at };
  }

  #availableAt(at: number, status: ThrottleStatus & { at: number }): number {
    return Math.min(status.maximumAvailable, status.currentlyAvailable + ((at - status.at) / 1000) * status.restoreRate);
  }
}

/** Milliseconds until `missing` points have been restored. */
export function waitFor(missing: number, restoreRate: number): number {
  return missing <= 0 ? 0 : Math.ceil((missing / Math.max(restoreRate, 1)) * 1000);
}
