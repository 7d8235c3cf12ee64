import type { GeminiDouble } from "../gemini/gemini-double.ts";
import { World, type WorldOptions } from "../world.ts";
import { WaveClock } from "./clock.ts";
import { inventionFinder } from "./falsehoods.ts";
import { judge } from "./judge.ts";
import { makeMatrix } from "./matrix.ts";
import { PhraseBook } from "./phrases.ts";
import { Play } from "./play.ts";
import { type HandOver, handOvers, letModelWord, modelUse, setRules } from "./product.ts";
import { type Played, type Report, score } from "./score.ts";
import { makeShoppers } from "./shopper.ts";
import { catalogueOf, stageShopper, writeWindow } from "./stage.ts";
import type { Shopper } from "./types.ts";

export type RunOptions = {
  /** How many; those of the switch matrix and of pass^k come on top. */
  shoppers: number;
  seed: string;
  phrases?: string;
  store?: string;
  model?: "local" | "gemini-double";
  /** How many cells of the switch matrix are played. */
  matrix?: number;
  /** How many shoppers are played four times. */
  repeated?: number;
  /** Only those whose id begins so. */
  only?: string;
  /** How many act at the same time. */
  atOnce?: number;
  /** What the model double does with the truth. */
  manner?: GeminiDouble["manner"];
  startApp?: NonNullable<WorldOptions["startApp"]>;
};

export type RunResult = { report: Report; played: Played[]; matrix: Played[]; seconds: number };

const times = 4;

/** Starts the real app on the sandbox and plays everybody against it. */
export async function simulate(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const { shoppers: count, seed, model = "local", atOnce = 40 } = options;
  const gemini = model === "gemini-double";
  const world = await World.start({
    gemini,
    ...(options.store && { store: options.store }),
    ...(options.startApp && { startApp: options.startApp }),
  });
  try {
    widen(world);
    writeWindow(world.shopify.store);
    await world.install();
    await setRules(world);
    if (gemini) await letModelWord(world);
    if (options.manner) world.gemini.manner = options.manner;
    const catalogue = catalogueOf(world.shopify.store);
    const main = makeShoppers(count, seed, catalogue);
    const repeated = main
      .filter((one) => one.honesty === "owner" && (one.goal.intent === "return" || one.goal.intent === "track"))
      .slice(0, options.repeated ?? Math.ceil(count / 20));
    const repeats = repeated.map((shopper, index) =>
      Array.from({ length: times }, (_, time) => again(shopper, count + index * times + time, time)),
    );
    const matrix = makeMatrix(seed, catalogue, options.matrix ?? (count >= 200 ? 180 : Math.ceil(count / 5)));
    const chosen = [...main, ...repeats.flat(), ...matrix].filter((one) => !options.only || one.id === options.only);
    const everybody = await playAll(world, options.phrases, chosen, atOnce);
    const take = (of: Shopper[]) => of.flatMap((one) => everybody.get(one.id) ?? []);
    const played = { main: take(main), repeats: repeats.map(take), matrix: take(matrix) };
    const report = score(played, modelUse(world));
    return { report, played: played.main, matrix: played.matrix, seconds: (performance.now() - started) / 1000 };
  } finally {
    await world.stop();
  }
}

/** Shopify's own limits fill up again by the clock, which stands still while everybody acts: what comes in that moment would in life take days. */
function widen(world: World): void {
  const { bucket } = world.shopify.admin;
  bucket.maximum = 2_000_000;
  bucket.restoreRate = 2_000;
  bucket.drainTo(bucket.maximum);
}

/** The same shopper once more: the same in everything that is said, with orders and addresses of its own. */
function again(shopper: Shopper, index: number, time: number): Shopper {
  const rename = (name: string) => `#${200_000 + index * 8 + (Number(name.slice(1)) % 8)}`;
  const goal = structuredClone(shopper.goal);
  for (let one: typeof goal | undefined = goal; one; one = one.also) if (one.order) one.order = rename(one.order);
  return {
    ...structuredClone(shopper),
    id: `${shopper.id}/${time}`,
    email: shopper.email.replace("@", `.again${time}@`),
    phone: `+49152${String(20_000_000 + index).padStart(8, "0")}`,
    orders: shopper.orders.map((order) => ({ ...order, name: rename(order.name), tracking: `${order.tracking}${index}` })),
    goal,
  };
}

async function playAll(world: World, phrases: string | undefined, shoppers: Shopper[], atOnce: number): Promise<Map<string, Played>> {
  const clock = new WaveClock(atOnce, (milliseconds) => letPass(world, milliseconds));
  const book = PhraseBook.read(phrases);
  const plays = shoppers.map((shopper) => {
    const staged = stageShopper(world, shopper);
    return { play: new Play(world, clock, book, shopper, staged), staged };
  });
  await clock.play(
    plays.map(
      ({ play }) =>
        () =>
          play.run(),
    ),
  );
  await world.shopify.store.settled();
  // Nobody else reads the database while the app has it open.
  await world.app.stop();
  const evidence = { handOvers: handOvers(world), taken: new Set<HandOver>(), inventionsIn: inventionFinder(world.gemini.invented) };
  return new Map(plays.map(({ play: { log }, staged }) => [log.shopper.id, { log, verdict: judge(log, staged, evidence) }]));
}

/** What is on its way arrives before time moves. */
async function letPass(world: World, milliseconds: number): Promise<void> {
  await world.meta.settled();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await world.advance(milliseconds);
}
