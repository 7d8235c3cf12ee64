import { afterAll, beforeAll, expect, test } from "vitest";
import { people } from "#tests/pipeline/movers.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { howMany, record } from "./record.ts";

/** The attacker's own conversation, and the link or code out of it that a victim is made to follow. */
let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

async function attacker() {
  const self = people(house);
  const widget = await self.onWidget();
  await widget.begin("hello");
  const option = async (channel: string) => (await widget.browser().continueElsewhere()).find((one) => one.channel === channel);
  return { widget, option, sees: async () => (await widget.all()).join("\n") };
}

test("T7: a victim who follows an attacker's link gives nothing away before saying yes", async () => {
  let [attempts, successes] = [0, 0];
  for (let n = 0; n < howMany(20, 1); n += 1) {
    for (const place of ["instagram", "whatsapp", "widget", "email"] as const) {
      const mallory = await attacker();
      const victim = people(house);
      const here = place === "whatsapp" ? await victim.onPhone("whatsapp", victim.phone) : await victim.on(place);
      await here.begin(`I want to return the dress of ${victim.order.name}`);
      const option = await mallory.option(place === "widget" ? "instagram" : place);
      // A victim on the website is sent the storefront link of the attacker's Instagram thread: same code, other door.
      if (place === "widget") await here.follow(`https://shop.example/?onethread=${option?.code}`);
      else await here.follow(option?.url ?? "", option?.code ?? "");
      const told = await here.last();
      expect(told, place).toMatch(place === "email" ? /chat on our site[\s\S]*press the button/ : /chat on our site[\s\S]*Was that you/);
      await mallory.widget.say("where is my order?");
      attempts += 1;
      const leaked = await mallory.sees();
      if (leaked.includes(victim.order.name) || leaked.includes(victim.email)) successes += 1;
      // Whatever is not a clear yes joins nobody, and the victim's own case goes on.
      await here.say("I don't know, the dress is too small");
      await mallory.widget.say("which orders do you see?");
      if ((await mallory.sees()).includes(victim.order.name)) successes += 1;
    }
  }
  record("T7", attempts, successes);
  expect(successes).toBe(0);
});

test("T7: a forged mail with the attacker's code does not join the address it names", async () => {
  const mallory = await attacker();
  const victim = people(house);
  const forged = await victim.onEmail(victim.email, true);
  const option = await mallory.option("email");
  await forged.follow(option?.url ?? "", option?.code ?? "");
  await mallory.widget.say("where is my order?");
  const leaked = (await mallory.sees()).includes(victim.order.name);
  record("T7", 1, leaked ? 1 : 0);
  expect(leaked).toBe(false);
  // The question went to the owner of the address, who can say that only the mailbox is theirs.
  await forged.pressLast("no");
  await mallory.widget.say("where is my order?");
  expect(await mallory.sees()).not.toContain(victim.order.name);
});

test("T7: guessing codes ends after a few tries, and a right one is not told from a wrong one then", async () => {
  const mallory = await attacker();
  const guesser = await people(house).onPhone("instagram");
  for (let n = 0; n < 11; n += 1) await guesser.say(`OT-00000000${n % 10}`);
  await guesser.say((await mallory.option("instagram"))?.code ?? "");
  const answers = new Set((await guesser.all()).map((text) => text.replace(/^I am the .*\n+/, "")));
  record("T7", 12, [...answers].some((text) => /goes on here/.test(text)) ? 1 : 0);
  expect([...answers]).toEqual(["That code is no longer valid. You can get a new one where you wrote before."]);
});
