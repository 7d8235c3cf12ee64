import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { readProactive } from "#app/domain/proactive/settings.ts";
import { shoppersOf } from "#app/domain/proactive/who.server.ts";
import { hasTrouble } from "#app/flows/track-order/situation.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";

/**
 * A webhook has spoken of a parcel's trouble: the order is read, and every shopper who may be its own gets a turn, which
 * decides by what they have proven and agreed to. Whoever has a case about the order is told by that one.
 */
export async function tellOfTrouble(
  shopId: string,
  orderId: string,
  readOrder: (domain: string, orderId: string) => Promise<OrderFacts | null>,
): Promise<Write[]> {
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (!shop || !readProactive(shop.proactive).trouble) return [];
  const order = await readOrder(shop.domain, orderId);
  if (!order || !hasTrouble(order, now())) return [];
  const shoppers = await shoppersOf(shopId, order);
  return shoppers.map(({ id, conversationId }) =>
    enqueue(
      shopId,
      "turn",
      { identityId: id, trigger: { kind: "parcel-trouble", orderId: order.id } },
      { runAt: now(), queue: `conversation:${conversationId}` },
    ),
  );
}
