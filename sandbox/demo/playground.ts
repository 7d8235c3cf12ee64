import type { WorldOptions } from "../world.ts";
import { DemoSession } from "./session.ts";

/** What the three servers share: the present session, and who wants to know of changes. */
export class Playground {
  storefrontUrl = "";
  adminUrl = "";
  /** Counts the worlds, so that a page can tell a new one from its own. */
  visit = 0;
  readonly #options: WorldOptions;
  readonly #listeners = new Set<() => void>();
  #session: DemoSession | undefined;
  #replacing: Promise<void> | undefined;

  private constructor(options: WorldOptions) {
    this.#options = options;
  }

  static async start(options: WorldOptions): Promise<Playground> {
    const playground = new Playground(options);
    await playground.reset();
    return playground;
  }

  get session(): DemoSession {
    if (!this.#session) throw new Error("The world is not there yet.");
    return this.#session;
  }

  /** Names the world and who is logged in: pages load again when it differs from what they were made for. */
  get scene(): string {
    return `${this.visit}:${this.session.customer}`;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A fresh world in the place of the old one; a second call joins the first. */
  reset(): Promise<void> {
    this.#replacing ??= this.replace().finally(() => {
      this.#replacing = undefined;
    });
    return this.#replacing;
  }

  async stop(): Promise<void> {
    await this.#replacing?.catch(() => undefined);
    await this.#session?.stop();
  }

  private async replace(): Promise<void> {
    const old = this.#session;
    this.#session = await DemoSession.start(this.#options, () => this.changed());
    this.visit += 1;
    this.changed();
    await old?.stop();
  }

  private changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
