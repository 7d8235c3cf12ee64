import { afterEach, beforeEach, expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { text as flowText } from "#app/flows/privacy/texts/index.ts";
import { type PrivacyWish, privacyWish } from "#app/flows/privacy/wish.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

const wishes: [PrivacyWish, string[]][] = [
  [
    "know",
    [
      "What do you know about me?",
      "Which data do you store about me",
      "Was weißt du über mich?",
      "Welche Daten habt ihr über mich gespeichert?",
      "Que savez-vous sur moi ?",
      "Quelles données conservez-vous sur moi ?",
      "¿Qué sabes de mí?",
      "¿Qué datos tenéis sobre mí?",
      "O que sabem sobre mim?",
      "Che cosa sai di me?",
      "Wat weet je over mij?",
      "Welke gegevens bewaren jullie over mij?",
    ],
  ],
  [
    "export",
    [
      "Send me all my data",
      "Please send me everything you have about me",
      "Schick mir bitte meine Daten",
      "Envoyez-moi mes données",
      "Envíame mis datos",
      "Enviem-me os meus dados",
      "Inviami i miei dati",
      "Stuur mij mijn gegevens",
    ],
  ],
  [
    "forget",
    [
      "Forget me",
      "Please delete all my data",
      "erase everything about me",
      "delete my account",
      "Vergiss mich",
      "Lösche bitte meine Daten",
      "Meine Daten löschen",
      "Supprimez mes données",
      "Oubliez-moi",
      "Borra mis datos",
      "Apaguem os meus dados",
      "Cancella i miei dati",
      "Verwijder mijn gegevens",
      "Vergeet mij",
    ],
  ],
];

test("what shoppers ask about their own data is read in seven languages", () => {
  for (const [wish, sentences] of wishes) for (const one of sentences) expect([one, privacyWish(one)]).toEqual([one, wish]);
  for (const one of [
    "Where is my order?",
    "delete the red one from my order",
    "I want to send my dress back",
    "cancel my order",
    "forget it",
  ])
    expect([one, privacyWish(one)]).toEqual([one, null]);
  const params = { messages: 2, channels: "WhatsApp", cases: 1, notes: 0, day: "1 May", list: "x", address: "x", shop: "x" };
  for (const language of languages)
    for (const key of ["summary", "explain", "erasing"] as const) expect(flowText(language, key, params)).not.toMatch(/[{}]|undefined/);
});

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

test("a proven shopper is told, gets everything by a link that opens once, and is forgotten after a yes", async () => {
  const { customerId, email, order } = createShopper(house, { arrived: false });
  const browser = await house.browser(customerId);
  await browser.say(`where is order ${order.name}?`);
  await house.rest();
  await browser.say("what do you know about me?");
  await house.rest();
  expect(await browser.words()).toMatch(/keep of you.*messages on Website/s);
  expect(await browser.words()).toContain(email);

  await browser.tap(/Send me everything/);
  await house.rest();
  await house.rest();
  const mail = house.mail.mailbox(email).inbox.at(-1);
  const link = mail?.links.find((one) => one.includes("/my-data/")) ?? "";
  const url = house.url + new URL(link).pathname;
  for (let scan = 0; scan < 2; scan += 1) expect((await fetch(url)).status).toBe(200);
  const file = await fetch(url, { method: "POST" });
  expect([file.status, file.headers.get("content-disposition"), file.headers.get("x-content-type-options")]).toEqual([
    200,
    `attachment; filename="my-data.html"`,
    "nosniff",
  ]);
  expect(await file.text()).toContain(order.name);
  expect((await fetch(url, { method: "POST" })).status).toBe(410);
  expect((await fetch(`${url.slice(0, -3)}AAA`, { method: "POST" })).status).toBe(410);

  await browser.say("forget me");
  await house.rest();
  expect(await browser.words()).toMatch(/orders, invoices and your account in Shopify/);
  expect(await house.database.prisma.message.count()).toBeGreaterThan(0);
  await browser.tap(/Yes, delete it/);
  await house.rest();
  expect(await browser.words()).toMatch(/deleting it now, this message too/);
  await house.advance(40_000);
  const { prisma } = house.database;
  expect(await prisma.message.count()).toBe(0);
  expect(await prisma.identity.count()).toBe(0);
  expect((await prisma.privacyRequest.findMany()).map((one) => [one.kind, one.state, one.sealed])).toEqual([
    ["export", "done", ""],
    ["erase", "done", ""],
  ]);
  const audits = await prisma.audit.findMany({ where: { action: "customer-erased" } });
  expect(audits).toMatchObject([{ actor: "shopper", detail: { source: "shopper" } }]);

  await browser.boot();
  await browser.say("Hello");
  await house.rest();
  expect(await browser.words()).toMatch(/order/);
});

test("an unproven one hears of this conversation only, and sends or erases nothing before a proof", async () => {
  const { email, order } = createShopper(house, { arrived: false });
  const owner = house.phone("whatsapp", "DE.5550001", "+4915155500001");
  await owner.sendText(`I write about ${order.name}, my address is ${email}`);
  await house.rest();
  const stranger = house.phone("instagram", "6655500077");
  for (const text of [`my e-mail is ${email}`, "what do you know about me?"]) {
    await stranger.sendText(text);
    await house.rest();
  }
  const told = textsOf(stranger).at(-2) ?? "";
  expect(textsOf(stranger).join("\n")).toMatch(/this conversation only/);
  expect(textsOf(stranger).join("\n")).not.toContain(email);
  expect(told).not.toMatch(/WhatsApp/);
  await stranger.tap("Delete my data");
  await house.rest();
  expect(textsOf(stranger).at(-1)).toMatch(/e-mail address of your order/);
  await stranger.sendText("yes");
  await house.rest();
  await house.advance(60_000);
  expect(await house.database.prisma.privacyRequest.count()).toBe(0);
  expect(await house.database.prisma.message.count()).toBeGreaterThan(3);
});

test("“no” keeps everything, and a yes to something else erases nothing", async () => {
  const { customerId } = createShopper(house, { arrived: false });
  const browser = await house.browser(customerId);
  await browser.say("delete my data");
  await house.rest();
  await browser.say("no");
  await house.rest();
  expect(await browser.words()).toMatch(/stays as it is/);
  await browser.say("yes");
  await house.rest();
  await house.advance(60_000);
  expect(await house.database.prisma.privacyRequest.count()).toBe(0);
});
