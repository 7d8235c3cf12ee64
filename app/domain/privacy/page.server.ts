import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { unseal } from "./requests.server.ts";
import type { Retention } from "./retention.ts";

const mostRequests = 100;

export type RequestEntry = {
  id: string;
  kind: "export" | "erase";
  source: "shopify" | "shopper";
  state: "open" | "ready" | "done";
  /** How the merchant knows whom it is about; null once that is forgotten. */
  who: string | null;
  createdAt: Date;
  dueAt: Date;
  finishedAt: Date | null;
  /** Offered until then; the shopper's own goes to the shopper only. */
  download: { exportId: string; until: Date } | null;
};

/** What was asked for, the newest first. */
export async function privacyRequests(shopId: string): Promise<RequestEntry[]> {
  const { prisma } = database();
  const rows = await prisma.privacyRequest.findMany({ where: { shopId }, orderBy: { id: "desc" }, take: mostRequests });
  const exports = await prisma.privacyExport.findMany({
    where: { shopId, requestId: { in: rows.map((row) => row.id) }, expiresAt: { gt: now() } },
    select: { id: true, requestId: true, expiresAt: true },
  });
  return rows.map((row) => {
    const made = row.source === "shopify" ? exports.find((one) => one.requestId === row.id) : undefined;
    const { id, createdAt, dueAt, finishedAt } = row;
    const stored = { kind: row.kind, source: row.source, state: row.state } as Pick<RequestEntry, "kind" | "source" | "state">;
    const download = made ? { exportId: made.id, until: made.expiresAt } : null;
    return { id, ...stored, who: whoIn(row.sealed), createdAt, dueAt, finishedAt, download };
  });
}

function whoIn(sealed: string): string | null {
  const { customer } = unseal(sealed);
  return customer?.email ?? customer?.phone ?? (customer?.customerId ? `Customer ${customer.customerId}` : null);
}

/** How long things are kept from now on, and whether a language model may read along. */
export async function savePrivacy(shopId: string, settings: { retention: Retention; withoutModel: boolean }, by: string): Promise<void> {
  const row = { id: newId(), shopId, at: now(), actor: by, action: "privacy.saved", subject: `shop:${shopId}`, detail: settings };
  await database().commit([update("Shop", { id: shopId }, settings, 1), insert("Audit", row)]);
}
