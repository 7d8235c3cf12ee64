import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import { intents } from "#app/pipeline/assistant/model.ts";
import { millisecondsOfWork } from "#tests/setup/work.ts";
import { seeded } from "#tests/vendor-faults/chance.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { textsOf } from "#tests/vendor-faults/people.ts";

const random = seeded(7);
const megabyte = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
const noise = (length: number, most: number) => Array.from({ length }, () => String.fromCharCode(Math.floor(random() * most))).join("");
const tongues =
  "where is my order|wo ist meine Bestellung|où est ma commande|dónde está mi pedido|onde está meu pedido|dov'è il mio ordine|waar is mijn bestelling|gdzie jest moje zamówienie|var är min beställning|siparişim nerede|注文はどこですか|我的订单在哪里|내 주문은 어디 있나요|где мой заказ|де моє замовлення|къде е поръчката ми|где је моја поруџбина|gdje je moja narudžba|kje je moje naročilo|kde je moje objednávka|kde je moja objednávka|hol a rendelésem|unde este comanda mea|πού είναι η παραγγελία μου|hvor er min ordre|hvor er bestillingen min|missä tilaukseni on|kus on minu tellimus|kur mano užsakymas|kur ir mans pasūtījums|أين طلبي|איפה ההזמנה שלי|سفارش من کجاست|मेरा ऑर्डर कहाँ है|আমার অর্ডার কোথায়|என் ஆர்டர் எங்கே|คำสั่งซื้อของฉันอยู่ที่ไหน|đơn hàng của tôi đâu|pesanan saya di mana|nasaan ang order ko";

/** Name and text; none of them says anything that a shop could act on by itself, but for the disguised ones. */
const inputs: [string, string][] = [
  ["nothing", ""],
  ["blanks", " \n\t\u00a0\u2003 "],
  ["bytes", noise(3_000, 256)],
  ["any characters, lone surrogates too", noise(3_000, 65_536)],
  ["emoji", "😀".repeat(800)],
  ["a right-to-left sentence", "أريد أن أعرف متى تصل الحزمة 12345"],
  ["letters turned around by a sign", "\u202eredro ym si erehw\u202c"],
  ["zero-width signs between letters", [..."where is my order"].join("\u200b")],
  ["letters of another alphabet that look alike", "whеrе is mу оrdеr"],
  ["letters piled high", "o\u0301\u0302\u0303\u0304\u0305\u0306\u0307".repeat(400)],
  ["40 languages", tongues.replaceAll("|", ". ")],
  ["digits without end", "9".repeat(4_000)],
  ["tags", "<b>".repeat(1_000)],
  ["signs that patterns fear", `${"((((".repeat(500)}${"a@".repeat(500)}${"+49 ".repeat(200)}#`],
];
const long: [string, string][] = [
  ["a megabyte of one letter", megabyte("a")],
  ["a megabyte of words", megabyte("refund my parcel please ")],
  ["a megabyte of digits with gaps", megabyte("12 34 ")],
  ["a megabyte of signs", megabyte("#@./-")],
  ["a megabyte of emoji", megabyte("🧶")],
];

test.each([...inputs, ...long])("%s: read in bounded time, as one of ours or as nothing", async (_, text) => {
  const model = createLocalModel();
  const input = { text, transcript: [], shopLanguage: "en" as const, now: new Date(), timeZone: "Europe/Berlin" };
  expect(await millisecondsOfWork(() => model.understand(input, AbortSignal.timeout(60_000)))).toBeLessThan(4_000);
  const { value } = await model.understand(input, AbortSignal.timeout(60_000));
  expect(languages).toContain(value.language);
  for (const { intent, confidence } of value.intents) {
    expect(intents).toContain(intent);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

let house: House;
beforeAll(async () => {
  house = await House.open({ knowledge: true, gemini: true, mailbox: true });
});
afterAll(() => house.close());

test.each(inputs.filter(([, text]) => text.trim() !== ""))(
  "%s on WhatsApp: a reply or a person, and the model is paid for little of it",
  async (name, text) => {
    const at = inputs.findIndex(([one]) => one === name);
    const phone = house.phone("whatsapp", `DE.88${at}`, `+4915100088${String(at).padStart(3, "0")}`);
    const asked = house.history.of("gemini", "understand").length;
    await phone.sendText(text.slice(0, 4_000));
    await house.rest();
    expect(textsOf(phone).join("").length).toBeGreaterThan(0);
    expect(house.history.of("gemini", "understand").length - asked).toBeLessThanOrEqual(1);
  },
);

test("a mail of a megabyte is answered or handed to a person, and no model reads it whole", async () => {
  const mailbox = house.mail.mailbox("long@example.com");
  await mailbox.send({ to: house.mail.shopAddress, subject: "Long", text: megabyte("the thing with the stuff \n") });
  await expect.poll(() => house.rest().then(() => mailbox.inbox.length), { timeout: 20_000 }).toBe(1);
  for (const { detail } of house.history.of("gemini", "understand")) expect(JSON.stringify(detail).length).toBeLessThan(60_000);
});
