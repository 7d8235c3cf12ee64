import { afterAll, beforeAll, expect, test } from "vitest";
import { update } from "#app/platform/db/writes.ts";
import { House } from "#tests/vendor-faults/house.ts";

const phrases = {
  greeting: "Moin from the looms.",
  thanks: "Our pleasure, always.",
  apology: "That is on us.",
  handOver: "Kim from the studio takes this from here.",
};
let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
  await house.database.commit([update("Shop", { id: await house.shopId() }, { voicing: { phrases } })]);
});
afterAll(() => house.close());

let people = 0;

/** What somebody new reads on each of the four channels after writing this. */
async function onEveryChannel(text: string): Promise<string[]> {
  people += 1;
  const phones = [house.phone("instagram", `ig-voice-${people}`), house.phone("whatsapp", `49151558${String(people).padStart(5, "0")}`)];
  const mailbox = house.mail.mailbox(`voice-${people}@example.com`);
  const browser = await house.browser();
  await browser.boot();
  for (const phone of phones) await phone.sendText(text);
  await browser.say(text);
  await mailbox.send({ to: house.mail.shopAddress, subject: "Hello", text });
  for (let tries = 0; tries < 200 && mailbox.inbox.length === 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await house.rest();
  }
  return [
    ...phones.map((phone) => phone.inbox.map((bubble) => bubble.text).join("\n")),
    await browser.words(),
    mailbox.inbox[0]?.text ?? "",
  ];
}

test.each([
  ["greeting", "Hello"],
  ["thanks", "Thank you very much!"],
  ["handOver", "I want to talk to a human"],
] as const)("the %s is the shop's own on every channel", async (name, text) => {
  for (const words of await onEveryChannel(text)) expect(words.replace(/\s+/g, " ")).toContain(phrases[name]);
});

test("the apology, too, when the store does not answer", async () => {
  house.shopify.faults.add("*", { kind: "status", status: 503 }, 10_000);
  const phone = house.phone("whatsapp", "4915155899999", "+4915155899999");
  await phone.sendText("where is my order?");
  for (let n = 0; n < 12; n += 1) await house.rest(30_000);
  house.shopify.faults.clear();
  expect(phone.inbox.map((bubble) => bubble.text).join("\n")).toContain(phrases.apology);
});

test("who writes in another language gets that language's phrase", async () => {
  for (const words of await onEveryChannel("Vielen lieben Dank für die Hilfe!")) {
    expect(words).toContain("Gern.");
    expect(words).not.toContain(phrases.thanks);
  }
});
