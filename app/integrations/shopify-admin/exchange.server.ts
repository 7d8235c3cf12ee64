import { plainName } from "#app/channels/plain-name.ts";
import type { ExchangeProduct, ExchangeVariant, OwedFacts } from "#app/domain/orders/exchange.ts";
import type { AdminClient } from "./client.server.ts";
import * as operations from "./operations/index.ts";
import type { ExchangeVariantNode } from "./responses.ts";
import { isOrderId } from "./search-terms.ts";

/** 300 kinds: more of one product nobody chooses from in a chat. */
const maximumPages = 3;
const openStatuses = new Set(["ACTIVE", "UNLISTED"]);

/** A product's kinds as they can be had now; null when it is gone or not for sale. `currencyCode`: the shop's. */
export async function readExchangeProduct(client: AdminClient, id: string, currencyCode: string): Promise<ExchangeProduct | null> {
  const variants: ExchangeVariant[] = [];
  let title = "";
  let after: string | undefined;
  for (let page = 0; page < maximumPages; page += 1) {
    const { product } = await client.query(operations.exchangeProduct, { id, after });
    if (!product || !openStatuses.has(product.status)) return null;
    title = plainName(product.title);
    variants.push(...product.variants.nodes.map((node) => toVariant(node, currencyCode)));
    after = product.variants.pageInfo.endCursor ?? undefined;
    if (!product.variants.pageInfo.hasNextPage || !after) break;
  }
  return { productId: id, title, variants };
}

function toVariant(node: ExchangeVariantNode, currencyCode: string): ExchangeVariant {
  const { id: variantId, price, selectedOptions } = node;
  const options = selectedOptions.flatMap(({ value }) => (value === "Default Title" ? [] : [{ value: plainName(value) }]));
  return { variantId, options, price: { amount: price, currencyCode }, stock: stockOf(node) };
}

/** Null: sold whatever the stock says. */
function stockOf({ availableForSale, inventoryQuantity, inventoryPolicy, inventoryItem }: ExchangeVariantNode): number | null {
  if (!availableForSale) return 0;
  return !inventoryItem.tracked || inventoryPolicy === "CONTINUE" ? null : Math.max(0, inventoryQuantity ?? 0);
}

/** What is still to be paid for an order, and where; null when the order is gone. */
export async function readOwed(client: AdminClient, orderId: string): Promise<OwedFacts | null> {
  if (!isOrderId(orderId)) return null;
  const { order } = await client.query(operations.owed, { id: orderId });
  const url = order?.paymentCollectionDetails.additionalPaymentCollectionUrl ?? undefined;
  return order ? { outstanding: order.totalOutstandingSet.presentmentMoney, ...(url && { url }) } : null;
}
