import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { beforeTheYes } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test("one of two went back already: the other is returned in the same conversation, and each wish is carried out once", async () => {
  const { browser, order } = await beforeTheYes(house, { quantity: 2 });
  await browser.tap(/Return for/);
  await house.rest();
  expect(order.returns).toHaveLength(1);

  await browser.say(`I also want to return the other dress of ${order.name}, it is too large`);
  await house.rest();
  const offer = (await browser.shown()).at(-1)?.text ?? "";
  expect(offer).toMatch(/1 × .*Dress/i);
  await browser.tap(/Return for/);
  await house.rest();
  expect(order.returns.map((one) => one.name)).toEqual([`${order.name}-R1`, `${order.name}-R2`]);
  expect((await browser.shown()).at(-1)?.text).toContain(`${order.name}-R2`);

  await browser.say("I want to return something");
  await house.rest();
  expect(order.returns).toHaveLength(2);
});

test("asked again about an order of which a part goes back, the rest of it is offered", async () => {
  const { browser, order } = await beforeTheYes(house, { quantity: 2 });
  await browser.tap(/Return for/);
  await house.rest();
  await browser.say(`I want to return something from order ${order.name}`);
  await house.rest();
  await browser.tap(/Return another item/);
  await house.rest();
  await browser.say("too large");
  await house.rest();
  await browser.tap(/Return for/);
  await house.rest();
  expect(order.returns.map((one) => one.lines.length)).toEqual([1, 1]);

  await browser.say(`I want to return something from order ${order.name}`);
  await house.rest();
  expect((await browser.shown()).at(-1)?.choices).toEqual([]);
});
