import { afterAll, beforeAll, expect } from "vitest";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

const day = 86_400_000;
export const asked = /six digits/;

/** A house for the tests of one file, and what people do in it while the trust in them ages. */
export function openTrust() {
  let house: House;
  let count = 0;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

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
  return { house: () => house, write, instagram, codes, pass, proven, rules };
}
