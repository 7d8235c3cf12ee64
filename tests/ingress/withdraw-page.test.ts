import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

type Form = { name?: string; order?: string; contact?: string; items?: string; step?: string };

/** The page through the shop's own signed address. */
async function page(form?: Form, options: { query?: string; language?: string; from?: string } = {}) {
  const response = await house.shopify.proxyRequest({
    method: form ? "POST" : "GET",
    path: `/apps/onethread/withdraw${options.query ?? ""}`,
    ...(form && { body: new URLSearchParams(form as Record<string, string>).toString() }),
    headers: {
      ...(form && { "content-type": "application/x-www-form-urlencoded" }),
      "accept-language": options.language ?? "en-GB",
      ...(options.from && { "x-forwarded-for": options.from }),
    },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

let count = 0;
const someone = (order: string, more: Form = {}): Form => {
  count += 1;
  return { name: "Ada Sample", order, contact: `page${count}@example.com`, step: "confirm", ...more };
};
const rest = async () => {
  await house.rest();
  await house.rest();
};
const inbox = (address: string) => house.mail.mailbox(address).inbox;
const plain = (text: string) => text.replace(/W-\w{4}-\w{4}|page\d+@example\.com|#\d+|\d{2}:\d{2}/g, "…");

test("two steps without script or login: stated, read back, confirmed, and acknowledged at once", async () => {
  const { order, email } = createShopper(house);
  const first = await page();
  expect(first.status).toBe(200);
  expect(first.headers.get("content-security-policy")).toMatch(/default-src 'none'.*form-action 'self'/);
  expect(first.text).not.toMatch(/<script/);
  const form = { name: "Ada Sample", order: order.name, contact: email, items: "" };
  const review = await page({ ...form, step: "review" });
  expect(review.text).toContain("Confirm withdrawal");
  expect(review.text).toContain(order.name);
  expect(await house.database.prisma.withdrawal.count({ where: { orderName: order.name } })).toBe(0);
  const done = await page({ ...form, step: "confirm" });
  const reference = /W-\w{4}-\w{4}/.exec(done.text)?.[0] ?? "none";
  await rest();
  const [mail, ...more] = inbox(email);
  expect(more).toEqual([]);
  expect(mail?.subject).toContain(reference);
  expect(mail?.text).toMatch(/I withdraw from the contract for order.*Name: Ada Sample.*Received on: \d.*\d{2}:\d{2}/s);
  const [row] = await house.database.prisma.withdrawal.findMany({ where: { orderName: order.name } });
  expect(row).toMatchObject({
    channel: "page",
    proven: false,
    receipted: 1,
    facts: { order: "found", fits: true, term: { standing: "within" } },
  });
  expect(await house.database.prisma.case.findFirst({ where: { id: row?.caseId ?? "" } })).toMatchObject({
    owner: "staff",
    status: "escalated",
    orderId: null,
  });
  expect(order.returns).toEqual([]);
});

test("an order that exists and one that does not are answered alike, and nothing of an order is shown", async () => {
  const { order } = createShopper(house);
  const [truth, guess] = [await page(someone(order.name)), await page(someone("#99999999"))];
  expect(truth.status).toBe(guess.status);
  expect(plain(truth.text)).toBe(plain(guess.text));
  expect(truth.text).not.toMatch(/Dress|€/);
});

test("stated twice it is one case with one receipt and the earlier reference; other items are added to it and acknowledged too", async () => {
  const { order } = createShopper(house);
  const form = someone(order.name);
  const references = await Promise.all([page(form), page(form), page({ ...form, order: ` ${order.name.slice(1)} ` })]);
  expect(new Set(references.map(({ text }) => /W-\w{4}-\w{4}/.exec(text)?.[0])).size).toBe(1);
  await rest();
  expect(inbox(form.contact ?? "")).toHaveLength(1);
  await page({ ...form, items: "only the dress" });
  await rest();
  expect(inbox(form.contact ?? "").map((mail) => mail.text.includes("only the dress"))).toEqual([false, true]);
  expect(
    await house.database.prisma.case.count({ where: { flow: "withdraw", orderName: { in: [order.name, order.name.slice(1)] } } }),
  ).toBe(1);
});

test("another address than the order's: that one is told once, whoever states how often", async () => {
  const { order, email } = createShopper(house);
  for (let times = 0; times < 3; times += 1) await page(someone(order.name));
  await rest();
  expect(inbox(email)).toHaveLength(1);
  expect(inbox(email)[0]?.text).not.toMatch(/Ada Sample|page\d/);
});

test("one address gets so many mails a day and no more, and is told to come back", async () => {
  const contact = "flooded@example.com";
  const answers = [];
  for (let times = 0; times < 8; times += 1) answers.push(await page(someone(`#77${times}`, { contact })));
  expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  expect(answers.at(-1)?.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(answers.at(-1)?.text).toContain("counts in any form");
  await rest();
  expect(inbox(contact)).toHaveLength(5);
});

test.each<[Form, RegExp]>([
  [{ name: "", order: "#1", contact: "a@b.de" }, /write your name/],
  [{ name: "A", order: " # ", contact: "a@b.de" }, /write the order number/],
  [{ name: "A", order: "#1", contact: "nobody" }, /write an email address/],
  [{ name: "A", order: "#1", contact: "a@b.de\r\nBcc: c@d.de" }, /write an email address/],
  [{ name: "buy https://evil.example", order: "#1", contact: "a@b.de" }, /without web addresses/],
  [{ name: "A".repeat(101), order: "#1", contact: "a@b.de" }, /at most 100 characters/],
  [{ name: "A", order: "#1", contact: "a@b.de", items: "x".repeat(501) }, /at most 500 characters/],
])("what cannot be read is said beside its field, and nothing is stated", async (form, words) => {
  const before = await house.database.prisma.withdrawal.count();
  const answer = await page({ ...form, step: "confirm" });
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(words);
  expect(await house.database.prisma.withdrawal.count()).toBe(before);
});

test("what was typed is shown as text, never as markup", async () => {
  const hostile = `"><img src=x onerror=alert(1)>`;
  for (const step of ["review", "change"]) {
    const { text } = await page({ name: hostile, order: hostile, contact: "a@b.de", items: `</textarea>${hostile}`, step });
    expect(text).not.toMatch(/<img|<\/textarea>"/);
    expect(text).toContain("&lt;img");
  }
});

test("without Shopify's signature there is no page", async () => {
  const answer = await fetch(`${house.url}/proxy/withdraw?shop=${house.shopDomain}`);
  expect(answer.status).toBe(400);
});

test.each([
  ["de", "Vertrag widerrufen", "Widerruf bestätigen"],
  ["fr", "Se rétracter du contrat", "Confirmer la rétractation"],
  ["es", "Desistir del contrato", "Confirmar desistimiento"],
  ["pt", "Desistir do contrato", "Confirmar desistência"],
  ["it", "Recedere dal contratto", "Conferma recesso"],
  ["nl", "Overeenkomst herroepen", "Herroeping bevestigen"],
])("it speaks %s by the shop's locale, or the browser's", async (language, title, button) => {
  const form = { name: "Ada", order: "#1", contact: "a@b.de", step: "review" };
  for (const options of [{ query: `?locale=${language}` }, { language: `${language}-XX` }]) {
    const { text } = await page(form, options);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(title);
    expect(text).toContain(button);
  }
});
