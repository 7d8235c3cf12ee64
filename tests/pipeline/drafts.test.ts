import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { type Place, people } from "./movers.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const begun = /had begun this and not sent it/;

/** A return that waits for its items on the website. */
async function atItems() {
  const shopper = people(house, { quantity: 3, sku: ["SCARF-RUS-ONESIZE"] });
  const widget = await shopper.onWidget();
  await widget.begin(`I want to return something from ${shopper.order.name}`);
  const browser = widget.browser();
  /** Goes on elsewhere by "Continue elsewhere". */
  const goOn = async <To extends Exclude<Place, "widget">>(to: To) => {
    const option = (await browser.continueElsewhere()).find((one) => one.channel === to);
    const there = await shopper.on(to);
    await there.follow(option?.url ?? "", option?.code ?? "");
    return there;
  };
  return { shopper, browser, goOn };
}

test("a quantity ticked and a note typed on the website are there on Instagram, and one yes takes both", async () => {
  const { shopper, browser, goOn } = await atItems();
  expect((await browser.draft("they are too small", [{ title: /Dress/, quantity: 2 }])).status).toBe(200);
  const instagram = await goOn("instagram");
  expect(await instagram.last()).toMatch(/not sent it:\n2 × .*Dress.*\n“they are too small”/);
  await instagram.say("yes");
  const total = await instagram.last();
  expect(total).toMatch(/2 × .*Dress/);
  await instagram.say("refund please");
  await instagram.say("yes");
  const lines = shopper.order.returns.flatMap((one) => one.lines);
  expect(lines.map((line) => line.units.length)).toEqual([2]);
});

test("a note for the step of the reason is offered by mail and taken in words", async () => {
  const { browser, goOn } = await atItems();
  await browser.pick([{ title: /Dress/, quantity: 1 }]);
  await house.rest();
  await browser.draft("it is too small");
  const mail = await goOn("email");
  expect(await mail.last()).toMatch(/“it is too small”/);
  await mail.say("yes, use it");
  expect(await mail.last()).toMatch(/€/);
});

test("left, it is not offered again, and the step is asked as before", async () => {
  const { browser, goOn } = await atItems();
  await browser.draft("", [{ title: /Dress/, quantity: 2 }]);
  const whatsapp = await goOn("whatsapp");
  expect(await whatsapp.last()).toMatch(begun);
  await whatsapp.say("no");
  expect((await whatsapp.all()).filter((text) => begun.test(text))).toHaveLength(1);
  expect(await house.database.prisma.draft.count()).toBe(0);
});

test("what was sent, or emptied, or belongs to no open question, is kept nowhere", async () => {
  const { browser } = await atItems();
  await browser.draft("my secret", []);
  expect(await house.database.prisma.draft.count()).toBe(1);
  await browser.draft("", []);
  expect(await house.database.prisma.draft.count()).toBe(0);
  const stranger = await house.browser();
  await stranger.draft("nobody asked me", []);
  expect(await house.database.prisma.draft.count()).toBe(0);
});

test("items that the picker did not offer and more of one than there are do not get in; a malformed one is refused", async () => {
  const { browser, goOn } = await atItems();
  await browser.draft("", [
    { title: /Dress/, quantity: 99 },
    { title: /Nothing like this/, quantity: 1 },
  ]);
  expect(await house.database.prisma.draft.count()).toBe(0);
  expect((await browser.draft("x".repeat(4_001), [])).status).toBe(400);
  expect(await (await goOn("instagram")).last()).not.toMatch(begun);
});

test("the step was answered meanwhile: what was begun for it is not offered", async () => {
  const { browser, goOn } = await atItems();
  await browser.draft("the scarf I think", []);
  await browser.pick([{ title: /Scarf/, quantity: 1 }]);
  await house.rest();
  expect(await (await goOn("instagram")).last()).not.toMatch(begun);
});
