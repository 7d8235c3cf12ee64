import { expect } from "vitest";
import type { House } from "#tests/vendor-faults/house.ts";
import { type Place, people, places } from "./movers.ts";

export const pairs = places.flatMap((from) => places.filter((to) => to !== from).map((to) => ({ from, to })));

const asks: Record<Place, string> = {
  whatsapp: "can I go on by WhatsApp?",
  instagram: "Could we continue this on Instagram please",
  email: "can I carry on by email?",
  widget: "can I finish this on your website?",
};

/** Begins a return in one place, asks there to go on in another, and is at the same step of it. */
export async function moveInMidReturn(house: House, from: Place, to: Place, finish: boolean): Promise<void> {
  const shopper = people(house);
  const before = await shopper.on(from);
  await before.begin(`I want to return the dress of ${shopper.order.name}`);
  expect(await before.last()).toMatch(/reason/i);
  await before.say(asks[to]);
  const offer = await before.newest();
  const code = offer.text.match(/OT-\w{9}/)?.[0] ?? "";
  expect(code).not.toBe("");
  const after = await shopper.on(to);
  const codes = shopper.codesReceived();
  await after.follow(offer.links.at(-1) ?? "", code);
  const resumed = (await after.all()).join("\n");
  expect(resumed).toMatch(/goes on here/);
  expect(resumed).toMatch(/3 of 5|3\/5/);
  expect(resumed).toMatch(/Dress/);
  expect(await after.last()).toMatch(/reason/i);
  expect(shopper.codesReceived()).toBe(codes);
  if (!finish) return;
  await after.say("it is too small");
  await after.say("refund please");
  await after.say("yes");
  expect(shopper.order.returns).toHaveLength(1);
  const asked = ((await after.all()).join("\n").match(/what is the reason/gi) ?? []).length;
  // The widget shows the whole thread, the question on the other channel too.
  expect(asked).toBe(to === "widget" ? 2 : 1);
}
