import { removeFilesOfNoShop, sweepFiles } from "#app/domain/photos/files.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { retentionOf } from "./retention.ts";
import { sweepOnce } from "./sweep-sqlite.server.ts";

/** Milliseconds. */
const every = 24 * 3_600_000;
const pause = 1_000;

/** Removes what a shop has kept long enough, in small batches with room for others between them, once a day. */
export async function sweepShop(shopId: string, lastAttempt: boolean): Promise<Write[]> {
  const shop = await database().prisma.shop.findUnique({ where: { id: shopId } });
  if (!shop) return [];
  try {
    const more = await sweepOnce(shopId, retentionOf(shop.retention), now());
    if (!more) await sweepFiles(shopId);
    return [nextSweep(shopId, more ? pause : every)];
  } catch (error) {
    if (!lastAttempt) throw error;
    log.error("retention-postponed", { shopId, ...errorFields(error) });
    return [nextSweep(shopId, every)];
  }
}

function nextSweep(shopId: string, after: number): Write {
  return enqueue(shopId, "privacy.sweep", {}, { key: `sweep:${shopId}`, runAt: new Date(now().getTime() + after) });
}

/** Begins each shop's daily round, at boot and when a shop is registered; one that waits already is left alone. */
export async function beginSweeping(shopIds?: string[]): Promise<void> {
  const { prisma } = database();
  if (!shopIds) await removeFilesOfNoShop();
  const shops = await prisma.shop.findMany({ where: shopIds ? { id: { in: shopIds } } : {}, select: { id: true } });
  const jobs = await prisma.job.findMany({ where: { task: "privacy.sweep", state: { not: "dead" } }, select: { shopId: true } });
  const under = new Set(jobs.map((job) => job.shopId));
  await database().commit(shops.filter(({ id }) => !under.has(id)).map(({ id }) => nextSweep(id, pause)));
}
