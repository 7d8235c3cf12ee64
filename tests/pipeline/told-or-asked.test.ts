import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ knowledge: true });
  await house.idle();
});
afterAll(() => house.close());

async function atTheReason(opening: string, yes: string) {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  const answer = async (text: string) => {
    await browser.say(text);
    await house.rest();
    return (await browser.shown()).at(-1)?.text ?? "";
  };
  await answer(opening);
  await answer(yes);
  return { answer, order };
}

test.each([
  ["en", "hello, I want to send the dress back", "yes, that one", "it is made of polyester", "Reason: Not as described"],
  ["nl", "hallo, ik wil de jurk terugsturen", "ja, die", "de stof kriebelt", "Reden: Andere reden"],
  ["it", "ciao, voglio restituire il vestito", "sì, quello", "il tessuto è ruvido", "Motivo: Un altro motivo"],
])("what is told at the question for the reason is the reason, whatever it sounds like (%s)", async (_, opening, yes, told, kept) => {
  const { answer } = await atTheReason(opening, yes);
  expect(await answer(told)).toContain(kept);
});

test("what is asked there and stands in no text of the shop's is no reason; asked a third time a person is told", async () => {
  const { answer, order } = await atTheReason("hello, I want to send the dress back", "yes, that one");
  expect(await answer("are umbrellas for dogs in stock?")).toMatch(/do not find an answer[\s\S]*reason/);
  expect(await answer("what is the thread count of the blanket")).toMatch(/do not find an answer[\s\S]*reason/);
  expect(await answer("are umbrellas for dogs in stock?")).toMatch(/passing this to a colleague/);
  expect(order.returns).toHaveLength(0);
});

test("a request to be told something is no reason either", async () => {
  const { answer } = await atTheReason("hello, I want to send the dress back", "yes, that one");
  expect(await answer("I would like to know about payment methods")).toMatch(/What is the reason/);
});

test.each([
  ["en", "what do you know about this dress?"],
  ["fr", "que savez-vous de cette robe ?"],
])("what the shop knows of a thing is no question of what is kept about the shopper (%s)", async (_, words) => {
  const { customerId } = createShopper(house);
  const browser = await house.browser(customerId);
  await browser.say(words);
  await house.rest();
  expect((await browser.shown()).at(-1)?.text).not.toMatch(/keep of you|conserve de vous/);
});

test.each([
  ["how it is sent back begins its return", (name: string) => `wie kann ich ${name} zurückgeben?`, /einzige Artikel|Welche Artikel|Grund/],
  ["for its return to be stopped begins none", (name: string) => `${name} ich will die Rückgabe abbrechen`, /nicht sicher/],
  ["when it comes shows where it is", (name: string) => `hi, can you tell me when ${name} will get here`, /Delivered|On its way|delivered/],
])("of an order that is named less is enough: asked %s", async (_, words, shown) => {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  await browser.say(words(order.name));
  await house.rest();
  expect((await browser.shown()).at(-1)?.text).toMatch(shown);
});

test("asked in one's own words what the shop knows of one, it is told once it is known who asks", async () => {
  const { customerId } = createShopper(house);
  const browser = await house.browser(customerId);
  await browser.say("que savez-vous de moi ?");
  await house.rest();
  expect((await browser.shown()).at(-1)?.text).toMatch(/conserve|garde/);
});
