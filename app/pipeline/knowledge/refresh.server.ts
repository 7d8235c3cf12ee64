import { z } from "zod";
import { dropSource, sourcesOf } from "#app/domain/knowledge/sources.server.ts";
import type { Change, StoreText } from "#app/integrations/shopify-admin/knowledge.server.ts";
import type { ShopPolicy } from "#app/integrations/shopify-admin/shop-info.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue, type Tasks } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { indexSource } from "./index-source.server.ts";

/** So often each shop's texts are looked at; a changed policy must be what is answered within a minute. Milliseconds. */
export const refreshEvery = 45_000;
/** Webhooks tell of products that are gone; once in this time all are gone through, for those that were lost. */
const wholeEvery = 24 * 3_600_000;
/** Shopify's search index lags behind. */
const overlap = 10 * 60_000;
/** Texts read in one look; the next one follows at once. */
const mostTexts = 100;

type Position = Tasks["knowledge.refresh"];
type ShopRow = { id: string; domain: string; primaryHost: string | null; language: string; currencyCode: string };

/** What the refresh needs of the store. A list is null where the merchant has not let the app read it. */
export type TextStore = {
  policies(): Promise<ShopPolicy[]>;
  content(): Promise<{ pages: Change[]; articles: Change[] } | null>;
  products(since?: Date): Promise<(Change & { isOpen: boolean })[] | null>;
  texts(ids: string[], shop: { host: string; currencyCode: string }): Promise<StoreText[]>;
  isOutage(error: unknown): boolean;
};

/**
 * Reads what has changed of a shop's policies, pages, articles and products since they were last read, and drops what is
 * gone. Each source is written in a commit of its own; the job's successor goes into the queue with the commit that ends it.
 */
export async function refreshKnowledge(shopId: string, given: Position, storeFor: (domain: string) => TextStore, lastAttempt = false) {
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!shop) return [];
  const store = storeFor(shop.domain);
  const position = readable(given);
  try {
    const [next, more] = await lookOnce(shop, position, store);
    return [successor(shopId, next, more ? now() : later())];
  } catch (error) {
    if (!store.isOutage(error) && !lastAttempt) throw error;
    log.warn("knowledge-postponed", { shopId, ...errorFields(error) });
    return [successor(shopId, position, later())];
  }
}

async function lookOnce(shop: ShopRow, position: Position, store: TextStore): Promise<[next: Position, more: boolean]> {
  const known = await sourcesOf(shop.id);
  const of = (kind: string) => known.filter((source) => source.kind === kind);
  const byId = new Map(known.map((source) => [source.externalId, source]));
  const isNew = ({ id, updatedAt }: Change) => byId.get(id)?.updatedAt.getTime() !== updatedAt.getTime();

  const policies = await store.policies();
  for (const policy of policies.filter(isNew)) await put(shop, { kind: "policy", externalId: policy.id, html: policy.body, ...policy });
  const content = await store.content();
  const whole = !position.wholeAt || Date.parse(position.wholeAt) <= now().getTime() - wholeEvery;
  const products = await store.products(whole || !position.since ? undefined : new Date(Date.parse(position.since) - overlap));

  const gone = [
    ...without(of("policy"), policies),
    ...(content ? [...without(of("page"), content.pages), ...without(of("article"), content.articles)] : []),
    ...(products ? of("product").filter((one) => (whole ? !isListed(one, products) : isClosed(one, products))) : []),
  ];
  await database().commit(gone.flatMap((source) => dropSource(shop.id, source.id)));

  const news = [...(content?.pages ?? []), ...(content?.articles ?? []), ...(products ?? []).filter((one) => one.isOpen)].filter(isNew);
  const batch = news.slice(0, mostTexts);
  for (const text of await store.texts(
    batch.map((one) => one.id),
    placeOf(shop),
  ))
    await put(shop, text);
  if (batch.length + gone.length > 0) log.info("knowledge-read", { shopId: shop.id, count: batch.length + gone.length });
  // Cut short: the same look again, which finds what is left new.
  if (news.length > batch.length) return [position, true];
  const newest = products?.at(-1)?.updatedAt.toISOString() ?? position.since;
  return [{ since: newest, wholeAt: whole ? now().toISOString() : position.wholeAt }, false];
}

type Known = { externalId: string };
const without = <Source extends Known>(sources: Source[], present: { id: string }[]): Source[] => {
  const ids = new Set(present.map((one) => one.id));
  return sources.filter((source) => !ids.has(source.externalId));
};
const isListed = ({ externalId }: Known, products: (Change & { isOpen: boolean })[]) =>
  products.some((one) => one.id === externalId && one.isOpen);
const isClosed = ({ externalId }: Known, products: (Change & { isOpen: boolean })[]) =>
  products.some((one) => one.id === externalId && !one.isOpen);

/** Reads one product again: it was changed, or is gone. */
export async function refreshProduct(shopId: string, productId: string, storeFor: (domain: string) => TextStore): Promise<Write[]> {
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!shop) return [];
  const [text] = await storeFor(shop.domain).texts([productId], placeOf(shop));
  if (text) return write(shop, text);
  const known = (await sourcesOf(shopId, ["product"])).find((source) => source.externalId === productId);
  return known ? dropSource(shopId, known.id) : [];
}

const placeOf = ({ primaryHost, domain, currencyCode }: ShopRow) => ({ host: primaryHost ?? domain, currencyCode });

function write(shop: ShopRow, { html, ...source }: StoreText): Promise<Write[]> {
  return indexSource(shop.id, source, html, shop.language);
}

async function put(shop: ShopRow, text: StoreText): Promise<void> {
  await database().commit(await write(shop, text));
}

const later = () => new Date(now().getTime() + refreshEvery);
const fromNothing: Position = { since: null, wholeAt: null };
const positionShape = z.object({ since: z.iso.datetime().nullable(), wholeAt: z.iso.datetime().nullable() });

/** A position that another version has written may look otherwise: then all is read again. */
function readable(payload: unknown): Position {
  const read = positionShape.safeParse(payload);
  return read.success ? read.data : fromNothing;
}

function successor(shopId: string, position: Position, runAt: Date): Write {
  return enqueue(shopId, "knowledge.refresh", position, { key: `knowledge:${shopId}`, runAt });
}

/** Begins each installed shop's round of looks: at boot, at install, and for one whose job had died. */
export async function beginKnowledge(shopIds?: string[]): Promise<void> {
  const { prisma } = database();
  const shops = await prisma.shop.findMany({
    where: { uninstalledAt: null, ...(shopIds && { id: { in: shopIds } }) },
    select: { id: true },
  });
  const jobs = await prisma.job.findMany({
    where: { task: "knowledge.refresh", shopId: { in: shops.map((shop) => shop.id) }, state: { not: "dead" } },
    select: { shopId: true },
  });
  const waiting = new Set(jobs.map((job) => job.shopId));
  await database().commit(shops.filter(({ id }) => !waiting.has(id)).map(({ id }) => successor(id, fromNothing, now())));
}
