import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

test("a number alone is the choice that stands there: the item that was proposed, the reason, and the yes", async () => {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  const answer = async (text: string) => {
    await browser.say(text);
    await house.rest();
    return (await browser.shown()).at(-1)?.text ?? "";
  };
  expect(await answer("hello, I want to send the dress back")).toMatch(/Is it .*Dress/i);
  expect(await answer("1")).toMatch(/reason/i);
  expect(await answer("2.")).toMatch(/Too small/);
  await answer("1\nThank you so much!");
  expect(order.returns).toHaveLength(1);
});

test("a number beyond what can be chosen chooses nothing", async () => {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  for (const text of ["hello, I want to send the dress back", "7"]) {
    await browser.say(text);
    await house.rest();
  }
  expect((await browser.shown()).at(-1)?.text).toMatch(/Is it .*Dress/i);
  expect(order.returns).toHaveLength(0);
});

test("a mail that was not understood is answered with a numbered list, and the number alone is the wish", async () => {
  const ada = house.mail.mailbox("ada@example.com");
  await ada.send({ to: house.mail.shopAddress, subject: "Hello", text: "vorreei fare un resso" });
  await expect.poll(() => house.rest().then(() => ada.inbox.at(-1)?.text ?? ""), { timeout: 20_000 }).toMatch(/2\. Fare un reso/);
  await ada.send({ text: "2\n\nGrazie mille,\nAda Esempio", replyTo: ada.inbox.at(-1) ?? expect.fail("no mail") });
  await expect.poll(() => house.rest().then(() => ada.inbox.at(-1)?.text ?? ""), { timeout: 20_000 }).toMatch(/premi il pulsante/);
});

test.each([
  ["1", "no wait"],
  ["1", "not yet please"],
  ["1", "stop"],
])("%s with %s below it is not taken for the choice", async (number, more) => {
  const { customerId, order } = createShopper(house);
  const browser = await house.browser(customerId);
  for (const text of ["hello, I want to send the dress back", "1", "2", `${number}\n${more}`]) {
    await browser.say(text);
    await house.rest();
  }
  expect(order.returns).toHaveLength(0);
});
