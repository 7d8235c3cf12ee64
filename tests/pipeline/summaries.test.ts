import { afterAll, beforeAll, expect, test } from "vitest";
import { totalOf } from "#sandbox/shopify/totals.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** The same stories each time: a small generator with a seed. */
function dice(seed: number) {
  let state = seed * 2_654_435_761;
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % most;
  };
}

const people = ["Marta", "Mr Okafor", "my sister Lena", "Jean-Luc", "the driver Tom"];
const things = ["linen dress", "wool blanket", "scarf", "candle set", "belt"];
const days = ["12 March", "3.11.", "last Tuesday", "on 2026-10-04", "three weeks ago"];
const ends = [
  "I want to talk to a human please",
  "Get me a real person",
  "Can I speak to somebody from your team?",
  "I need a human agent now",
];

function story(place: number, order: string): string[] {
  const roll = dice(place + 1);
  const pick = <T>(list: T[]): T => list[roll(list.length)] as T;
  const price = `${roll(200) + 5},${String(roll(100)).padStart(2, "0")} €`;
  const openings = [
    `where is order ${order}`,
    `I paid ${price} for the ${pick(things)} on ${pick(days)} and ${pick(people)} says it is the wrong colour`,
    `My ${pick(things)} from ${order} arrived broken on ${pick(days)}`,
    `I want to return the dress of ${order}`,
    `Do you know ${pick(people)}? We ordered ${roll(9) + 2} of the ${pick(things)}`,
    `My number is 0171 ${roll(9_000_000) + 1_000_000}, call me about ${price}`,
    `${"x".repeat(400)} ${price}`,
    `I waited ${roll(50) + 2} days and lost ${price}. `.repeat(12),
  ];
  return [pick(openings), ...(roll(2) === 0 ? [`It is about ${pick(things)}, bought ${pick(days)}`] : []), pick(ends)];
}

/** Everything in a text that states something: numbers, orders, dates, amounts, addresses, and names, which begin with a capital. */
function factsIn(text: string): string[] {
  const figures = text.match(/#?\d+(?:[.,:/-]\d+)*/g) ?? [];
  const addresses = text.match(/\S+@\S+\.\w+/g) ?? [];
  const names = text.replace(/(^|[.:;!?…\n]\s*)\p{Lu}/gu, (start) => start.toLowerCase()).match(/\p{Lu}[\p{L}'-]+/gu) ?? [];
  return [...figures, ...addresses, ...names];
}

// Not each of these stories comes to a person.
test("summaries of 100 cases have at most 80 words, say problem, tried, wanted and blocker, and hold no fact that nobody stated", async () => {
  const shoppers = Array.from({ length: 150 }, (_, place) => {
    const shopper = createShopper(house);
    const userId = `DE.${shopper.phone.slice(1)}`;
    return { ...shopper, userId, phone: house.phone("whatsapp", userId, shopper.phone), says: story(place, shopper.order.name) };
  });
  // Half of them have had an answer before they want a person, the others write it all at once.
  for (const [place, { phone, says }] of shoppers.entries())
    for (const words of place % 2 ? says : says.slice(0, 1)) await phone.sendText(words);
  await house.rest();
  for (const [place, { phone, says }] of shoppers.entries())
    for (const words of place % 2 ? [] : says.slice(1)) await phone.sendText(words);
  await house.rest();
  const { prisma } = house.database;
  let looked = 0;
  for (const { userId, order, phone } of shoppers) {
    const identity = await prisma.identity.findFirstOrThrow({ where: { externalId: userId } });
    const rows = await prisma.case.findMany({ where: { identityId: identity.id, summary: { not: null } } });
    const messages = await prisma.message.findMany({ where: { identityId: identity.id } });
    const stated = [
      ...messages.map((one) => one.text),
      order.name,
      phone.userId,
      `1 order 0 1 2 ${JSON.stringify(order)} ${(totalOf(order) / 100).toFixed(2)}`,
    ]
      .join("\n")
      .toLowerCase();
    for (const { summary } of rows) {
      looked += 1;
      const text = summary ?? "";
      expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(80);
      for (const label of ["Problem:", "Tried:", "Wanted:", "Blocked by:"]) expect(text).toContain(label);
      const invented = factsIn(text).filter((fact) => !stated.includes(fact.toLowerCase()));
      expect({ text, invented }).toEqual({ text, invented: [] });
    }
  }
  expect(looked).toBeGreaterThanOrEqual(100);
}, 480_000);
