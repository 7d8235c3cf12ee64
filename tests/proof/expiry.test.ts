import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

let house: House;
let count = 0;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const day = 86_400_000;
const asked = /six digits/;
async function write(phone: Phone, text: string): Promise<string> {
  await phone.sendText(text);
  await house.rest();
  return textsOf(phone).at(-1) ?? "";
}
function instagram(): Phone {
  count += 1;
  return house.phone("instagram", `ig-expiry-${count}`);
}
const codes = (address: string) => house.mail.mailbox(address).inbox.map((mail) => mail.subject.slice(0, 6));

/** Days go by in a shop whose staff look into the app now and then: Shopify's tokens end after 90 days without. */
async function pass(days: number): Promise<void> {
  for (let left = days; left > 0; left -= 60) {
    await house.advance(Math.min(left, 60) * day);
    await house.openAppAgain();
  }
}

/** Somebody on Instagram who has just typed the code, and what they ask. */
async function proven() {
  const phone = instagram();
  const { order, email } = createShopper(house);
  const question = `where is order ${order.name}`;
  expect(await write(phone, question)).toMatch(asked);
  expect(await write(phone, codes(email).at(-1) ?? "")).toContain(order.name);
  return { phone, email, order, question };
}
async function rules(proofRules: object): Promise<void> {
  await database().commit([update("Shop", { id: await house.shopId() }, { proofRules }, 1)]);
}

test("a proven shopper is not asked again within the trust period, and exactly once after it, with the reason", async () => {
  const { phone, email, order, question } = await proven();
  for (const days of [7, 80, 92]) {
    await pass(days);
    const answer = await write(phone, question);
    expect(answer).toContain(order.name);
    expect(answer).not.toMatch(asked);
  }
  expect(codes(email)).toHaveLength(1);
  // Writing has not made it last: 180 days after the code it is over, and said at the moment that something needs it.
  await pass(2);
  expect(await write(phone, "how long can I send things back?")).not.toMatch(/six digits|check once more/);
  expect(await write(phone, question)).toMatch(/check once more.*six digits/s);
  expect(await write(phone, codes(email).at(-1) ?? "")).toContain(order.name);
  expect(codes(email)).toHaveLength(2);
  await pass(100);
  expect(await write(phone, question)).not.toMatch(asked);
});

test("where the merchant asks for it, the order's own number does not show status by itself", async () => {
  await rules({ levels: { "order-status": "verified" } });
  const { phone: number, order, email } = createShopper(house);
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  expect(await write(phone, `where is order ${order.name}`)).toMatch(asked);
  expect(textsOf(phone).join()).not.toMatch(/delivered|DHL/i);
  expect(await write(phone, codes(email).at(-1) ?? "")).toContain(order.name);
  // Stored by somebody who meant to ask for less: counts as nothing said.
  await rules({ levels: { "order-status": "anonymous", "start-return": "anonymous" } });
  const stranger = house.phone("instagram", "ig-tampered");
  expect(await write(stranger, `where is order ${order.name}`)).toMatch(asked);
  await rules({});
});

test("a second wish while a code is under way is not asked for again: one code serves both", async () => {
  const phone = instagram();
  const { order, email } = createShopper(house);
  await write(phone, `where is order ${order.name}`);
  await write(phone, "and I want to return it");
  expect(codes(email)).toHaveLength(1);
  expect(await write(phone, codes(email).at(-1) ?? "")).toContain(order.name);
  expect(codes(email)).toHaveLength(1);
});
