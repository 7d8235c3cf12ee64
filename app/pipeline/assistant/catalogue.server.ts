import type { FoundProduct } from "#app/domain/orders/exchange.ts";
import { searchKnowledge } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { named } from "./product.server.ts";
import { type Turn, writtenIn } from "./turn.ts";

/** Passages that may be of the product that is meant. */
const lookedThrough = 20;
const mostProducts = 9;

/** The shop's products that words name; where they name none, the likeliest few. */
export async function catalogueProducts(turn: Turn, words: string): Promise<FoundProduct[]> {
  const passages = await searchKnowledge(turn.context.shop.id, words, writtenIn(turn), lookedThrough);
  const found = passages.filter((one) => one.kind === "product");
  const meant = named(words, found);
  const products = meant.length > 0 ? meant : [...new Map(found.map((one) => [one.sourceId, one])).values()];
  return products.slice(0, mostProducts).map(({ externalId, title }) => ({ productId: externalId, title }));
}
