import { planProactive } from "#app/domain/proactive/begin.server.ts";
import { findLabel, labelChange, labelKeyOf } from "#app/domain/returns/label-rows.server.ts";
import { daysAfter, noticeDays } from "#app/domain/returns/labels.ts";
import { EasyPostError, findShipment } from "#app/integrations/easypost/client.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { ReturnLabel } from "../../../prisma/generated/client.ts";
import { auditLabel, forStaff, type LabelStore, labelSettings, openReturn } from "./shared.server.ts";
import { labelBlocks, languageFor } from "./tell.server.ts";
import { dayInFull, labelText } from "./words.ts";

const reminderKey = (returnId: string) => `label-reminder:${returnId}`;
/** The clock of the job is not ours to the second; milliseconds. */
const slack = 60_000;

/** Recalls a label that has not been used, once; where the return is cancelled later, it says when. */
export async function remindOfLabel(shopId: string, labelId: string, storeFor: (domain: string) => LabelStore): Promise<Write[]> {
  const found = await unused(shopId, labelId, storeFor);
  if (!found) return [];
  const { row, shop, identity, settings } = found;
  if (settings.remindAfterDays === null) return [];
  const language = languageFor(identity, shop);
  const cancelAt = daysAfter(row.obtainedAt ?? row.createdAt, settings.cancelAfterDays);
  const day = cancelAt && dayInFull(cancelAt, language, shop.timeZone);
  const [label, ...rest] = labelBlocks(row, { ...settings, dropOff: "", sendWithinDays: null }, language, shop.timeZone);
  const lines = [labelText(language, "reminder", { return: row.returnName }), day && labelText(language, "cancelAhead", { day })];
  const text = lines.filter(Boolean).join("\n");
  return planProactive(shopId, identity.conversationId, {
    key: reminderKey(row.returnId),
    kind: "label-reminder",
    blocks: [{ kind: "text", text }, ...(row.url ? rest : label ? [label] : [])],
    template: { order: row.orderName, news: text.replaceAll("\n", " ") },
    urgent: false,
    counted: true,
    ofCase: row.caseId,
    orderId: row.orderId,
    ifUnreachable: "drop",
    onlyInWindow: false,
  });
}

/**
 * Cancels the return of a label that was never used. Only where the shopper was told of it, some days before: whom no way led to keeps
 * the return, and so does whose parcel was scanned meanwhile. What became of it is told by the case, which hears of it from the store.
 */
export async function cancelUnused(
  shopId: string,
  labelId: string,
  storeFor: (domain: string) => LabelStore,
  lastAttempt: boolean,
): Promise<Write[]> {
  const found = await unused(shopId, labelId, storeFor);
  if (!found || found.settings.cancelAfterDays === null) return [];
  const { row, identity, store } = found;
  const told = await database().prisma.begun.findFirst({ where: { shopId, key: reminderKey(row.returnId), state: "said" } });
  if (!told?.saidAt) return [];
  const earliest = told.saidAt.getTime() + noticeDays * 24 * 3_600_000;
  if (earliest > now().getTime() + slack)
    return [enqueue(shopId, "label.cancel", { labelId }, { runAt: new Date(earliest), key: `label-cancel:${labelId}` })];
  // The money has gone back before the item: cancelling would leave the shopper with both.
  if (await isPaid(shopId, row.caseId)) return forStaff(row, [], "refunded", "A return that was paid back at once was never sent");
  // Read just now: what an earlier try has cancelled is no longer open.
  fault("label.before-cancel");
  const answer = await store.cancel(row.returnId).catch((error: unknown) => {
    if (lastAttempt) return { ok: false as const, error: "unreachable" };
    throw error;
  });
  fault("label.after-cancel");
  const isCancelled = answer.ok || (await store.way(row.returnId).catch(() => null))?.status === "CANCELED";
  if (!answer.ok && !isCancelled) return forStaff(row, [], answer.error, "A return that was never sent could not be cancelled");
  return [
    labelChange(shopId, row.id, { state: "over" }),
    auditLabel(shopId, identity.conversationId, "label.return-cancelled", { returnId: row.returnId, labelId: row.id }),
  ];
}

/** Whether the assistant has given, or is giving, the money of this case's return before its item is back. */
async function isPaid(shopId: string, caseId: string): Promise<boolean> {
  const where = { shopId, caseId, kind: "instant-refund", state: { not: "failed" } };
  return (await database().prisma.effect.count({ where })) > 0;
}

async function unused(shopId: string, labelId: string, storeFor: (domain: string) => LabelStore) {
  const { prisma } = database();
  const row = await findLabel(shopId, labelId);
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  const identity = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  if (!row || !shop || !identity || row.state !== "recorded" || row.ownNumber) return null;
  const store = storeFor(shop.domain);
  const way = await openReturn(store, row.returnId);
  if (!way || (await wasScanned(row))) return null;
  return { row, shop, identity, store, settings: await labelSettings(shop, row.caseId) };
}

/** Only a carrier that we asked ourselves can tell; of other labels nobody knows before they arrive. */
async function wasScanned(row: ReturnLabel): Promise<boolean> {
  const apiKey = row.shipmentId ? await labelKeyOf(row.shopId) : null;
  if (!apiKey || !row.shipmentId) return false;
  try {
    const shipment = await findShipment(apiKey, row.shipmentId);
    return shipment !== null && !["unknown", "pre_transit"].includes(shipment.tracked);
  } catch (error) {
    // Who no longer knows the key cannot tell either: then nobody is reminded of what may be on its way.
    if (error instanceof EasyPostError && !error.again) return true;
    throw error;
  }
}
