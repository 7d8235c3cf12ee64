import { Random } from "./random.ts";
import { type Catalogue, makeShopper } from "./shopper.ts";
import { type BoughtOrder, channels, days, languages, type Shopper } from "./types.ts";

const steps = [1, 2, 3, 4, 5];
const pauses = [0, 2 * days, 31 * days];

/** A return that is left at each step on each channel and taken up on each other one, after each pause: 5 × 12 × 3. */
export function makeMatrix(seed: string | number, catalogue: Catalogue, runs = 180): Shopper[] {
  const cells = steps.flatMap((atStep) =>
    channels.flatMap((from) => channels.filter((to) => to !== from).flatMap((to) => pauses.map((pause) => ({ atStep, from, to, pause })))),
  );
  // Where only a part is played it is spread over all of them.
  const chosen = runs >= cells.length ? cells : Array.from({ length: runs }, (_, n) => cells[(n * 37) % cells.length]);
  return chosen.flatMap((cell, index) => {
    if (!cell) return [];
    const { atStep, from, to, pause } = cell;
    const number = 100_000 + index * 4;
    const random = new Random(`${seed}/matrix/${index}`);
    const orders = [order(number, catalogue, random), order(number + 1, catalogue, random)] as const;
    const [about] = orders;
    const items = about.items.map(({ sku, quantity }) => ({ sku, quantity }));
    const shopper = makeShopper(5_000 + index, seed, catalogue, {
      id: `m${atStep}-${from}-${to}-${pause / days}`,
      honesty: "owner",
      language: random.pick(languages),
      goal: {
        intent: "return",
        order: about.name,
        items,
        reason: random.pick(["size_small", "size_large", "changed_mind"] as const),
        outcome: "refund",
      },
      orders: [...orders],
      channel: from,
      loggedIn: random.chance(0.5),
      phoneShown: true,
      remembersOrder: false,
      habits: { buttons: random.chance(0.5), typos: false, burst: false, sideQuestion: false, correction: false, patience: 2 },
      switch: { to, after: 0, atStep, pause },
    });
    return [shopper];
  });
}

/** Two different things, so that each step has something to ask. */
function order(number: number, catalogue: Catalogue, random: Random): BoughtOrder {
  const returnable = catalogue.items.filter((item) => item.returnable);
  const { returnable: _first, inStock: _here, variantId: _one, ...first } = random.pick(returnable);
  const {
    returnable: _second,
    inStock: _there,
    variantId: _other,
    ...second
  } = random.pick(returnable.filter((item) => item.title !== first.title));
  return {
    name: `#${number}`,
    state: "delivered",
    items: [
      { ...first, quantity: 1 },
      { ...second, quantity: 1 },
    ],
    tracking: `SIM${number}DE`,
  };
}
