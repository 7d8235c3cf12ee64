import { type Lane, laneRoom } from "./tasks.ts";

/** What holds a place: one of its lane, one of its shop's share of the lane, and its queue. */
export type Holder = { lane: Lane; shopId: string; queue: string | null };

/** Who holds which place at the moment. */
export class Places {
  readonly #holders = new Set<Holder>();
  readonly #counts = new Map<string, number>();
  readonly #queues = new Set<string>();

  /** Whether a job like this could start now. A shop that is not known yet has its share. */
  hasRoom(job: { lane: Lane; shopId?: string; queue?: string | null }): boolean {
    const { all, ofOneShop } = laneRoom[job.lane];
    if (job.queue && this.#queues.has(job.queue)) return false;
    return this.#count(job.lane) < all && (job.shopId === undefined || this.#count(`${job.lane} ${job.shopId}`) < ofOneShop);
  }

  isLaneFull(lane: Lane): boolean {
    return this.#count(lane) >= laneRoom[lane].all;
  }

  isQueueHeld(queue: string): boolean {
    return this.#queues.has(queue);
  }

  take(holder: Holder): void {
    if (this.#holders.has(holder)) return;
    this.#holders.add(holder);
    if (holder.queue !== null) this.#queues.add(holder.queue);
    this.#change(holder, 1);
  }

  leave(holder: Holder): void {
    if (!this.#holders.delete(holder)) return;
    if (holder.queue !== null) this.#queues.delete(holder.queue);
    this.#change(holder, -1);
  }

  #count(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  #change({ lane, shopId }: Holder, by: number): void {
    for (const key of [lane, `${lane} ${shopId}`]) {
      const count = this.#count(key) + by;
      if (count === 0) this.#counts.delete(key);
      else this.#counts.set(key, count);
    }
  }
}
