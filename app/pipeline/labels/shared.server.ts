import { labelTrouble } from "#app/domain/returns/label-trouble.ts";
import { forWithdrawal, type LabelSettings, readLabels } from "#app/domain/returns/labels.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { withdrawFlow } from "#app/flows/withdraw/flow.ts";
import type { Attached, ReturnWay, Written } from "#app/integrations/shopify-admin/labels.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Identity, ReturnLabel, Shop } from "../../../prisma/generated/client.ts";

/** What labels need of the store. */
export type LabelStore = {
  way(returnId: string): Promise<ReturnWay | null>;
  attach(reverseOrder: NonNullable<ReturnWay["reverseOrder"]>, label: Attached): Promise<Written>;
  changeTracking(deliveryId: string, number: string): Promise<Written>;
  cancel(returnId: string): Promise<Written>;
};

export type Whose = { shop: Shop; identity: Identity; caseId: string; returnId: string; state: Pick<ReturnState, "ownParcel" | "gift"> };

/** How the shop gives labels, as it goes for the return of this case. */
export async function labelSettings(shop: Shop, caseId: string): Promise<LabelSettings> {
  const row = await database().prisma.case.findFirst({ where: { shopId: shop.id, id: caseId }, select: { flow: true } });
  const settings = readLabels(shop.labels);
  return row?.flow === withdrawFlow.name ? forWithdrawal(settings) : settings;
}

/** The shopper and the return of a case; null where the case, its return or the shop is gone. */
export async function whoseReturn(shopId: string, caseId: string): Promise<Whose | null> {
  const { prisma } = database();
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  const row = await prisma.case.findFirst({ where: { shopId, id: caseId } });
  const identity = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  const state = row?.state as unknown as ReturnState | undefined;
  return shop && identity && state?.returnId ? { shop, identity, caseId, returnId: state.returnId, state } : null;
}

/** The return as Shopify has it now; null unless it is open and nothing of it has come back. */
export async function openReturn(store: LabelStore, returnId: string): Promise<ReturnWay | null> {
  const way = await store.way(returnId);
  return way && way.status === "OPEN" && !way.received && !way.order.cancelled ? way : null;
}

/** Staff find what they have to do by hand as a note in the conversation, which is unread. */
export async function forStaff(
  row: ReturnLabel,
  writes: Write[],
  error: string,
  what = "The label of the return could not be made",
): Promise<Write[]> {
  const identity = await database().prisma.identity.findFirst({ where: { shopId: row.shopId, id: row.identityId } });
  if (!identity) return writes;
  const text = `${what} (${row.returnName}): ${labelTrouble(error)}. Please see to it by hand.`;
  return [
    ...writes,
    insert("StaffNote", { id: newId(), shopId: row.shopId, identityId: identity.id, author: "Onethread", text, createdAt: now() }),
    update("Conversation", { id: identity.conversationId, shopId: row.shopId }, { unread: true, snoozedUntil: null }),
  ];
}

/** Who changed what in the store, and why. */
export function auditLabel(shopId: string, conversationId: string, action: string, detail: Record<string, string>): Write {
  return insert("Audit", { id: newId(), shopId, at: now(), actor: "assistant", action, subject: conversationId, detail });
}
