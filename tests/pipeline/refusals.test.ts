import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** What stands below the last of these lines, said by a logged-in shopper; "#O" is their order. */
async function answerTo(lines: string[], { arrived = true } = {}) {
  const { customerId, order } = createShopper(house, { arrived });
  const browser = await house.browser(customerId);
  let before = "";
  for (const line of lines) {
    before = await browser.words();
    await browser.say(line.replace("#O", order.name));
    await house.rest();
    await house.rest();
  }
  return { order, answer: (await browser.words()).slice(before.length) };
}

test.each([
  "I do not want to return #O",
  "please don't cancel #O",
  "Ich möchte #O nicht zurückgeben",
  "je ne veux pas annuler ma commande #O",
  "no quiero devolver #O",
  "non voglio restituire #O",
  "ik wil #O niet terugsturen",
  "não quero cancelar #O",
])("who says only what is not wanted is asked what is: %s", async (words) => {
  const { answer } = await answerTo([words]);
  expect(answer).not.toMatch(/[1-5] (?:of|von|sur|de|di|van) 5|€/);
  expect(answer.match(/^\[/gm)?.length).toBeGreaterThanOrEqual(2);
});

test("what is wanted beside it is done", async () => {
  const { answer, order } = await answerTo(["please don't cancel #O, just tell me where it is"], { arrived: false });
  expect(answer).toMatch(new RegExp(`${order.name}.* has not been shipped yet`));
});

test.each([
  ["I want to return the dress of #O", "I don't want to return it anymore", /stop|leave|not.*return/i],
  ["Ich möchte das Kleid aus #O zurückgeben", "Ich möchte doch nichts zurückgeben", /nicht|keine|bleibt|lasse/i],
])("a return that was begun and is not wanted any more ends: %s, %s", async (begin, refuse, end) => {
  const { answer, order } = await answerTo([begin, refuse]);
  expect(answer).toMatch(end);
  expect(answer).not.toMatch(/[1-5] (?:of|von) 5/);
  expect(order.returns).toEqual([]);
});

test("who does not want the money but another size is asked for the size", async () => {
  const { answer } = await answerTo(["I want to return the dress of #O, it is too small", "I don't want a refund, I want another size"]);
  expect(answer).toMatch(/Exchange|size/);
  expect(answer).not.toMatch(/Outcome: Money back/);
});

test("a yes with a refusal is no yes", async () => {
  const { order } = await answerTo(["cancel #O", "yes but don't cancel it"], { arrived: false });
  expect(order.cancelled).toBeUndefined();
});
