import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";
import { moveInMidReturn } from "./moves.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

// All twelve ways are played in tests/long.
test.each([
  ["widget", "instagram"],
  ["instagram", "widget"],
  ["whatsapp", "email"],
  ["email", "whatsapp"],
] as const)("from %s to %s in the middle of a return, at the same step, and one return in the end", (from, to) =>
  moveInMidReturn(house, from, to, true),
);

test("WhatsApp that shows its number asks whose conversation it is, and goes on after one tap", async () => {
  const shopper = people(house);
  const widget = await shopper.onWidget();
  await widget.begin(`I want to return the dress of ${shopper.order.name}`);
  const option = (await widget.browser().continueElsewhere()).find((one) => one.channel === "whatsapp");
  const whatsapp = await shopper.onPhone("whatsapp", shopper.phone);
  await whatsapp.follow(option?.url ?? "");
  expect(await whatsapp.last()).toMatch(new RegExp(`chat on our site: return ${shopper.order.name}\\. Was that you`));
  await whatsapp.phone.tap("Yes, that was me");
  await house.rest();
  expect(await whatsapp.last()).toMatch(/3\/5[\s\S]*reason/);
});

test("an ig.me link opened in a thread that exists comes without words, and a yes in words is enough", async () => {
  const shopper = people(house);
  const widget = await shopper.onWidget();
  await widget.begin(`I want to return the dress of ${shopper.order.name}`);
  const option = (await widget.browser().continueElsewhere()).find((one) => one.channel === "instagram");
  const instagram = await shopper.onPhone("instagram");
  await instagram.say("Hello");
  await instagram.phone.openLink(option?.url ?? "");
  await house.rest();
  expect(await instagram.last()).toMatch(/Was that you/);
  expect((await widget.all()).join("\n")).not.toMatch(/Was that you/);
  await instagram.say("yes");
  expect(await instagram.last()).toMatch(/reason/);
});

test("a mail from another address of theirs goes on after the button in it, under a name that nobody vouches for too", async () => {
  for (const forged of [false, true]) {
    const shopper = people(house);
    const widget = await shopper.onWidget();
    await widget.begin(`I want to return the dress of ${shopper.order.name}`);
    const option = (await widget.browser().continueElsewhere()).find((one) => one.channel === "email");
    const work = await shopper.onEmail(`work-${shopper.email}`, forged);
    await work.follow(option?.url ?? "", option?.code ?? "");
    expect(await work.last()).toMatch(/press the button/);
    expect(await work.last()).not.toMatch(/Dress/);
    await work.pressLast();
    expect(await work.last()).toMatch(/3 of 5|3\/5/);
    expect(await work.last()).toMatch(/Dress[\s\S]*reason/i);
  }
});

test("a code works once and in time; whatever else is typed gets the same answer", async () => {
  const shopper = people(house);
  const widget = await shopper.onWidget();
  await widget.begin("hello");
  const code = async () => (await widget.browser().continueElsewhere())[0]?.code ?? "";
  const [used, late] = [await code(), await code()];
  await (await shopper.onPhone("instagram")).say(used);
  const stranger = await people(house).onPhone("instagram");
  for (const typed of [used, "OT-000000000", late]) {
    if (typed === late) await house.advance(31 * 60_000);
    await stranger.say(typed);
  }
  const answers = (await stranger.all()).map((text) => text.replace(/^I am the .*\n+/, ""));
  expect(answers).toEqual(Array(3).fill("That code is no longer valid. You can get a new one where you wrote before."));
});

test("whoever joined by mistake says so, and both are apart again", async () => {
  const shopper = people(house);
  const widget = await shopper.onWidget();
  await widget.begin(`I want to return the dress of ${shopper.order.name}`);
  const instagram = await people(house).onPhone("instagram");
  await instagram.say((await widget.browser().continueElsewhere())[0]?.code ?? "");
  expect(await instagram.last()).toMatch(/reason/);
  await instagram.say("That was not me");
  expect(await instagram.last()).toMatch(/apart again/);
  await instagram.say("where is my order?");
  expect(await instagram.last()).toMatch(/e-mail address of your order/);
});
