import { afterEach, beforeEach, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const asked = "I can't sign in to my account";
let people = 0;
async function byPhone(channel: "instagram" | "whatsapp", text = asked): Promise<string> {
  const phone = house.phone(channel, `49151558${String(people++).padStart(5, "0")}`);
  await phone.sendText(text);
  await house.rest();
  return phone.inbox.map((bubble) => [bubble.text, bubble.link?.url].join("\n")).join("\n");
}
async function onSite(text = asked): Promise<{ text: string; links: string[] }> {
  const browser = await house.browser();
  await browser.say(text);
  await house.rest();
  const shown = await browser.shown();
  return { text: shown.map((one) => one.text).join("\n"), links: shown.flatMap((one) => one.links) };
}
const account = "https://shopify.com/70010001/account";

test("who cannot sign in gets the shop's own page and how it works there, on each channel", async () => {
  const site = await onSite();
  expect(site.text).toMatch(/mails you a code\. There is no password/);
  expect(site.links).toContain(account);
  for (const channel of ["instagram", "whatsapp"] as const) {
    const words = await byPhone(channel);
    expect(words).toContain(account);
    expect(words).toMatch(/mails you a code/);
  }
  // A proof towards us is something else, and nobody is asked for one.
  expect([site.text, ...site.links].join()).not.toMatch(/\/login\/start|six digits is on its way|\/prove\//);
});

test("by mail the link stands in the answer", async () => {
  await house.close();
  house = await House.open({ mailbox: true });
  const box = house.mail.mailbox("kim@example.com");
  await box.send({ to: house.mail.shopAddress, subject: "Account", text: "Ich kann mich nicht in mein Konto einloggen" });
  for (let tries = 0; box.inbox.length === 0 && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    await house.rest();
  }
  expect(box.inbox[0]?.links).toContain(account);
  expect(box.inbox[0]?.text).toMatch(/Ein Passwort gibt es nicht/);
});

test("a shop with passwords says how to get a new one, as of the moment it changed", async () => {
  house.shopify.store.shop.accounts = "CLASSIC";
  const site = await onSite();
  expect(site.text).toMatch(/forgotten it, that page mails you a link/);
  expect(site.links).toContain("https://linden-loom.myshopify.com/account");
});

test("in the midst of a proof it is answered, and the proof goes on", async () => {
  const phone = house.phone("instagram", "ig-account");
  await phone.sendText("where is order #1001");
  await house.rest();
  await phone.sendText("how do I sign in to my account?");
  await house.rest();
  const [last] = phone.inbox.slice(-1);
  const words = phone.inbox.map((bubble) => [bubble.text, bubble.link?.url].join("\n")).join("\n");
  expect(words).toContain(account);
  expect(last?.text).toMatch(/waiting for the six digits/);
});
