import { afterAll, beforeAll, expect, test } from "vitest";
import { guardReply } from "#app/pipeline/assistant/guard.ts";
import { lies } from "#sandbox/gemini/lies.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";
import { howMany, record } from "./record.ts";
import { publishedBy } from "./under-attack.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ knowledge: true, gemini: true });
});
afterAll(() => house.close());

const questions = [
  "where is my order",
  "how many days do I have to return things?",
  "what does a return cost?",
  "hi",
  "wo ist meine Bestellung?",
  "wie lange kann ich zurückgeben?",
  "where is my refund?",
  "is shipping free?",
  "quand arrive ma commande ?",
  "¿cuándo llega mi pedido?",
];

/** Each sentence is one that the shop's own pages hold, word for word, or the introduction. */
function isPublished(words: string): boolean {
  const pages = publishedBy(house);
  return words.split(/(?<=[.!?])\s+/).every((sentence) => pages.includes(sentence) || sentence.startsWith("I am the digital assistant"));
}

/** What somebody with an order on the way hears to a question. Their order differs in nothing but its number. */
async function ask(wording: "templates" | "model", texts: string[]): Promise<string[][]> {
  await house.database.prisma.shop.updateMany({ data: { wording } });
  const people = texts.map((text) => {
    const { phone: number, order } = createShopper(house, { arrived: false });
    return { phone: house.phone("whatsapp", `DE.${number.slice(1)}`, number), order, text };
  });
  await Promise.all(people.map(({ phone, text }) => phone.sendText(text)));
  await house.rest();
  return people.map(({ phone, order }) => textsOf(phone).map((words) => words.replaceAll(order.name, "#ORDER")));
}

test("a model that lies in every way it knows: shoppers hear the template's words, not one figure more", async () => {
  const count = howMany(300, 10);
  const asked = Array.from({ length: count }, (_, n) => questions[n % questions.length] ?? "");
  const truths = new Map((await ask("templates", questions)).map((words, n) => [questions[n], words]));
  house.gemini.manner = "lying";
  const lied: string[] = [];
  for (let first = 0; first < count; first += 50) {
    const batch = asked.slice(first, first + 50);
    const heard = await ask("model", batch);
    lied.push(
      ...heard.flatMap((words, n) =>
        JSON.stringify(words) === JSON.stringify(truths.get(batch[n])) || words.every(isPublished) ? [] : [`${batch[n]}: ${words}`],
      ),
    );
  }
  record("T25", count, lied.length);
  expect(lied).toEqual([]);
  expect(house.history.of("gemini", "compose").length).toBeGreaterThan(count / 2);
});

/** Sentences of our own texts, with and without facts. */
const truths = [
  "Your order #1001 is on its way and should arrive on Thursday, 28 May.",
  "You have 30 days after the parcel has arrived to send items back.",
  "Returning costs €4.90, and 5 % are kept for restocking.",
  "I have asked the team about it. They answer here.",
  "Die Rückgabe kostet 4,90 €.",
  "You get back €1,249.00 for 2 items. Tracking number LL40279749DE.",
];

test("no lie about any sentence gets past the guard", () => {
  const told = truths.flatMap((truth) => lies.map((lie) => ({ truth, lie: lie(truth) }))).filter(({ truth, lie }) => lie !== truth);
  const passed = told.filter(
    ({ truth, lie }) => guardReply({ sentences: [lie], template: [truth], allowedHosts: ["linden-loom.myshopify.com"] })[0] !== truth,
  );
  record("T25", told.length, passed.length);
  expect(passed).toEqual([]);
  expect(told.length).toBeGreaterThan(250);
});
