import { type AppOptions, AppProcess, type Arming } from "../app-process.ts";
import { World } from "../world.ts";
import type { Waiting } from "./boot.ts";
import { quietSettings } from "./journeys/begun.ts";

/** How one process is to end: at a point it passes, at the first of those that are left, or so many milliseconds from now. */
export type Death =
  | { at: "point"; point: string; occurrence: number }
  | { at: "any"; left: Set<string> }
  | { at: "moment"; milliseconds: number };

/** Meta and Shopify wait longer; here a restart takes a second or two, and every try must find its order. */
const couriersPause = 20;
const couriersTries = 400;
const plenty = 1_000_000;
const compileCache = new URL("../../.data/faults/compile-cache", import.meta.url).pathname;

/**
 * One world whose app is killed again and again. Another process stands by with everything loaded and takes over the database
 * file as soon as the one before it is dead.
 */
export class Life {
  readonly world: World;
  kills = 0;
  /** The points at which it died so far, the latest last. */
  readonly killedAt: string[] = [];
  readonly #program: string;
  #standby: AppProcess | undefined;
  /** How the present process is to end, and those after it. */
  #death: Death | undefined;
  #deaths: Death[] = [];
  #timer: NodeJS.Timeout | undefined;
  #reviving: Promise<void> | undefined;
  #stopped = false;
  #broken: unknown;

  private constructor(world: World, program: string) {
    this.world = world;
    this.#program = program;
  }

  /** Starts a world with the shop installed and all channels connected. */
  static async start(program: string, verbose = false): Promise<Life> {
    const world = await World.start({
      verbose,
      gemini: true,
      moreShops: 1,
      startApp: (options) => begin(load(options, program), 0, null),
    });
    Object.assign(world.meta.courier.manner, { retries: couriersTries, retryDelayMs: couriersPause });
    // Shopify's limits are another test's matter; here they would only cost time.
    for (const { admin } of [world.shopify, ...world.moreShops]) Object.assign(admin.bucket, { maximum: plenty, restoreRate: plenty });
    const life = new Life(world, program);
    await world.install();
    // One world sees hundreds of returns in its one day.
    const rules = {
      windowDays: "30",
      windowStartsAt: "delivered",
      finalSaleTags: "final-sale",
      mode: "request",
      feesWaivedForShopFault: "yes",
    };
    const fees = { restockingFeePercentage: "0", returnShippingFee: "0" };
    // One cushion cover is worth less than its way back.
    const endings = { outcomes: "refund, exchange-variant, exchange-product, keep-item", keepItemUpTo: "30", giftReturns: "yes" };
    await world.merchant.submit("/app/policy", { ...rules, ...fees, dailyReturnsPerShop: "5000", ...endings });
    // Nor may one play's people be written to in the next, or the hour of the day decide what is said.
    await world.merchant.submit("/app/channels", quietSettings);
    life.follow(world.app);
    life.#standby = load(world.appOptions, program);
    return life;
  }

  /** From now on the app dies so; what is left over of an earlier plan is forgotten. */
  async doom(deaths: Death[]): Promise<void> {
    await this.alive();
    [this.#death, ...this.#deaths] = deaths;
    await this.world.app.ask({ arm: armingOf(this.#death) });
    if (this.#death?.at === "moment") this.killIn(this.#death.milliseconds);
  }

  /** No more deaths. Resolves when an app is running. */
  async spare(): Promise<void> {
    clearTimeout(this.#timer);
    this.#death = undefined;
    this.#deaths = [];
    await this.alive();
    await this.world.app.ask({ arm: null }).catch(() => this.spare());
  }

  /** How often each point was passed since `doom`, or since the last death. A process that is just dying takes it along. */
  async passed(): Promise<Record<string, number>> {
    const answer = await this.world.app.ask({ passed: true }).catch(() => ({ passed: {} }));
    return answer.passed as Record<string, number>;
  }

  /**
   * One look at the whole world. "busy": something is under way; "moved": nothing was, so the clock was moved to what is due
   * next; "quiet": nothing will happen any more by itself.
   */
  async look(): Promise<"busy" | "moved" | "quiet"> {
    if (this.#broken) throw this.#broken;
    if (this.#reviving) {
      await this.#reviving;
      return "busy";
    }
    const { world } = this;
    const seen = world.history.entries.length;
    if (this.sendersBusy()) return "busy";
    const waiting = await this.waiting();
    if (!waiting || waiting.busy > 0 || waiting.mailRead < world.mail.newestUid) return "busy";
    if (this.sendersBusy() || world.history.entries.length !== seen) return "busy";
    if (waiting.next === null) return "quiet";
    const ahead = waiting.next - world.clock.now().getTime();
    await world.advance(Math.max(1, ahead + 1)).catch(() => {});
    return "moved";
  }

  /** What waits in the app; null while it is dying. */
  waiting(): Promise<Waiting | null> {
    return this.world.app.ask({ waiting: true }).then(
      (answer) => answer as unknown as Waiting,
      () => null,
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#reviving?.catch(() => {});
    await this.#standby?.stop("SIGKILL");
    await this.world.app.stop("SIGKILL");
    await this.world.stop();
  }

  private sendersBusy(): boolean {
    const { meta, shopify, moreShops } = this.world;
    return meta.courier.underWay > 0 || [shopify, ...moreShops].some(({ webhooks }) => webhooks.underWay > 0);
  }

  private async alive(): Promise<void> {
    while (this.#reviving) await this.#reviving;
    if (this.#broken) throw this.#broken;
  }

  private killIn(milliseconds: number): void {
    const { app } = this.world;
    this.#timer = setTimeout(() => void app.stop("SIGKILL"), milliseconds);
  }

  private follow(app: AppProcess): void {
    app.onEnd(() => {
      if (this.#stopped) return;
      this.died(app);
      const last = app.output.at(-1) ?? "";
      this.#reviving = this.revive()
        .catch((error) => {
          this.#broken = new Error(`The app did not come back: ${error}\n${last}`);
        })
        .finally(() => {
          this.#reviving = undefined;
        });
    });
  }

  private died(app: AppProcess): void {
    this.kills += 1;
    if (app.killedAt !== undefined) this.killedAt.push(app.killedAt);
    if (this.#death?.at === "any" && app.killedAt) this.#death.left.delete(app.killedAt);
  }

  private async revive(): Promise<void> {
    const { world } = this;
    for (;;) {
      const next = this.#standby ?? load(world.appOptions, this.#program);
      this.#standby = undefined;
      const death = this.#deaths.shift();
      this.#death = death;
      if (death?.at === "moment") setTimeout(() => void next.stop("SIGKILL"), death.milliseconds);
      try {
        await begin(next, world.clock.offset, armingOf(death));
      } catch (error) {
        // Killed while it was starting, as planned; anything else is a fault of the app.
        if (!death || next.running) throw error;
        this.died(next);
        continue;
      }
      world.adopt(next);
      this.follow(next);
      // Time may have been moved while nobody was there to hear of it.
      await next.moveClock(world.clock.offset).catch(() => {});
      this.#standby = load(world.appOptions, this.#program);
      return;
    }
  }
}

function load(options: AppOptions, program: string): AppProcess {
  const environment = { ...options.environment, NODE_COMPILE_CACHE: compileCache };
  return AppProcess.spawn({ ...options, environment, program });
}

function armingOf(death: Death | undefined): Arming | null {
  if (death?.at === "point") return { points: [death.point], occurrence: death.occurrence };
  return death?.at === "any" ? { points: [...death.left], occurrence: 1 } : null;
}

async function begin(app: AppProcess, clockOffset: number, arming: Arming | null): Promise<AppProcess> {
  const died = new Promise<never>((_, reject) => {
    app.onEnd(() => reject(new Error(`The app ended while starting:\n${app.output.slice(-10).join("\n")}`)));
  });
  died.catch(() => {});
  await Promise.race([app.loaded, died]);
  if (clockOffset !== 0) await app.ask({ clockOffset });
  if (arming) await app.ask({ arm: arming });
  await app.ask({ begin: true });
  return app;
}
