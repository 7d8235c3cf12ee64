/** What a reply looks like on whatever device it arrives. */
export type Shown = {
  text: string;
  choices: { id: string; title: string }[];
  /** Widget only: the picker's lines. */
  items?: { id: string; title: string; maxQuantity: number }[];
  itemsChoiceId?: string;
  links: string[];
};

/** A place where a shopper reads and writes. Only what the channel shows is known here. */
export interface Device {
  readonly channel: string;
  say(text: string): Promise<void>;
  /** Taps the first choice of the newest reply that shows a choice like this. */
  tap(title: RegExp): Promise<void>;
  /** The next thing that arrives, in order; waits for it. */
  next(): Promise<Shown>;
  /** Whether anything has arrived that was not read by `next`. */
  unread(): Shown[];
}

const patience = 30_000;

/** Arrived replies in order, with a reader that waits. */
export class Arrivals {
  readonly all: Shown[] = [];
  #read = 0;
  #waiting: (() => void)[] = [];

  add(shown: Shown): void {
    this.all.push(shown);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async next(where: string): Promise<Shown> {
    const deadline = Date.now() + patience;
    while (this.#read >= this.all.length) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`Nothing arrived on ${where} within ${patience / 1000} s.`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    const shown = this.all[this.#read];
    this.#read += 1;
    if (!shown) throw new Error("Nothing arrived.");
    return shown;
  }

  unread(): Shown[] {
    return this.all.slice(this.#read);
  }

  /** The newest reply with a choice like this. */
  choice(title: RegExp): { id: string; title: string } {
    for (const shown of this.all.toReversed()) {
      const found = shown.choices.find((choice) => title.test(choice.title));
      if (found) return found;
    }
    const offered =
      this.all
        .at(-1)
        ?.choices.map((choice) => choice.title)
        .join(" | ") ?? "nothing";
    throw new Error(`No choice like ${title}; offered: ${offered}`);
  }
}
