import type { Block } from "#app/channels/message.ts";
import {
  isNamed,
  namedVariants,
  type PickupTime,
  type ProductFacts,
  variantsInSize,
  variantsInWords,
} from "#app/domain/knowledge/product-facts.ts";
import { sizeKey } from "#app/domain/knowledge/sizes.ts";
import { findMentions } from "#app/flows/item-match.ts";
import { fold, meaningOf, wordsOf } from "#app/flows/item-words.ts";
import { sayMoney } from "#app/flows/money.ts";
import { sayList } from "#app/flows/texts.ts";
import { type Found, searchKnowledge } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { colourOf } from "./local/slots/colours.ts";
import { foldEvenly } from "./local/slots/line.ts";
import type { VariantWish } from "./model.ts";
import { preferencesNow } from "./preferences.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { type Turn, writtenIn } from "./turn.ts";

/** Passages that may be of the product that is meant. */
const lookedThrough = 20;
/** More products than this in one question, and it is not clear which is meant. */
const mostProducts = 2;

/** What can be bought of the products that the words name, in which kinds and for how much, as the store says now; null when they name none. */
export async function productAnswer(turn: Turn, text: string): Promise<Block[] | null> {
  const { shop } = turn.context;
  const found = (await searchKnowledge(shop.id, text, writtenIn(turn), lookedThrough)).filter((one) => one.kind === "product");
  const meant = named(text, found);
  const blocks: Block[] = [];
  for (const product of meant) {
    const facts = await turn.store.product(product.externalId, shop.currencyCode);
    if (!facts) continue;
    turn.knowledge = { result: "found", sourceId: product.sourceId, sourceVersion: product.version };
    blocks.push({ kind: "text", text: inWords(turn, facts, text) });
    if (product.url) blocks.push({ kind: "link", label: product.title, url: product.url });
  }
  return blocks.length > 0 ? blocks : null;
}

/** The products of the shop that the words name, two at most. */
export function named(text: string, found: Found[]): Found[] {
  const products = [...new Map(found.map((one) => [one.sourceId, one])).values()];
  const mentions = findMentions(text, products).flatMap(({ items }) => (items.length <= mostProducts ? items : []));
  return [...new Set(mentions)].slice(0, mostProducts);
}

function inWords(turn: Turn, { title, variants }: ProductFacts, text: string): string {
  const { language } = turn;
  const wish = turn.understanding?.slots.variant;
  const asked = namedVariants(variants, (value) => isWished(value, wish, text));
  const [there, gone] = [asked.filter((one) => one.available), asked.filter((one) => !one.available)];
  const price = pricesOf(turn, there.length > 0 ? there : asked);
  const [inStock, soldOut] = [variantsInWords(there), variantsInWords(gone)];
  const key = there.length === 0 ? "productSoldOut" : gone.length === 0 ? "productInStock" : "productPartly";
  const parts = [sentence(language, key, { title, price, inStock: inStock ? `: ${inStock}` : "", soldOut: soldOut ? `: ${soldOut}` : "" })];
  // Others of the same product, where what was asked for is gone.
  const others = variants.filter((one) => one.available && !asked.includes(one));
  if (there.length === 0 && others.length > 0) parts.push(sentence(language, "productOthers", { inStock: variantsInWords(others) }));
  return [...inOwnSize(turn, title, asked), ...parts, ...pickupIn(turn, there)].join(" ");
}

/** First of all whether it is there in the size that the shopper wears, where the question names none and the product has it. */
function inOwnSize(turn: Turn, title: string, asked: ProductFacts["variants"]): string[] {
  const { size, shoeSize } = preferencesNow(turn);
  const worn = isShoe(title) ? shoeSize : size;
  const own = worn ? variantsInSize(asked, (value) => sizeKey(value) === sizeKey(worn)) : [];
  if (!worn || own.length === 0 || own.length === asked.length) return [];
  const there = own.filter((one) => one.available);
  const key = there.length === 0 ? "notInYourSize" : there.length === own.length ? "inYourSize" : "partlyInYourSize";
  return [sentence(turn.language, key, { size: worn, which: variantsInWords(there) })];
}

const shoes = new Set(["shoes", "boots"].map(meaningOf));
const otherShoes = /sneaker|trainer|sandal|loafer|slipper|pump|clog|mule|ballerina|turnschuh|hausschuh/;

function isShoe(title: string): boolean {
  const folded = fold(title);
  return otherShoes.test(folded) || wordsOf(folded).some((word) => shoes.has(meaningOf(word) ?? -1));
}

/** Sizes in whatever letters and colours in whatever language; where no such wish was understood, what stands in the text. */
function isWished(value: string, { size, colour }: VariantWish = {}, text: string): boolean {
  const [ownSize, ownColour] = [sizeKey(value), colourOf(foldEvenly(value))];
  if (size && ownSize) return ownSize === sizeKey(size);
  if (colour && ownColour) return ownColour === colour;
  return isNamed(value, text);
}

/** Where it can be collected, with how soon. */
function pickupIn({ language }: Turn, variants: ProductFacts["variants"]): string[] {
  const places = new Map(variants.flatMap((one) => one.pickup).map((place) => [place.name, place.ready]));
  return [...places].map(([place, ready]) =>
    ready
      ? sentence(language, "productPickupSoon", { place, time: sayPickupTime(ready, language) })
      : sentence(language, "productPickup", { place }),
  );
}

function sayPickupTime({ unit, from, to }: PickupTime, language: Turn["language"]): string {
  const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
  return from === to ? format.format(from) : format.formatRange(from, to);
}

function pricesOf({ language }: Turn, variants: ProductFacts["variants"]): string {
  const prices = [...new Map(variants.map(({ price }) => [price.amount, price])).values()];
  const sorted = prices.toSorted((one, other) => Number(one.amount) - Number(other.amount));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return "";
  return sayList(
    language,
    [...new Set([least, most])].map((price) => sayMoney(price, language)),
  );
}
