import type { PickupTime, ProductFacts } from "#app/domain/knowledge/product-facts.ts";
import type { SourceKind } from "#app/domain/knowledge/sources.server.ts";
import type { AdminClient } from "./client.server.ts";
import { articleChanges, knowledgeTexts, pageChanges, productChanges, productStock } from "./operations/index.ts";
import type { KnowledgeText } from "./responses.ts";
import { changedSinceTerm } from "./search-terms.ts";
import { VendorError } from "./vendor-error.ts";

/** A text of the store as shoppers may read it; `html` is what the merchant wrote. */
export type StoreText = { kind: SourceKind; externalId: string; title: string; url: string | null; updatedAt: Date; html: string };
export type Change = { id: string; updatedAt: Date };

/** Pages of a hundred that one look reads; a shop has fewer. */
const mostPages = 50;
const idsAtOnce = 20;
/** Product statuses that a shopper can open by a link. */
const openStatuses = new Set(["ACTIVE", "UNLISTED"]);

type Page<Node> = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };

async function all<Node>(read: (after?: string) => Promise<Page<Node>>): Promise<Node[]> {
  const found: Node[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { nodes, pageInfo } = await read(after);
    found.push(...nodes);
    after = pageInfo.endCursor ?? undefined;
    if (!pageInfo.hasNextPage || !after) break;
  }
  return found;
}

/** All published pages and articles with when they were changed; null without `read_content`. */
export async function readContentChanges(client: AdminClient): Promise<{ pages: Change[]; articles: Change[] } | null> {
  return unlessDenied(async () => {
    const pages = await all(async (after) => (await client.query(pageChanges, { after })).pages);
    const articles = await all(async (after) => (await client.query(articleChanges, { after })).articles);
    return { pages: pages.filter((one) => one.isPublished), articles: articles.filter((one) => one.isPublished) };
  });
}

/** Products that changed at `since` or later, the oldest change first; all of them without it; null without `read_products`. */
export async function readProductChanges(client: AdminClient, since?: Date): Promise<(Change & { isOpen: boolean })[] | null> {
  const query = since && changedSinceTerm(since);
  return unlessDenied(async () => {
    const found = await all(async (after) => (await client.query(productChanges, { query, after })).products);
    return found.map(({ id, updatedAt, status }) => ({ id, updatedAt, isOpen: openStatuses.has(status) }));
  });
}

/** The words of these pages, articles and products; what is gone or not published is left out. `host`: of the storefront. */
export async function readTexts(client: AdminClient, ids: string[], shop: { host: string; currencyCode: string }): Promise<StoreText[]> {
  const found: StoreText[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const { nodes } = await client.query(knowledgeTexts, { ids: ids.slice(start, start + idsAtOnce) });
    for (const node of nodes) {
      const isOpen = node && (node.__typename === "Product" ? openStatuses.has(node.status) : node.isPublished);
      if (isOpen) found.push(textOf(node, shop));
    }
  }
  return found;
}

function textOf(node: KnowledgeText, { host, currencyCode }: { host: string; currencyCode: string }): StoreText {
  const { id: externalId, title } = node;
  switch (node.__typename) {
    case "Page": {
      const { updatedAt, body: html } = node;
      return { kind: "page", externalId, title, updatedAt, html, url: `https://${host}/pages/${node.handle}` };
    }
    case "Article": {
      const { changedAt: updatedAt, body: html } = node;
      return { kind: "article", externalId, title, updatedAt, html, url: `https://${host}/blogs/${node.blog.handle}/${node.handle}` };
    }
    case "Product": {
      const { updatedAt } = node;
      return { kind: "product", externalId, title, updatedAt, html: productHtml(node, currencyCode), url: node.onlineStoreUrl ?? null };
    }
  }
}

/** What is written of a product, and below it what can be chosen and what it costs: "Colour: Olive, Rust", "129.00 EUR". */
function productHtml(product: Extract<KnowledgeText, { __typename: "Product" }>, currencyCode: string): string {
  const { descriptionHtml, productType, vendor, variants } = product;
  const choices = new Map<string, Set<string>>();
  for (const { name, value } of variants.nodes.flatMap((variant) => variant.selectedOptions)) {
    if (value !== "Default Title") choices.set(name, (choices.get(name) ?? new Set()).add(value));
  }
  const prices = [...new Set(variants.nodes.map((variant) => variant.price))].toSorted((one, other) => Number(one) - Number(other));
  const price = [prices[0], ...(prices.length > 1 ? prices.slice(-1) : [])].join(" – ");
  const lines = [
    ...[...choices].map(([name, values]) => `${name}: ${[...values].join(", ")}`),
    price && `${price} ${currencyCode}`,
    [productType, vendor].filter(Boolean).join(", "),
  ];
  return `${descriptionHtml}${lines
    .filter(Boolean)
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("")}`;
}

/** A product as it can be bought now; null when it is gone or not for sale. `currencyCode`: the shop's. */
export async function readProductFacts(client: AdminClient, id: string, currencyCode: string): Promise<ProductFacts | null> {
  const { product } = await client.query(productStock, { id });
  if (!product || !openStatuses.has(product.status)) return null;
  return {
    title: product.title,
    variants: product.variants.nodes.map((variant) => ({
      values: variant.selectedOptions.map(({ value }) => value).filter((value) => value !== "Default Title"),
      price: { amount: variant.price, currencyCode },
      available: variant.availableForSale,
      pickup: (variant.inventoryItem?.inventoryLevels.nodes ?? []).flatMap(({ location, quantities }) => {
        const inStock = !variant.inventoryItem?.tracked || quantities.some(({ quantity }) => quantity > 0);
        const settings = location.localPickupSettingsV2;
        return settings && inStock && variant.availableForSale ? [{ name: location.name, ready: pickupTimes[settings.pickupTime] }] : [];
      }),
    })),
  };
}

/** DeliveryLocalPickupTime; what the merchant words himself ("CUSTOM") or leaves open is not told. */
const pickupTimes: Record<string, PickupTime> = {
  ONE_HOUR: { unit: "hour", from: 1, to: 1 },
  TWO_HOURS: { unit: "hour", from: 2, to: 2 },
  FOUR_HOURS: { unit: "hour", from: 4, to: 4 },
  TWENTY_FOUR_HOURS: { unit: "hour", from: 24, to: 24 },
  TWO_TO_FOUR_DAYS: { unit: "day", from: 2, to: 4 },
};

async function unlessDenied<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof VendorError && error.codes.includes("ACCESS_DENIED")) return null;
    throw error;
  }
}
