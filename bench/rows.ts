import { insert, type Write } from "#app/platform/db/writes.ts";
import { shopRow } from "#tests/setup/database.ts";

const at = new Date();

/** A shop with its widget. */
export function databaseRows(shopId: string): Write[] {
  const widget = {
    id: `${shopId}-widget`,
    shopId,
    channel: "widget",
    externalId: shopId,
    label: "Widget",
    credentials: "",
    config: {},
    paused: false,
    createdAt: at,
  };
  return [insert("Shop", shopRow(shopId)), insert("ChannelAccount", widget)];
}

/** What a visitor of the widget wrote, as ingress stores it. */
export function widgetEvent(shopId: string, n: number, visitor: number, text: string): { id: string; visitor: string; row: Write } {
  const [id, who] = [`event-${n}`, `visitor-${visitor}`];
  const body = JSON.stringify({ account: shopId, visitor: who, at: Date.now(), message: { clientId: `client-${n}`, text } });
  const row = { id, shopId, channel: "widget", account: shopId, externalId: `${who}:client-${n}`, body, receivedAt: new Date() };
  return { id, visitor: who, row: insert("RawEvent", row) };
}
