import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { people, places } from "./movers.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const pairs = places.flatMap((from) => places.filter((to) => to !== from).map((to) => ({ from, to })));
const finishing = ["widget>whatsapp", "instagram>widget", "whatsapp>email", "email>instagram"];

describe("in the middle of a return", () => {
  test.each(pairs)("from $from to $to at the same step", async ({ from, to }) => {
    const shopper = people(house);
    const before = await shopper.on(from);
    await before.begin(`I want to return the dress of ${shopper.order.name}`);
    expect(await before.last()).toMatch(/reason/i);
    await before.say(asks[to]);
    const offer = await before.newest();
    expect(offer.text).toMatch(/OT-[0-9A-Z]{9}/);
    const after = await shopper.on(to);
    const codes = shopper.codesReceived();
    await after.follow(offer.links[0] ?? "", offer.text.match(/OT-\w{9}/)?.[0] ?? "");
    const resumed = (await after.all()).join("\n");
    expect(resumed).toMatch(/goes on here/);
    expect(resumed).toMatch(/3 of 5|3\/5/);
    expect(resumed).toMatch(/Dress/);
    expect(await after.last()).toMatch(/reason/i);
    expect(shopper.codesReceived()).toBe(codes);
    if (!finishing.includes(`${from}>${to}`)) return;
    await after.say("it is too small");
    await after.say("refund please");
    await after.say("yes");
    expect(shopper.order.returns).toHaveLength(1);
    expect((await after.all()).join("\n").match(/what is the reason/gi)).toHaveLength(1);
  });
});

const asks = {
  whatsapp: "can I go on by WhatsApp?",
  instagram: "Could we continue this on Instagram please",
  email: "can I carry on by email?",
  widget: "can I finish this on your website?",
};
