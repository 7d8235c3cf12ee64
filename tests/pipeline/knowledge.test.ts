import { afterEach, beforeEach, expect, test } from "vitest";
import { update } from "#app/platform/db/writes.ts";
import { changeProduct, deletePage, deleteProduct, writePage, writePolicy } from "#sandbox/shopify/content.ts";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
beforeEach(async () => {
  house = await House.open({ knowledge: true, mailbox: true });
  await house.idle();
});
afterEach(() => house.close());

const minute = 60_000;
let people = 0;

/** What somebody new reads on WhatsApp after writing this. */
async function answerTo(text: string): Promise<string> {
  return askFrom("whatsapp", `49151555${String(people++).padStart(5, "0")}`, text);
}

async function askFrom(channel: "instagram" | "whatsapp", userId: string, text: string): Promise<string> {
  const phone = house.phone(channel, userId);
  await phone.sendText(text);
  await house.rest();
  return phone.inbox
    .map((bubble) => [bubble.text, bubble.link?.label, bubble.link?.url, ...bubble.choices.map((one) => one.title)].join("\n"))
    .join("\n");
}

const customerOf = (email: string) => {
  const customer = [...house.shopify.store.customers.values()].find((one) => one.email === email);
  return customer?.id.split("/").at(-1);
};
const records = () => house.database.prisma.turnRecord.findMany({ orderBy: { at: "asc" } });

test("a question is answered in the shop's own words, with where they stand", async () => {
  const answer = await answerTo("How much is shipping within Germany?");
  expect(answer).toContain("Standard shipping costs 4.90 EUR");
  expect(answer).toMatch(/From “Shipping (and delivery|policy)”/);
  expect(answer).toContain("https://linden-loom.myshopify.com/");
  expect((await records())[0]).toMatchObject({ knowledge: "found", outcome: "answered" });
});

test("a reason without a wish is no question to the shop's pages", async () => {
  expect(await answerTo("it is too small")).not.toMatch(/From “/);
});

/** What is taken from the shop's texts waits for a person by mail, unless the merchant wants it sent. */
async function answerMailsAlone(): Promise<void> {
  await house.database.commit([update("Shop", { id: await house.shopId() }, { replyModes: { "delivery@email": "auto" } })]);
}

test("on all channels the same version of the same text is cited, and a changed policy is the answer within a minute", async () => {
  await answerMailsAlone();
  const question = "How long does delivery take in Germany?";
  const ada = house.mail.mailbox("reader@example.com");
  const ask = async () => {
    const browser = await house.browser();
    await browser.boot();
    await browser.say(question);
    await ada.send({ to: house.mail.shopAddress, subject: "A question", text: question });
    const mails = ada.inbox.length;
    const chats = [await askFrom("instagram", `ig-${people++}`, question), await answerTo(question)];
    // Mail travels by real connections, which no clock of ours moves.
    for (let tries = 0; tries < 200 && ada.inbox.length === mails; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await house.rest();
    }
    return [...chats, await browser.words(), ada.inbox.at(-1)?.text ?? ""];
  };
  for (const answer of await ask()) expect(answer).toContain("two to three working days");
  const before = await records();
  expect(before.map((one) => one.channel).toSorted()).toEqual(["email", "instagram", "whatsapp", "widget"]);
  expect(new Set(before.map((one) => `${one.sourceId} ${one.sourceVersion}`)).size).toBe(1);

  const days = "<h2>How long it takes</h2><p>Within Germany a parcel takes eleven working days, because our loom is being moved.</p>";
  writePage(house.shopify.store, { handle: "shipping", title: "Shipping and delivery", body: days });
  writePolicy(house.shopify.store, "SHIPPING_POLICY", "<p>Delivery within Germany takes eleven working days.</p>");
  await house.advance(minute);
  for (const answer of await ask()) expect(answer).toContain("eleven working days");
  const after = (await records()).slice(4);
  expect(new Set(after.map((one) => `${one.sourceId} ${one.sourceVersion}`)).size).toBe(1);
  expect(after[0]?.sourceVersion).not.toBe(before[0]?.sourceVersion);
});

test("what was taken down is quoted no more: a page deleted or hidden, a product changed, sold no longer", async () => {
  expect(await answerTo("do you have a loyalty programme with points?")).toContain("no loyalty programme");
  deletePage(house.shopify.store, "gift-cards");
  expect(await answerTo("is the table runner finished by hand?")).toContain("hand-finished hem");
  changeProduct(house.shopify.store, "Table Runner", (product) => {
    product.description = "A table runner with a machine-made hem, no longer finished by hand.";
  });
  await house.idle();
  expect(await answerTo("is the table runner finished by hand?")).toContain("machine-made hem");
  deleteProduct(house.shopify.store, "Table Runner");
  await house.advance(minute);
  expect(await answerTo("is the table runner finished by hand?")).not.toContain("machine-made hem");
  expect(await answerTo("do you have a loyalty programme with points?")).not.toContain("loyalty programme. ");
  writePage(house.shopify.store, { handle: "studio", isPublished: false });
  await house.advance(minute);
  expect(await answerTo("are you open on Saturday?")).not.toContain("16 o'clock");
});

test("a product deleted while no webhook came is gone a day later", async () => {
  house.shopify.store.quietly(() => deleteProduct(house.shopify.store, "Table Runner"));
  await house.advance(25 * 60 * minute);
  expect(await answerTo("is the table runner finished by hand?")).not.toContain("hand-finished");
});

test("where the shop says nothing, that is said and a person offered, who gets the case when asked for", async () => {
  const phone = house.phone("whatsapp", "4915155599999");
  await phone.sendText("Can I pay with bitcoin?");
  await house.rest();
  expect(phone.inbox.map((one) => one.text).join("\n")).toContain("I do not find an answer to that in what Linden & Loom has written");
  expect((await records())[0]).toMatchObject({ knowledge: "none", sourceId: null });
  await phone.tap("Talk to a person");
  await house.rest();
  expect(phone.inbox.at(-1)?.text).toContain("I am passing this to a colleague");
  expect(await house.database.prisma.case.findFirst({ where: { status: "escalated" } })).toMatchObject({ escalation: "asked" });
});

test("a side question in the middle of a return is answered, and the return asks again where it was", async () => {
  const browser = await house.browser(customerOf("ada@example.com"));
  await browser.boot();
  await browser.say("I want to return something from order #1004");
  await house.rest();
  await browser.say("By the way, do you have a newsletter discount?");
  await house.rest();
  const words = (await browser.shown())
    .slice(-2)
    .map((shown) => shown.text)
    .join("\n");
  expect(words).toContain("ten percent off the first order");
  expect(words).toContain("Which items go back?");
});

test("who writes in another language reads which language the shop's words are in", async () => {
  const answer = await answerTo("Guten Tag, wann hat euer Studio in Berlin geöffnet?");
  expect(answer).toContain("Aus „Our studio in Berlin“, auf Englisch:");
  expect(answer).toContain("Tuesday to Friday");
});

test("without the scope for pages the policies still answer, and an outage changes nothing that is known", async () => {
  house.shopify.updateScopes(house.shopify.config.scopes.filter((scope) => scope !== "read_content"));
  await house.advance(minute);
  expect(await answerTo("How much is shipping within Germany?")).toContain("4.90 EUR");
  house.shopify.faults.add("*", { kind: "status", status: 503 }, 100);
  await house.advance(minute);
  house.shopify.faults.clear();
  expect(await house.database.prisma.knowledgeSource.count({ where: { kind: "page" } })).toBeGreaterThan(10);
});

test("another shop's texts are found by nobody else", async () => {
  const { prisma } = house.database;
  const { searchKnowledge } = await import("#app/pipeline/knowledge/search-sqlite.server.ts");
  expect(await searchKnowledge("0000000000another0000shop00", "How much is shipping?", "en")).toEqual([]);
  const shopId = await house.shopId();
  const passages = await prisma.knowledgePassage.count({ where: { shopId } });
  expect(passages).toBeGreaterThan(60);
});
