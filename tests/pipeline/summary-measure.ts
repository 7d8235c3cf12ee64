import { expect } from "vitest";
import { totalOf } from "#sandbox/shopify/totals.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";
import { asksToMove, type Story, storyOf } from "./summary-stories.ts";

const atATime = 15;

/** A shopper in the place where a story begins. `move` goes on in the other place, where the assistant still has the word; tells whether. */
async function teller(house: House, number: number) {
  const shopper = people(house);
  const story = storyOf(number, shopper.order.name);
  let here = await shopper.on(story.place);
  const move = async () => {
    if (!story.moves) return false;
    await here.say(asksToMove(story));
    const offer = await here.newest();
    const code = offer.text.match(/OT-\w{9}/)?.[0];
    if (!code) return false;
    here = await shopper.on(story.moves);
    await here.follow(offer.links.at(-1) ?? "", code);
    // A mail's sender proves little: its button does.
    if ("pressLast" in here && here.box.inbox.at(-1)?.links.some((link) => link.includes("/prove/"))) await here.pressLast();
    return true;
  };
  return { story, order: shopper.order, say: (words: string) => here.say(words), move };
}

/** Everything in a text that states something: numbers, orders, dates, amounts, addresses, and names, which begin with a capital. */
function factsIn(text: string): string[] {
  const addresses = text.match(/\S+@\S+\.\w+/g) ?? [];
  const names = text.replace(/(^|[.:;!?…\n]\s*)\p{Lu}/gu, (start) => start.toLowerCase()).match(/\p{Lu}[\p{L}'-]+/gu) ?? [];
  return [...figuresIn(text), ...addresses, ...names];
}

const figuresIn = (text: string): string[] => text.match(/#?\d+(?:[.,:/-]\d+)*/g) ?? [];

/** What a summary says that nobody did: a figure that is not there as a whole, a word that is not there at all. */
function inventedIn(summary: string, stated: string): string[] {
  const figures = new Set(figuresIn(stated));
  const words = new Set([...stated.toLowerCase().matchAll(/[\p{L}'-]+/gu)].map(([word]) => word));
  return factsIn(summary).filter((fact) => !figures.has(fact) && !words.has(fact.toLowerCase()) && !stated.includes(fact));
}

type Found = { story: Story; moved: boolean; summary: string; invented: string[] };

/** One story told to its end, and the summaries of what of it came to a person. */
async function tell(house: House, number: number): Promise<Found[]> {
  const { story, say, move, order } = await teller(house, number);
  let moved = false;
  for (const [place, words] of story.says.entries()) {
    if (place === 1) moved = await move();
    await say(words);
  }
  const last = story.says.at(-1) ?? "";
  const { prisma } = house.database;
  // Each story begins with words of its own. A mail comes in when it comes.
  const first = await prisma.message.findFirstOrThrow({ where: { author: "shopper", text: { startsWith: story.says[0]?.slice(0, 40) } } });
  const ids = async () => {
    const { conversationId } = await prisma.identity.findUniqueOrThrow({ where: { id: first.identityId } });
    return (await prisma.identity.findMany({ where: { conversationId } })).map((one) => one.id);
  };
  const heard = async () => prisma.message.count({ where: { identityId: { in: await ids() }, text: { startsWith: last.slice(0, 40) } } });
  await expect.poll(heard, { interval: 5 }).toBeGreaterThan(0);
  await house.rest();
  const identityId = { in: await ids() };
  const messages = await prisma.message.findMany({ where: { identityId } });
  const store = `1 order 0 1 2 ${JSON.stringify(order)} ${(totalOf(order) / 100).toFixed(2)}`;
  const stated = [...messages.map((one) => one.text), store].join("\n");
  const rows = await prisma.case.findMany({ where: { identityId, owner: "staff" } });
  return rows.map(({ summary }) => ({ story, moved, summary: summary ?? "", invented: inventedIn(summary ?? "", stated) }));
}

/** Several at a time, as shoppers are. */
async function tellAll(house: House, first: number, count: number): Promise<Found[]> {
  const found: Found[] = [];
  for (let next = first; next < first + count; next += atATime) {
    const numbers = Array.from({ length: Math.min(atATime, first + count - next) }, (_, n) => next + n);
    found.push(...(await Promise.all(numbers.map((number) => tell(house, number)))).flat());
  }
  return found;
}

export const manners = ["without a model", "with one", "with one that lies"] as const;

/**
 * So many cases in all languages and places: at most 80 words that say problem, tried, wanted and blocker, what is wanted in the
 * shopper's own words, and no fact that nobody stated.
 */
export async function measureSummaries(manner: (typeof manners)[number], howMany: number): Promise<void> {
  const house = await House.open({ mailbox: true, gemini: manner !== "without a model" });
  try {
    await house.database.prisma.shop.updateMany({ data: { wording: "model" } });
    if (manner === "with one that lies") house.gemini.manner = "lying";
    const found = await tellAll(house, howMany * manners.indexOf(manner), howMany);
    for (const { summary, invented } of found) {
      expect(summary.split(/\s+/).length, summary).toBeLessThanOrEqual(80);
      for (const label of ["Problem:", "Tried:", "Wanted:", "Blocked by:"]) expect(summary).toContain(label);
      expect({ summary, invented }).toEqual({ summary, invented: [] });
    }
    const quoting = found.filter(({ story, summary }) => story.says.slice(0, -1).some((words) => summary.includes(words.slice(0, 20))));
    expect(quoting.length).toBeGreaterThanOrEqual(found.length * 0.9);
    expect(found.length).toBeGreaterThanOrEqual(howMany * 0.9);
    expect(found.filter((one) => one.moved).length).toBeGreaterThan(howMany * 0.1);
    if (manner !== "without a model") expect(house.history.of("gemini", "understand").length).toBeGreaterThan(0);
  } finally {
    await house.close();
  }
}
