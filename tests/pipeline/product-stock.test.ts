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
async function answerTo(text: string): Promise<string> {
  const phone = house.phone("whatsapp", `49151556${String(people++).padStart(5, "0")}`);
  await phone.sendText(text);
  await house.rest();
  return phone.inbox.map((bubble) => [bubble.text, bubble.link?.url].join("\n")).join("\n");
}

function setStock(title: string, stock: (sku: string) => number): void {
  // Stock changes without a word to us: what is said must be asked for at that moment.
  house.shopify.store.quietly(() =>
    changeProduct(house.shopify.store, title, (product) => {
      for (const variant of product.variants) variant.stock = stock(variant.sku);
    }),
  );
}

test("what is in stock is said as the store has it now, with its price and where it can be collected", async () => {
  expect(await answerTo("Do you have the Linen Wrap Dress in stock?")).toMatch(
    /Linen Wrap Dress \(€129\.00\) is in stock: Olive \(S, M, L\), Rust \(S, M, L\)\. You can collect it here: Studio Berlin, ready in 2 hours\./,
  );
  setStock("Linen Wrap Dress", (sku) => (sku.includes("RUS") ? 0 : 5));
  const answer = await answerTo("Do you have the Linen Wrap Dress in stock?");
  expect(answer).toContain("is in stock: Olive (S, M, L). Sold out: Rust (S, M, L).");
  expect(answer).toContain("/products/linen-wrap-dress");
});

test("the colour and size that were asked for are answered, and what else there is when they are gone", async () => {
  setStock("Linen Wrap Dress", (sku) => (sku.endsWith("RUS-M") ? 0 : 5));
  expect(await answerTo("Is the linen wrap dress available in rust, size M?")).toMatch(
    /is sold out at the moment: Rust \(M\)\. In stock: Olive \(S, M, L\), Rust \(S, L\)\./,
  );
  expect(await answerTo("Is the linen wrap dress available in olive, size M?")).toMatch(/is in stock: Olive \(M\)\./);
});

test("the question is understood in another language, by an everyday name", async () => {
  expect(await answerTo("Habt ihr den Wollschal noch auf Lager?")).toMatch(
    /Wool Scarf \(59,00\s€\) ist vorrätig: Rust \(One size\), Ink \(One size\)/,
  );
});

test("a size and a colour are wished for in other letters and another language than the shop's", async () => {
  expect(await answerTo("Gibt es das Leinenkleid in L?")).toMatch(/ist vorrätig: Olive \(L\), Rust \(L\)\./);
  expect(await answerTo("Habt ihr das Leinenkleid in Rostrot noch auf Lager? In M statt L")).toMatch(/ist vorrätig: Rust \(M\)\./);
  setStock("Linen Wrap Dress", (sku) => (sku.endsWith("OLI-S") ? 0 : 5));
  expect(await answerTo("Est-ce que la robe en lin est disponible en S ?")).toMatch(/Rust \(S\)\. .*Olive \(S\)\./);
  expect(await answerTo("Avez-vous le t-shirt en stock en blanc, taille xl ?")).toMatch(/White \(XL\)\./);
});

test("collecting it there is offered for what lies there only", async () => {
  house.shopify.store.quietly(() =>
    changeProduct(house.shopify.store, "Wool Scarf", (product) => {
      for (const variant of product.variants) variant.studioStock = 0;
    }),
  );
  expect(await answerTo("Is the wool scarf in stock?")).not.toContain("collect");
});

test("without the scope for stock by place the rest is said", async () => {
  house.shopify.updateScopes(house.shopify.config.scopes.filter((scope) => scope !== "read_inventory"));
  expect(await answerTo("Is the wool scarf in stock?")).toContain("is in stock");
});

test("a sign-in question gets the shop's words", async () => {
  expect(await answerTo("I cannot log in to my account")).toMatch(/code of six digits/);
});
