import { type OrderPolicy, readOrderPolicy } from "#app/domain/orders/order-policy.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { sayChanges } from "#app/domain/returns/say-policy.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { sayOrderChanges } from "./say-order-policy.ts";
import { type Shop, shopById } from "./shop.server.ts";

/** What somebody has saved in the meantime, in sentences, the newest first. */
export type SavedMeanwhile = { version: number; by: string; at: Date; changes: string[]; why: string | null };
export type Saved = { ok: true; version: number } | { ok: false; meanwhile: SavedMeanwhile[] };

/**
 * From now on returns and changes of orders are judged by these rules, unless they are no longer those of version `opened`. The
 * audit row also says that the merchant has looked at them.
 */
export async function savePolicies(
  shopId: string,
  opened: number,
  returnPolicy: ReturnPolicy,
  orderPolicy: OrderPolicy,
  by: string,
  why: string,
): Promise<Saved> {
  const shop = await shopById(shopId);
  if (!shop) throw new Error("There is no such shop.");
  if (shop.policyVersion !== opened) return { ok: false, meanwhile: await savedSince(shopId, opened) };
  const version = opened + 1;
  const changes = [
    ...sayChanges(shop.returnPolicy, returnPolicy, shop.currencyCode),
    ...sayOrderChanges(shop.orderPolicy, orderPolicy, shop.currencyCode),
  ];
  const row = {
    id: newId(),
    shopId,
    version,
    policy: returnPolicy,
    orderPolicy,
    by,
    at: now(),
    changes,
    why: why.trim().slice(0, 500) || null,
  };
  try {
    await database().commit([
      update("Shop", { id: shopId, policyVersion: opened }, { returnPolicy, orderPolicy, policyVersion: version }, 1),
      ...beginning(shop),
      insert("PolicyVersion", row),
      audit(shopId, by, { ...returnPolicy, orders: orderPolicy, version, changes, why: row.why }),
    ]);
  } catch (error) {
    if (error instanceof StaleWrite) return { ok: false, meanwhile: await savedSince(shopId, opened) };
    throw error;
  }
  return { ok: true, version };
}

/** What held before anything was saved is a version, too, so that it can be gone back to. */
function beginning({ id, policyVersion, returnPolicy, orderPolicy, installedAt }: Shop): Write[] {
  if (policyVersion > 0) return [];
  const values = { version: 0, policy: returnPolicy, orderPolicy, by: "", at: installedAt, changes: [] };
  return [insert("PolicyVersion", { id: newId(), shopId: id, ...values }, { ifAbsent: true })];
}

function audit(shopId: string, actor: string, detail: object): Write {
  return insert("Audit", { id: newId(), shopId, at: now(), actor, action: "policy.saved", subject: `shop:${shopId}`, detail });
}

export async function savedSince(shopId: string, version: number): Promise<SavedMeanwhile[]> {
  const rows = await database().prisma.policyVersion.findMany({
    where: { shopId, version: { gt: version } },
    orderBy: { version: "desc" },
    take: 20,
    select: { version: true, by: true, at: true, changes: true, why: true },
  });
  return rows.map((row) => ({ ...row, changes: row.changes as string[] }));
}

const historyPage = 20;
export type PolicyHistory = { versions: SavedMeanwhile[]; more: boolean };

/** The versions, the newest first, a page at a time: those below `before`. */
export async function policyHistory(shopId: string, before: number | null): Promise<PolicyHistory> {
  const rows = await database().prisma.policyVersion.findMany({
    where: { shopId, ...(before !== null && { version: { lt: before } }) },
    orderBy: { version: "desc" },
    take: historyPage + 1,
    select: { version: true, by: true, at: true, changes: true, why: true },
  });
  const versions = rows.slice(0, historyPage).map((row) => ({ ...row, changes: row.changes as string[] }));
  return { versions, more: rows.length > historyPage };
}

/** The policies of one version; null when there was none. */
export async function policiesOfVersion(
  shopId: string,
  version: number,
): Promise<{ returnPolicy: ReturnPolicy; orderPolicy: OrderPolicy } | null> {
  const row = await database().prisma.policyVersion.findFirst({ where: { shopId, version } });
  return row && { returnPolicy: row.policy as ReturnPolicy, orderPolicy: readOrderPolicy(row.orderPolicy) };
}
