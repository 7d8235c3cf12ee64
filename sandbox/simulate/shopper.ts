import { Random } from "./random.ts";
import {
  type Address,
  type BoughtItem,
  type BoughtOrder,
  type Channel,
  channels,
  days,
  type Goal,
  type GoalIntent,
  type Honesty,
  languages,
  minutes,
  type OrderState,
  type Shopper,
} from "./types.ts";

/** What can be bought, and what the shop has written about itself. */
export type Catalogue = {
  items: (Omit<BoughtItem, "quantity"> & { returnable: boolean; inStock: boolean; variantId: string })[];
  questions: { intent: string; detail: string }[];
};

const intentWeights: Record<GoalIntent, number> = {
  track: 24,
  return: 24,
  refund_status: 6,
  cancel: 9,
  change_address: 7,
  exchange: 6,
  product_question: 6,
  policy_question: 7,
  complaint: 4,
  gift_card: 2,
  own_data: 2,
  several: 3,
};
const channelWeights: Record<Channel, number> = { widget: 38, whatsapp: 24, instagram: 18, email: 20 };
const honestyWeights: Record<Honesty, number> = { owner: 88, family: 3, guesser: 4, thief: 5 };
const reasons = ["changed_mind", "size_small", "size_large", "not_as_described", "other"] as const;
const outcomeWeights = { refund: 80, credit: 12, keep: 8 };
const pauses = [0, 2 * minutes, 2 * days, 31 * days];
const first = [
  "Ines",
  "Jonas",
  "Mara",
  "Theo",
  "Lotte",
  "Pablo",
  "Giulia",
  "Bram",
  "Clara",
  "Nuno",
  "Elise",
  "Rafael",
  "Tessa",
  "Luis",
  "Marta",
];
const last = ["Probe", "Beispiel", "Modelle", "Prueba", "Esempio", "Voorbeeld", "Exemplar", "Specimen", "Muster", "Essai"];
const streets = ["Ahornweg", "Birkenallee", "Eichgasse", "Fliederweg", "Ginsterweg", "Hainstraße", "Ulmenweg", "Weidenring"];
const cities: [zip: string, city: string][] = [
  ["10115", "Berlin"],
  ["20095", "Hamburg"],
  ["50667", "Köln"],
  ["04109", "Leipzig"],
  ["80331", "München"],
];

/** Shoppers from a seed: the same seed and catalogue give the same shoppers. */
export function makeShoppers(count: number, seed: string | number, catalogue: Catalogue): Shopper[] {
  return Array.from({ length: count }, (_, index) => makeShopper(index, seed, catalogue));
}

/** `wanted`: what is laid down for this one, all else is drawn. */
export function makeShopper(index: number, seed: string | number, catalogue: Catalogue, wanted: Partial<Shopper> = {}): Shopper {
  const random = new Random(`${seed}/${wanted.id ?? index}`);
  const honesty = wanted.honesty ?? random.weighted(honestyWeights);
  const intent = wanted.goal?.intent ?? (honesty === "owner" ? random.weighted(intentWeights) : "track");
  const goal = wanted.goal ?? makeGoal(intent, random, catalogue);
  const orders = makeOrders(index, goal, random, catalogue);
  const [firstName, lastName] = [random.pick(first), random.pick(last)];
  const channel = wanted.channel ?? random.weighted(channelWeights);
  const shopper: Shopper = {
    id: wanted.id ?? `s${index}`,
    honesty,
    language: random.pick(languages),
    firstName,
    lastName,
    email: `${firstName}.${lastName}.${index}@example.com`.toLowerCase(),
    phone: `+49151${String(20_000_000 + index * 37).padStart(8, "0")}`,
    address: makeAddress(random, index),
    orders,
    ...(goal.intent === "gift_card" && { giftCard: random.between(5, 120) * 100 }),
    goal,
    habits: {
      buttons: random.chance(0.5),
      typos: random.chance(0.15),
      burst: random.chance(0.12),
      sideQuestion: random.chance(0.12),
      correction: random.chance(0.08),
      patience: random.between(1, 3),
    },
    channel,
    loggedIn: random.chance(0.5) && honesty === "owner",
    phoneShown: random.chance(0.8),
    remembersOrder: random.chance(0.75),
    ...(honesty === "owner" && random.chance(0.35) && { switch: makeSwitch(channel, random) }),
    ...wanted,
  };
  return shopper;
}

function makeSwitch(from: Channel, random: Random): NonNullable<Shopper["switch"]> {
  return { to: random.pick(channels.filter((one) => one !== from)), after: random.between(1, 3), pause: random.pick(pauses) };
}

function makeAddress(random: Random, index: number): Address {
  const [zip, city] = random.pick(cities);
  return { street: `${random.pick(streets)} ${index + 11}`, zip, city };
}

function makeGoal(intent: GoalIntent, random: Random, catalogue: Catalogue): Goal {
  switch (intent) {
    case "return":
      return { intent, reason: random.pick(reasons), outcome: random.weighted(outcomeWeights) };
    case "exchange":
      return { intent, reason: random.pick(["size_small", "size_large"] as const), outcome: "exchange" };
    case "change_address":
      return { intent, newAddress: { ...makeAddress(random, random.between(100, 900)) } };
    case "product_question":
    case "policy_question": {
      const isProduct = (one: { intent: string }) => (one.intent === "product_question") === (intent === "product_question");
      return { intent, question: random.pick(catalogue.questions.filter(isProduct)) };
    }
    case "complaint":
      return { intent, question: { intent, detail: random.pick(["service", "quality"]) } };
    case "several":
      return { intent, reason: random.pick(reasons), outcome: "refund", also: { intent: "track" } };
    default:
      return { intent };
  }
}

const stateFor: Partial<Record<GoalIntent, OrderState>> = {
  return: "delivered",
  several: "delivered",
  exchange: "delivered",
  complaint: "delivered",
  refund_status: "refunded",
  cancel: "pending",
  change_address: "pending",
};

/** The orders the goal needs, and sometimes others. Fills in which of them the goal is about. */
function makeOrders(index: number, goal: Goal, random: Random, catalogue: Catalogue): BoughtOrder[] {
  let number = 10_000 + index * 8 + random.between(0, 3);
  const order = (state: OrderState, mustReturn: boolean): BoughtOrder => {
    number += 1;
    const returnable = catalogue.items.filter((item) => item.returnable);
    const items = new Map<string, BoughtItem>();
    const count = random.weighted({ one: 5, two: 3, three: 2 } as const);
    for (let n = 0; n < { one: 1, two: 2, three: 3 }[count]; n += 1) {
      const { returnable: _, inStock: _stock, variantId: _id, ...item } = random.pick(mustReturn ? returnable : catalogue.items);
      if (![...items.values()].some((one) => one.title === item.title))
        items.set(item.sku, { ...item, quantity: random.chance(0.2) ? 2 : 1 });
    }
    return { name: `#${number}`, state, items: [...items.values()], tracking: `SIM${number}${random.between(1000, 9999)}DE` };
  };
  const tooOld = goal.intent === "return" && random.chance(0.06);
  const state = tooOld ? "too-old" : (stateFor[goal.intent] ?? random.pick(["sent", "sent", "delivered", "pending"] as const));
  let about = order(state, true);
  // Only what there is in another kind can be exchanged for one.
  while (goal.intent === "exchange" && !another(about, goal, random, catalogue)) about = order(state, true);
  goal.order ??= about.name;
  if (goal.intent === "return" || goal.intent === "exchange" || goal.intent === "several") {
    const all = goal.intent !== "exchange" && random.chance(0.3);
    const chosen = all ? about.items : about.items.slice(0, 1);
    goal.items ??= chosen.map(({ sku, quantity }) => ({ sku, quantity: random.chance(0.5) ? quantity : 1 }));
  }
  if (goal.intent === "exchange") goal.instead ??= another(about, goal, random, catalogue);
  const orders = [about];
  if (goal.also) {
    const second = order("sent", false);
    goal.also.order = second.name;
    orders.push(second);
  }
  if (random.chance(0.4)) orders.push(order(random.pick(["delivered", "sent"] as const), false));
  return orders;
}

function another(about: BoughtOrder, goal: Goal, random: Random, catalogue: Catalogue): Goal["instead"] {
  const item = about.items.find((one) => one.sku === goal.items?.[0]?.sku) ?? about.items[0];
  const others = catalogue.items.filter((one) => one.title === item?.title && one.sku !== item.sku && one.inStock && one.variant !== "");
  return others.length > 0 ? (({ variantId, variant }) => ({ variantId, variant }))(random.pick(others)) : undefined;
}
