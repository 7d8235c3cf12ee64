import { afterEach, beforeEach, expect, test } from "vitest";
import type { ShopperMailbox } from "#sandbox/mail/shopper-mailbox.ts";
import { seeded } from "#tests/vendor-faults/chance.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { endings } from "#tests/vendor-faults/journeys.ts";
import { beforeTheYes, createShopper, textsOf, times } from "#tests/vendor-faults/people.ts";
import { playReordered } from "#tests/vendor-faults/reorder.ts";

/** A smaller share of each count, for trying the suite out: 0.01 plays a hundredth. */
const share = Number(process.env.LONG_SHARE ?? 1);
const seed = Number(process.env.SEED ?? 20261120);
const many = (count: number) => Math.max(1, Math.round(count * share));
const hours = 3_600_000;

let house: House;
beforeEach(async () => {
  house = await House.open({ mailbox: true });
});
afterEach(() => house.close());

/** Plays in batches that fit into one shop, each in a fresh house. */
async function inBatches(count: number, size: number, play: (howMany: number, batch: number) => Promise<void>): Promise<void> {
  for (let done = 0, batch = 0; done < count; done += size, batch += 1) {
    await play(Math.min(size, count - done), batch);
    await house.close();
    house = await House.open({ mailbox: true });
  }
}

test.each(endings)(
  "5,000 shuffles of the webhooks of %s end the same",
  async (name, { journey, outcome, last }) => {
    const started = performance.now();
    await inBatches(many(5_000), 50, async (howMany, batch) => {
      for (const result of await playReordered(house, journey, howMany, seed + batch)) {
        expect(result.outcome, `${result.order}, seed ${seed + batch}`).toEqual(outcome);
        expect(result.last, `${result.order}, seed ${seed + batch}`).toMatch(last);
      }
    });
    console.log(`${name}: ${many(5_000)} shuffles in ${Math.round((performance.now() - started) / 1000)} s, seed ${seed}`);
  },
  2 * hours,
);

test(
  "of 1,000 returns a third lose Shopify's reply, before or after the effect: each exists once and is told once",
  async () => {
    const random = seeded(seed);
    let lost = 0;
    await inBatches(many(1_000), 25, async (howMany) => {
      const shoppers = await Promise.all(Array.from({ length: howMany }, () => beforeTheYes(house, { quantity: 2 })));
      for (const { browser } of shoppers) {
        const chance = random();
        if (chance < 0.3) {
          house.shopify.faults.add("returnRequest", chance < 0.2 ? { kind: "lost-reply" } : { kind: "reset" });
          lost += 1;
        }
        if (random() < 0.1) house.shopify.faults.add("order", { kind: "status", status: 502 }, 1 + Math.floor(random() * 6));
        await browser.tap(/Return for/);
        await house.rest();
      }
      for (let n = 0; n < 4; n += 1) await house.advance(20_000);
      expect(house.history.of("shopify", "returnRequest")).toHaveLength(howMany);
      for (const { browser, order } of shoppers) {
        expect(order.returns, order.name).toHaveLength(1);
        expect(times(await browser.words(), new RegExp(`${order.name}-R1`)), order.name).toBe(1);
      }
    });
    console.log(`${many(1_000)} returns, ${lost} of them ambiguous, seed ${seed}`);
  },
  2 * hours,
);

test(
  "of 10,000 WhatsApp replies a fifth end ambiguously: where a status comes, each is on the phone once",
  async () => {
    const random = seeded(seed);
    let ambiguous = 0;
    await inBatches(many(10_000), 100, async (howMany) => {
      const phones = Array.from({ length: howMany }, () => {
        const { phone } = createShopper(house);
        return house.phone("whatsapp", `DE.${phone.slice(1)}`, phone);
      });
      for (const _ of phones) {
        const chance = random();
        if (chance >= 0.2) continue;
        ambiguous += 1;
        house.meta.faults.add("whatsapp.send", chance < 0.1 ? { kind: "lost-reply" } : { kind: "reset" });
      }
      await Promise.all(phones.map((phone) => phone.sendText("Hello")));
      await house.rest();
      for (let n = 0; n < 4; n += 1) await house.advance(100_000);
      for (const phone of phones) expect(textsOf(phone), phone.userId).toHaveLength(1);
    });
    console.log(`${many(10_000)} replies, ${ambiguous} of them ambiguous, seed ${seed}`);
  },
  2 * hours,
);

test(
  "over 1,000 broken IMAP lines and some renumberings every mail is answered once",
  async () => {
    const random = seeded(seed);
    const mailboxes: ShopperMailbox[] = [];
    for (let n = 0; n < many(1_000); n += 1) {
      if (random() < 0.2) {
        const { email } = createShopper(house, { arrived: false });
        const mailbox = house.mail.mailbox(email);
        mailboxes.push(mailbox);
        await mailbox.send({ to: house.mail.shopAddress, subject: "My order", text: "Hello, where is my order?" });
      }
      if (random() < 0.01) house.mail.changeUidValidity();
      else house.mail.disconnect();
      await new Promise((resolve) => setTimeout(resolve, random() * 60));
    }
    const answered = () => mailboxes.filter((mailbox) => mailbox.inbox.length > 0).length;
    for (let tries = 0; tries < 600 && answered() < mailboxes.length; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await house.rest();
    }
    for (const mailbox of mailboxes) expect(mailbox.inbox, mailbox.address).toHaveLength(1);
  },
  hours,
);
