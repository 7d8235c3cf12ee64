import type { HistoryEntry } from "../double.ts";
import type { ReturnRecord } from "../shopify/model.ts";
import type { ShopifyStore, StoreEvent } from "../shopify/store.ts";
import type { StoreEffect } from "./demo-api.ts";

export type EffectWords = Pick<StoreEffect, "words" | "good">;

/** What a vendor accepted from the app, in words; undefined for what tells the player nothing. */
export function wordsOfEntry(entry: HistoryEntry, store: ShopifyStore): EffectWords | undefined {
  const text = (name: string) => String(entry.detail[name] ?? "");
  const order = text("orderName");
  if (entry.double === "mail" && entry.operation === "mail-accepted") {
    const isCode = /^\d{6}\b/.test(text("subject"));
    return { words: isCode ? `One-time code mailed to ${text("to")}` : `Mail to ${text("to")}: ${text("subject")}`, good: true };
  }
  if (entry.double !== "shopify") return undefined;
  switch (entry.operation) {
    case "returnRequest":
    case "returnCreate": {
      const found = store.findReturn(text("returnId"));
      const items = found ? `: ${returnedItems(store, found.record)}` : "";
      return { words: `Return ${text("returnName")} ${entry.operation === "returnRequest" ? "requested" : "opened"}${items}`, good: true };
    }
    // The store's own event tells of it, whoever paid back.
    case "refundCreate":
      return undefined;
    case "orderCancel":
      return { words: `Order ${order} cancelled`, good: true };
    case "orderUpdate":
      return { words: `Order ${order} changed`, good: true };
    default:
      return { words: `${entry.operation} accepted${order ? ` for ${order}` : ""}`, good: true };
  }
}

/** What people of the store and carriers did, in words. */
export function wordsOfEvent(event: StoreEvent): EffectWords | undefined {
  switch (event.topic) {
    case "fulfillments/create":
      return { words: `Order ${event.order.name} shipped`, good: true };
    case "fulfillment_events/create":
      return { words: `Carrier: ${event.order.name} ${event.event.status.toLowerCase().replaceAll("_", " ")}`, good: true };
    case "returns/approve":
      // A return that was opened needed no approval.
      if (event.record.approvedAt?.getTime() === event.record.createdAt.getTime()) return undefined;
      return { words: `Return ${event.record.name} approved by staff`, good: true };
    case "returns/decline":
      return { words: `Return ${event.record.name} declined by staff`, good: false };
    case "refunds/create":
      return { words: `Money of ${event.order.name} on its way back`, good: true };
    default:
      return undefined;
  }
}

function returnedItems(store: ShopifyStore, record: ReturnRecord): string {
  const order = store.orders.get(record.orderId);
  return record.lines
    .map((line) => `${order?.lines.find((one) => one.id === line.lineItemId)?.title ?? "Item"} × ${line.units.length}`)
    .join(", ");
}
