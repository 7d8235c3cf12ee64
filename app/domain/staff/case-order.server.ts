import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { getOrder } from "#app/integrations/shopify-admin/orders.server.ts";
import { database } from "#app/platform/db/database.server.ts";

export type CaseOrder =
  | { found: true; order: OrderFacts; conversationId: string }
  | { found: false; because: "no-case" | "no-order" | "gone" };

/** The order of a case as Shopify shows it now. Throws the vendor's error when Shopify does not answer. */
export async function orderOfCase(shop: { id: string; domain: string }, caseId: string): Promise<CaseOrder> {
  const row = await database().prisma.case.findFirst({
    where: { id: caseId, shopId: shop.id },
    select: { orderId: true, identityId: true },
  });
  if (!row) return { found: false, because: "no-case" };
  if (!row.orderId) return { found: false, because: "no-order" };
  const order = await getOrder(adminClientFor(shop.domain), row.orderId);
  const writer = await database().prisma.identity.findFirst({ where: { shopId: shop.id, id: row.identityId } });
  return order ? { found: true, order, conversationId: writer?.conversationId ?? caseId } : { found: false, because: "gone" };
}
