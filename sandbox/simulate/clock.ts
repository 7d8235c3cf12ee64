/** Waiting that is part of a story: all shoppers act until each is done or waits, then time moves to when the next one goes on. */
export class WaveClock {
  readonly #slots: number;
  readonly #advance: (milliseconds: number) => Promise<void>;
  #now = 0;
  #busy = 0;
  #ready: (() => void)[] = [];
  #parked: { due: number; wake: () => void }[] = [];
  #stir: () => void = () => {};
  #latest: number[] = [];

  /** At most so many act at a time; `advance` lets time pass for everybody. */
  constructor(slots: number, advance: (milliseconds: number) => Promise<void>) {
    this.#slots = slots;
    this.#advance = advance;
  }

  /** Virtual milliseconds since the beginning. */
  get now(): number {
    return this.#now;
  }

  /** How long somebody had to wait for a reply, in real milliseconds. */
  noteReply(milliseconds: number): void {
    this.#latest = [...this.#latest.slice(-99), milliseconds];
  }

  /** After which real time without a reply nobody will answer: on a busy machine everything takes longer. */
  get patience(): number {
    return Math.min(90_000, Math.max(12_000, 4 * Math.max(0, ...this.#latest)));
  }

  /** Plays all of them to their end. */
  async play(stories: (() => Promise<void>)[]): Promise<void> {
    const running = Promise.all(stories.map((story) => this.#tell(story)));
    let over = false;
    void running.then(
      () => {
        over = true;
        this.#stir();
      },
      () => {
        over = true;
        this.#stir();
      },
    );
    while (!over) {
      if (this.#busy === 0 && this.#ready.length === 0 && this.#parked.length > 0) await this.#moveOn();
      await new Promise<void>((resolve) => {
        this.#stir = resolve;
        if (over || (this.#busy === 0 && this.#ready.length === 0 && this.#parked.length > 0)) resolve();
      });
    }
    await running;
  }

  /** Silence of a shopper: gives the place to somebody else until then. */
  async wait(milliseconds: number): Promise<void> {
    const due = Math.max(this.#now + 1, roundTime(this.#now + milliseconds));
    await new Promise<void>((wake) => {
      this.#parked.push({ due, wake });
      this.#leave();
    });
    await this.#enter();
  }

  async #tell(story: () => Promise<void>): Promise<void> {
    await this.#enter();
    try {
      await story();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#busy < this.#slots) {
      this.#busy += 1;
      return;
    }
    // The place is handed over by whoever leaves.
    await new Promise<void>((resolve) => this.#ready.push(resolve));
  }

  #leave(): void {
    const next = this.#ready.shift();
    if (next) next();
    else {
      this.#busy -= 1;
      this.#stir();
    }
  }

  async #moveOn(): Promise<void> {
    const due = Math.min(...this.#parked.map((one) => one.due));
    await this.#advance(due - this.#now);
    this.#now = due;
    const woken = this.#parked.filter((one) => one.due <= due);
    this.#parked = this.#parked.filter((one) => one.due > due);
    for (const one of woken) one.wake();
    // Whoever was woken takes a place before it is asked again whether all rest.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** After a day nobody counts hours: whoever comes back on the same day comes together. */
function roundTime(at: number): number {
  const day = 86_400_000;
  return at < day ? at : Math.floor(at / day) * day;
}
