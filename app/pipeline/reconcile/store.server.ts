import { z } from "zod";
import { followedOrderIds, runFollowers } from "#app/domain/cases/followed.server.ts";
import { splitWhatRanOut } from "#app/domain/identity/expiry.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue, type Tasks } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";

/** Every shop's orders are looked at so often; milliseconds. */
export const reconcileEvery = 10 * 60_000;
/** Shopify's search index lags behind, so each look goes back behind the last change seen; milliseconds. */
const overlap = 10 * 60_000;

export type Position = Tasks["reconcile.store"];

/** What reconciliation needs of the store. */
export type ChangedStore = {
  /** Orders that changed since, the oldest change first; `complete` is false when there are more. */
  changedOrders(since: Date): Promise<{ orders: { id: string; updatedAt: Date }[]; complete: boolean }>;
  /** Renews the access of a shop whose store was asked nothing for long. */
  keepAccess(): Promise<void>;
  /** Whether the store did not answer or refused, rather than something being wrong with us. */
  isOutage(error: unknown): boolean;
};

/**
 * Shopify gives a webhook up after some hours and may drop it altogether. So each shop's changed orders are read at
 * intervals, and what webhooks would have started is started for them. The position is Shopify's own time and travels in
 * the job, which puts its successor into the queue in the commit that ends it: whatever dies, one of the two is there.
 */
export async function reconcileStore(
  shopId: string,
  given: Position,
  storeFor: (domain: string) => ChangedStore,
  lastAttempt = false,
): Promise<Write[]> {
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!shop) return [];
  await splitWhatRanOut(shopId);
  const store = storeFor(shop.domain);
  const position = readable(given) ?? fromNow();
  try {
    return await lookOnce(shopId, position, store);
  } catch (error) {
    if (!store.isOutage(error) && !lastAttempt) throw error;
    // The next look begins where this one did, so an outage of days is made up for by its end.
    log.warn("reconcile-postponed", { shopId, ...errorFields(error) });
    return [successor(shopId, position, new Date(now().getTime() + reconcileEvery))];
  }
}

async function lookOnce(shopId: string, position: Position, store: ChangedStore): Promise<Write[]> {
  const at = now();
  const later = new Date(at.getTime() + reconcileEvery);
  await store.keepAccess();
  const followed = await followedOrderIds(shopId);
  // A case that is opened later reads its order afresh, so nothing before this moment can be missing then.
  if (followed.size === 0) return [successor(shopId, fromNow(), later)];
  const { orders, complete } = await store.changedOrders(new Date(position.since));
  const isNew = (order: { id: string; updatedAt: Date }) => followed.has(order.id) && position.seen[order.id] !== order.updatedAt.getTime();
  const news = orders.filter(isNew);
  const writes = await Promise.all(news.map(({ id }) => runFollowers(shopId, id, "orders/updated")));
  if (news.length > 0) log.info("reconcile-found", { shopId, count: news.length });
  const next = nextPosition(position, orders, complete, followed);
  return [...writes.flat(), successor(shopId, next, complete ? later : at)];
}

/** Behind the newest change less the overlap; a look that did not see all goes on at the last change it saw. */
function nextPosition(before: Position, orders: { id: string; updatedAt: Date }[], complete: boolean, followed: Set<string>): Position {
  const newest = orders.at(-1)?.updatedAt.getTime();
  const reached = newest === undefined ? 0 : newest - (complete ? overlap : 0);
  const since = Math.max(Date.parse(before.since), reached);
  const changes = orders.filter(({ id }) => followed.has(id)).map(({ id, updatedAt }) => [id, updatedAt.getTime()] as const);
  const seen = Object.entries({ ...before.seen, ...Object.fromEntries(changes) }).filter(([, changedAt]) => changedAt >= since);
  return { since: new Date(since).toISOString(), seen: Object.fromEntries(seen) };
}

function fromNow(): Position {
  return { since: new Date(now().getTime() - overlap).toISOString(), seen: {} };
}

/** A position that another version has written may look otherwise: then it is none. */
function readable(payload: unknown): Position | null {
  const read = positionShape.safeParse(payload);
  return read.success ? read.data : null;
}

const positionShape = z.object({ since: z.iso.datetime(), seen: z.record(z.string(), z.number()) });

function successor(shopId: string, position: Position, runAt: Date): Write {
  return enqueue(shopId, "reconcile.store", position, { key: reconcileKey(shopId), runAt });
}

function reconcileKey(shopId: string): string {
  return `reconcile:${shopId}`;
}

/**
 * Begins each installed shop's round of looks: at boot, for shops that an older version had registered, and for one whose
 * job had died. A round that waits already is left alone, since its job holds the position.
 */
export async function beginReconciling(shopIds?: string[]): Promise<void> {
  const { prisma } = database();
  const shops = await prisma.shop.findMany({
    where: { uninstalledAt: null, ...(shopIds && { id: { in: shopIds } }) },
    select: { id: true },
  });
  const jobs = await prisma.job.findMany({
    where: { task: "reconcile.store", shopId: { in: shops.map((shop) => shop.id) } },
    orderBy: { id: "asc" },
  });
  const writes = shops.flatMap(({ id }) => {
    const own = jobs.filter((job) => job.shopId === id);
    if (own.some((job) => job.state !== "dead")) return [];
    return [successor(id, readable(own.at(-1)?.payload) ?? fromNow(), now())];
  });
  await database().commit(writes);
}
