import type { Money } from "#app/channels/message.ts";
import type { OwedFacts } from "#app/domain/orders/exchange.ts";
import { type DeskExchange, type DeskReturn, outcomeOf } from "#app/domain/returns/back-office.ts";
import type { AdminClient } from "#app/integrations/shopify-admin/client.server.ts";
import { readExchangeProduct, readOwed } from "#app/integrations/shopify-admin/exchange.server.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { readBookingMoney } from "#app/integrations/shopify-admin/return-desk.server.ts";

/** What a new item costs with its tax; how many there are (null: sold whatever the stock says, undefined: it cannot be had any more). */
type LineFacts = { price: Money | null; stock: number | null | undefined };

/** What staff see of an exchange beside its lines: all of it is Shopify's own word of now. */
export type ExchangeFacts = {
  lines: Record<string, LineFacts>;
  /** What goes back or is owed once everything that is still open is booked; null where nothing is open, or Shopify does not say. */
  balance: { back: Money | null; owed: Money | null } | null;
  /** What is to be paid for the order now, and where. */
  payment: OwedFacts | null;
};

/** Null where nothing is sent in exchange. Throws the vendor's error. */
export async function exchangeFacts(shop: { domain: string; currencyCode: string }, desk: DeskReturn): Promise<ExchangeFacts | null> {
  if (desk.exchange.length === 0) return null;
  const client = adminClientFor(shop.domain);
  const [stocks, prices, balance, payment] = await Promise.all([
    stocksOf(client, desk.exchange, shop.currencyCode),
    Promise.all(desk.exchange.map((line) => priceOf(client, desk, line))),
    balanceOf(client, desk),
    readOwed(client, desk.orderId),
  ]);
  const lines = desk.exchange.map((line, place): [string, LineFacts] => [
    line.id,
    { price: prices[place] ?? null, stock: stocks.get(line.variantId ?? "") },
  ]);
  return { lines: Object.fromEntries(lines), balance, payment };
}

async function stocksOf(client: AdminClient, lines: DeskExchange[], currencyCode: string): Promise<Map<string, number | null>> {
  const ids = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
  const products = await Promise.all(ids.map((id) => readExchangeProduct(client, id, currencyCode)));
  return new Map(products.flatMap((one) => (one?.variants ?? []).map(({ variantId, stock }) => [variantId, stock] as const)));
}

/** A line has no price before it is booked: it is what Shopify would ask for, were it sent and nothing came back. */
async function priceOf(client: AdminClient, desk: DeskReturn, line: DeskExchange): Promise<Money | null> {
  const open = line.quantity - line.processed;
  if (open === 0 || desk.status !== "OPEN") return line.onOrder ?? null;
  const outcome = await readBookingMoney(client, desk.id, [], [{ lineId: line.id, quantity: open }]);
  return outcome && "owed" in outcome ? outcome.owed : null;
}

async function balanceOf(client: AdminClient, desk: DeskReturn): Promise<ExchangeFacts["balance"]> {
  const open = ({ quantity, processed }: { quantity: number; processed: number }) => quantity - processed;
  const lines = desk.lines.filter((line) => open(line) > 0).map((line) => ({ id: line.id, quantity: open(line) }));
  const sent = desk.exchange.filter((line) => open(line) > 0).map((line) => ({ lineId: line.id, quantity: open(line) }));
  if (desk.status !== "OPEN" || desk.cutShort || lines.length + sent.length === 0) return null;
  const outcome = await readBookingMoney(client, desk.id, lines, sent);
  if (outcome && "error" in outcome) return null;
  const { suggested, owed } = outcomeOf(outcome);
  return { back: suggested?.amount ?? null, owed };
}
