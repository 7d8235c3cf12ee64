import { database } from "#app/platform/db/database.server.ts";
import type { OrderFacts } from "../orders/facts.ts";

/**
 * The orders as their buyer may see them: without the returns that others have begun of what they were given. One that is being made is not
 * known by its id yet; until it is, whatever came about since counts as it.
 */
export async function withoutGiftReturns(shopId: string, orders: OrderFacts[]): Promise<OrderFacts[]> {
  const ids = orders.flatMap((order) => (order.returns.length > 0 ? order.id : []));
  if (ids.length === 0) return orders;
  const cases = await database().prisma.case.findMany({
    where: { shopId, flow: "return", orderId: { in: ids } },
    select: { orderId: true, state: true, openedAt: true },
  });
  const gifts = cases.flatMap(({ orderId, state, openedAt }) => {
    const { gift, phase, returnId } = (state ?? {}) as { gift?: object; phase?: string; returnId?: string };
    return gift ? [{ orderId, returnId, since: phase === "registering" ? openedAt : undefined }] : [];
  });
  const isGift = (order: OrderFacts, one: OrderFacts["returns"][number]) =>
    gifts.some((gift) => gift.orderId === order.id && (gift.returnId === one.id || (gift.since && one.createdAt >= gift.since)));
  if (gifts.length === 0) return orders;
  return orders.map((order) => ({ ...order, returns: order.returns.filter((one) => !isGift(order, one)) }));
}
