import { now } from "#app/platform/clock.ts";
import { decrypt, encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { log } from "#app/platform/log.ts";
import type { ReturnLabel } from "../../../prisma/generated/client.ts";
import type { LabelSettings } from "./labels.ts";

/** One at a time for a case: its label and the shopper's own number are written to the same return. */
const queueOf = (caseId: string) => `label:${caseId}`;

export function labelJob(shopId: string, caseId: string): Write {
  return enqueue(shopId, "label.obtain", { caseId }, { runAt: now(), key: `label:${caseId}`, queue: queueOf(caseId) });
}

export function ownNumberJob(shopId: string, caseId: string): Write {
  return enqueue(shopId, "label.own", { caseId }, { runAt: now(), key: `label-own:${caseId}`, queue: queueOf(caseId) });
}

export type LabelAbout = Pick<ReturnLabel, "returnId" | "returnName" | "orderId" | "orderName" | "caseId" | "identityId" | "method">;

/** The row of a return's way back: there is one, whoever asks for it first. */
export async function labelRow(shopId: string, about: LabelAbout): Promise<ReturnLabel> {
  const where = { shopId, returnId: about.returnId };
  const known = await database().prisma.returnLabel.findFirst({ where });
  if (known) return known;
  const row = { id: newId(), shopId, ...about, state: "planned", createdAt: now() };
  await database().commit([insert("ReturnLabel", row, { ifAbsent: true })]);
  return database().prisma.returnLabel.findFirstOrThrow({ where: { shopId, returnId: about.returnId } });
}

/** Writes how far a label has come. */
export function labelChange(shopId: string, labelId: string, set: Partial<ReturnLabel>): Write {
  return update("ReturnLabel", { id: labelId, shopId }, set as Parameters<typeof update<"ReturnLabel">>[2]);
}

export function findLabel(shopId: string, labelId: string): Promise<ReturnLabel | null> {
  return database().prisma.returnLabel.findFirst({ where: { shopId, id: labelId } });
}

/** Labels that could not be made, the newest first. */
export function failedLabels(shopId: string): Promise<ReturnLabel[]> {
  return database().prisma.returnLabel.findMany({ where: { shopId, state: "failed" }, orderBy: { createdAt: "desc" }, take: 20 });
}

/** Has a label that could not be made tried again. False where there is none of this shop. */
export async function retryLabel(shopId: string, labelId: string): Promise<boolean> {
  const row = await database().prisma.returnLabel.findFirst({ where: { shopId, id: labelId, state: "failed" } });
  if (!row) return false;
  const state = row.url || row.code ? "obtained" : "planned";
  await database().commit([labelChange(shopId, labelId, { state, error: null }), labelJob(shopId, row.caseId)]);
  return true;
}

/** From now on; an empty key leaves the stored one. The audit row names the method only. */
export async function saveLabels(shopId: string, labels: LabelSettings, apiKey: string, by: string): Promise<void> {
  const key = apiKey === "" ? {} : { labelKey: encrypt(apiKey) };
  const audit = { id: newId(), shopId, at: now(), actor: by, action: "labels.saved", subject: `shop:${shopId}` };
  await database().commit([
    update("Shop", { id: shopId }, { labels: labels as never, ...key }, 1),
    insert("Audit", { ...audit, detail: { method: labels.method } }),
  ]);
}

/** Whether a carrier's key is kept; never the key. */
export async function hasLabelKey(shopId: string): Promise<boolean> {
  const row = await database().prisma.shop.findUnique({ where: { id: shopId }, select: { labelKey: true } });
  return row?.labelKey != null;
}

/** The carrier's key in clear, for the call alone; null where none is kept or the key it lies under is gone. */
export async function labelKeyOf(shopId: string): Promise<string | null> {
  const row = await database().prisma.shop.findUnique({ where: { id: shopId }, select: { labelKey: true } });
  if (!row?.labelKey) return null;
  try {
    return decrypt(row.labelKey);
  } catch {
    log.error("label-key-unreadable", { shopId });
    return null;
  }
}
