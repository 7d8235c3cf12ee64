import { plainName } from "#app/channels/plain-name.ts";
import type { PastItem, PastOrder } from "#app/domain/returns/trial.ts";
import type { AdminClient } from "./client.server.ts";
import { toReturnFacts } from "./order-facts.ts";
import { pastOrder, pastOrders } from "./past-orders.ts";
import type { PastOrderNode } from "./responses.ts";
import { canonicalOrderName, orderNameTerm } from "./search-terms.ts";

/** Pages that one look reads. */
const pages = 8;

/** Orders placed at `since` or later, the oldest first, from where the cursor stands; its null is the end. */
export async function readPastOrders(
  client: AdminClient,
  since: Date,
  cursor: string | null,
): Promise<{ orders: PastOrder[]; cursor: string | null }> {
  const query = `processed_at:>='${since.toISOString()}'`;
  const found: PastOrder[] = [];
  let after = cursor ?? undefined;
  for (let page = 0; page < pages; page += 1) {
    const { orders } = await client.query(pastOrders, { query, after });
    for (const node of orders.nodes) found.push(toPastOrder(await whole(client, node)));
    after = orders.pageInfo.endCursor ?? undefined;
    if (!orders.pageInfo.hasNextPage || !after) return { orders: found, cursor: null };
  }
  return { orders: found, cursor: after ?? null };
}

/** One order by its name, "#" or not; null where the shop has none of exactly this name. */
export async function readPastOrder(client: AdminClient, name: string): Promise<PastOrder | null> {
  const term = orderNameTerm(name);
  if (!term) return null;
  const { orders } = await client.query(pastOrders, { query: term.query });
  const found = orders.nodes.find((node) => canonicalOrderName(node.name) === term.canonical);
  return found ? toPastOrder(await whole(client, found)) : null;
}

/** A list shows the usual extent of an order; a larger one is read once more. */
async function whole(client: AdminClient, node: PastOrderNode): Promise<PastOrderNode> {
  const isCut =
    node.lineItems.pageInfo.hasNextPage ||
    node.returns.pageInfo.hasNextPage ||
    node.fulfillments.length >= 2 ||
    node.fulfillments.some((parcel) => parcel.fulfillmentLineItems.pageInfo.hasNextPage);
  return (isCut && (await client.query(pastOrder, { id: node.id })).order) || node;
}

function toPastOrder(node: PastOrderNode): PastOrder {
  const lines = new Map(node.lineItems.nodes.map((line) => [line.id, line]));
  const parcels = node.fulfillments.filter((parcel) => parcel.status !== "CANCELLED");
  const items = parcels.flatMap((parcel) =>
    parcel.fulfillmentLineItems.nodes.flatMap(({ id, lineItem }): PastItem[] => {
      const line = lines.get(lineItem.id);
      if (!line) return [];
      return [
        {
          fulfillmentLineItemId: id,
          title: plainName(line.title),
          variantTitle: line.variantTitle && plainName(line.variantTitle),
          unitPrice: line.discountedUnitPriceAfterAllDiscountsSet.presentmentMoney,
          fullPrice: line.originalUnitPriceSet.presentmentMoney,
          deliveredAt: parcel.deliveredAt,
          fulfilledAt: parcel.createdAt,
          productTags: line.product?.tags ?? [],
          productType: line.product?.productType ?? "",
          collections: line.product?.collections.nodes.map((one) => one.handle),
        },
      ];
    }),
  );
  return {
    id: node.id,
    name: node.name,
    processedAt: node.processedAt,
    countryCode: node.shippingAddress?.countryCodeV2,
    tags: node.tags,
    customerTags: node.customer?.tags ?? [],
    discountCodes: node.discountCodes,
    risk: node.risk.recommendation,
    total: node.totalPriceSet.presentmentMoney,
    shopTotal: node.totalPriceSet.shopMoney,
    returns: node.returns.nodes.map(toReturnFacts),
    items,
  };
}
