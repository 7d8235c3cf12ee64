import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnectChannel } from "#app/domain/shops/channels.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { beforeTheYes } from "#tests/vendor-faults/people.ts";
import { people } from "./movers.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

test("a yes that is tapped counts although words follow at once, and the words are answered too", async () => {
  const { browser, order } = await beforeTheYes(house);
  await browser.tap(/Return for/);
  await browser.say("what does a return cost?");
  await house.rest();
  await house.rest();
  expect(order.returns).toHaveLength(1);
  expect(await browser.words()).toMatch(/label|charge|cost|free/i);
});

test("what is written in the same breath as the code belongs to the wish that waited for it", async () => {
  const browser = await house.browser();
  await browser.say("I want to return something from order #1004");
  await house.rest();
  await browser.say("ada@example.com");
  await house.rest();
  const code =
    house.mail
      .mailbox("ada@example.com")
      .inbox.findLast(({ subject }) => /^\d{6}/.test(subject))
      ?.subject.slice(0, 6) ?? "";
  await browser.say(code);
  await browser.say("the dress");
  await house.rest();
  expect((await browser.shown()).at(-1)?.text).toMatch(/3 of 5: Reason.*Items: Linen Wrap Dress/s);
});

test("the same button tapped twice before anybody looks is one yes", async () => {
  const { browser, order } = await beforeTheYes(house);
  const before = (await browser.shown()).length;
  await browser.tap(/Return for/);
  await browser.tap(/Return for/);
  await house.rest();
  await house.rest();
  expect(order.returns).toHaveLength(1);
  expect((await browser.shown()).length - before).toBeLessThanOrEqual(4);
});

test("words before a tap are not passed over", async () => {
  const { browser, order } = await beforeTheYes(house);
  await browser.say("I would like to talk to a person");
  await browser.tap(/Return for/);
  await house.rest();
  await house.rest();
  expect(await browser.words()).toMatch(/passed this on|person|team/i);
  expect(order.returns.length).toBeLessThanOrEqual(1);
});

test("a yes on Instagram stands although a mail comes in the same moment, and each is answered where it came from", async () => {
  const shopper = people(house);
  const email = await shopper.onEmail();
  await email.begin(`I want to return the dress of ${shopper.order.name}`);
  await email.say("Could we continue this on Instagram please");
  const offer = await email.newest();
  const instagram = await shopper.onPhone("instagram");
  await instagram.follow(offer.links.at(-1) ?? "");
  await instagram.say("it is too small");
  await instagram.say("refund please");
  expect(await instagram.last()).toMatch(/5\/5/);
  await instagram.phone.sendText("yes");
  await email.send({ text: "hi again, I am writing about my return" });
  await house.rest();
  await house.rest();
  expect(shopper.order.returns).toHaveLength(1);
  expect((await instagram.all()).join("\n")).toMatch(/return|requested/i);
  expect(await email.last()).toMatch(/return/i);
});

test("a mail that came before the mailbox was disconnected holds up nothing of what is written elsewhere", async () => {
  const shopper = people(house);
  const email = await shopper.onEmail();
  await email.begin(`I want to return the dress of ${shopper.order.name}`);
  await email.say("Could we continue this on Instagram please");
  const instagram = await shopper.onPhone("instagram");
  await instagram.follow((await email.newest()).links.at(-1) ?? "");
  // Nobody had looked at their first mail when the mailbox was taken away.
  await disconnectChannel(await house.shopId(), "email");
  const mail = await house.database.prisma.message.findFirstOrThrow({
    where: { channel: "email", author: "shopper" },
    orderBy: { seq: "desc" },
  });
  await house.database.commit([update("Message", { id: mail.id }, { answeredBy: null })]);
  await instagram.say("it is too small");
  await instagram.say("refund please");
  expect(await instagram.last()).toMatch(/5\/5/);
});
