import { afterEach, beforeEach, expect, test } from "vitest";
import { changeProduct } from "#sandbox/shopify/content.ts";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
beforeEach(async () => {
  house = await House.open({ knowledge: true });
  await house.idle();
});
afterEach(() => house.close());

let people = 0;
async function chat(...texts: string[]): Promise<string> {
  const phone = house.phone("whatsapp", `49151557${String(people++).padStart(5, "0")}`);
  for (const text of texts) {
    await phone.sendText(text);
    await house.rest();
  }
  return phone.inbox.map((bubble) => [bubble.text, bubble.link?.url].join("\n")).join("\n");
}
async function onSite(text: string): Promise<string> {
  const browser = await house.browser();
  await browser.say(text);
  await house.rest();
  return (await browser.shown()).map(({ text: words, links }) => [words, ...links].join("\n")).join("\n");
}

test.each([
  "I'm 170 cm / 62 kg, which size of the linen wrap dress should I take?",
  "How does the linen wrap dress run?",
  "what is the waist of the wrap dress in M?",
  "Fällt das Wickelkleid groß aus?",
  "Je mesure 170 cm et pèse 62 kg, quelle taille pour la robe portefeuille ?",
])("%s is answered with the rows of the size chart and where they stand", async (question) => {
  const [there, here] = [await chat(question), await onSite(question)];
  for (const answer of [there, here]) {
    expect(answer).toContain("“Size guide”".replaceAll(/[“”]/g, ""));
    expect(answer).toContain("Size M: Chest 94 cm, Waist 76 cm, Length 114 cm");
    expect(answer).toContain("/pages/size-guide");
  }
});

test("a chart in the product's own description goes first, and another piece's chart is never given for it", async () => {
  expect(await chat("which size do I need for the wool scarf?")).not.toContain("Chest");
  changeProduct(house.shopify.store, "Wool Scarf", (product) => {
    product.description =
      "A long scarf.</p><table><tr><th>Size</th><th>Length</th></tr><tr><td>One size</td><td>180 cm</td></tr></table><p>";
  });
  await house.idle();
  const answer = await chat("which size do I need for the wool scarf?");
  expect(answer).toContain("Size One size: Length 180 cm");
  expect(answer).toContain("/products/wool-scarf");
});

test("where no piece was named it is asked for, and its name alone goes on from there", async () => {
  expect(await chat("I'm 170 cm and 62 kg, which size do I need?")).toContain("Which piece is it about?");
  expect(await chat("Do you have the linen wrap dress in stock?", "and which size do I need at 170 cm?")).toContain("Size M: Chest 94 cm");
});

test("whether a size is in stock stays a question of stock", async () => {
  expect(await chat("Is the linen wrap dress available in olive, size M?")).toMatch(/is in stock: Olive \(M\)\./);
});
