import { type PastOrder, tryOrder } from "#app/domain/returns/trial.ts";
import { findTrial, nextPart, trialFailed, trialWrites } from "#app/domain/returns/trials.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { errorFields, log } from "#app/platform/log.ts";

/** What a trial needs of the store. */
export type PastStore = {
  /** Orders placed since, the oldest first; `cursor` null: those were the last. */
  pastOrders(since: Date, cursor: string | null): Promise<{ orders: PastOrder[]; cursor: string | null }>;
};

/** Reads the next orders of a trial, decides each item by both policies, and puts the part after it into the queue. */
export async function runTrial(
  shopId: string,
  trialId: string,
  storeFor: (domain: string) => PastStore,
  lastAttempt: boolean,
): Promise<Write[]> {
  const trial = await findTrial(shopId, trialId);
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!shop || trial?.state !== "running") return [];
  try {
    const { orders, cursor } = await storeFor(shop.domain).pastOrders(trial.since, trial.cursor);
    const place = { timeZone: shop.timeZone, countryCode: shop.countryCode ?? undefined };
    const tried = orders.map((order) => tryOrder(order, trial.present, trial.draft, trial.startedAt, place));
    const part = {
      lines: tried.flatMap((one) => one.lines),
      items: tried.reduce((sum, one) => sum + one.items, 0),
      orders: orders.length,
      oldest: orders[0]?.processedAt ?? null,
      reached: orders.at(-1)?.processedAt ?? null,
      cursor,
    };
    return [...trialWrites(shopId, trial, part), ...(cursor === null ? [] : [nextPart(shopId, trialId)])];
  } catch (error) {
    if (!lastAttempt) throw error;
    log.warn("trial-failed", { shopId, ...errorFields(error) });
    return [trialFailed(shopId, trialId, "Shopify did not give us the orders. Start it again later.")];
  }
}
