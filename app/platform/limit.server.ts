import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

type Allowance = { points: number; seconds: number /** How many keys are told apart in that time. */; keys?: number };

/** Keys that come when all places are taken share this many. */
const shared = 1024;

/** So many points in so many seconds for each key. Its memory is bounded: a flood of ever new keys ends up sharing. */
export class Limit {
  readonly #limiter: RateLimiterMemory;
  readonly #allowance: Required<Allowance>;
  #known = new Set<string>();
  #knownUntil = 0;

  constructor({ points, seconds, keys = 50_000 }: Allowance) {
    this.#allowance = { points, seconds, keys };
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Takes one point. Null when there was one, else the seconds to wait. */
  async wait(key: string): Promise<number | null> {
    try {
      await this.#limiter.consume(this.#place(key));
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }

  #place(key: string): string {
    const at = performance.now();
    if (at > this.#knownUntil) {
      this.#known = new Set();
      this.#knownUntil = at + this.#allowance.seconds * 1000;
    }
    if (this.#known.size < this.#allowance.keys) this.#known.add(key);
    if (this.#known.has(key)) return key;
    return `shared:${createHash("sha256").update(key).digest().readUInt16BE() % shared}`;
  }
}

/** How many of something may be open at the same time for each key. */
export class Slots {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The function that gives the slot back, or null when all are taken. */
  take(key: string): (() => void) | null {
    const open = this.#open.get(key) ?? 0;
    if (open >= this.#most) return null;
    this.#open.set(key, open + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
    };
  }
}
