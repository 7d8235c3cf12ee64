import type { ChannelSender } from "#app/channels/channel.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { withdrawalTerm } from "#app/domain/returns/statute.ts";
import type { Statement } from "#app/domain/withdrawals/statement.ts";
import type { WithdrawalFacts } from "#app/domain/withdrawals/withdrawal.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { noticeMail } from "./mail.ts";
import { readLanguage, sendMail } from "./send.server.ts";

export type OrderReader = {
  order(id: string): Promise<OrderFacts | null>;
  orderByName(name: string): Promise<OrderFacts | null>;
};

/** One notice of an order in this time, however many state something about it; milliseconds. */
const noticeEvery = 24 * 3_600_000;

/**
 * Looks at the store for what a withdrawal is about, and writes down for staff what code can know of it. Where the receipt went to
 * another address than the order's, that one is told. Whoever stated it learns nothing of either.
 */
export async function checkWithdrawal(shopId: string, withdrawalId: string, reader: OrderReader, sender: ChannelSender): Promise<Write[]> {
  const { prisma } = database();
  const row = await prisma.withdrawal.findFirst({ where: { shopId, id: withdrawalId } });
  if (!row?.contact) return [];
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const order = row.orderId ? await reader.order(row.orderId) : await reader.orderByName(row.orderName);
  const fits = order?.email?.toLowerCase() === row.contact;
  const facts: WithdrawalFacts = order
    ? {
        order: "found",
        name: order.name,
        fits,
        left: order.fulfillments.some((parcel) => parcel.displayStatus !== "CANCELED"),
        cancelled: order.cancelledAt !== undefined,
        term: withdrawalTerm(order, row.statedAt, shop.timeZone),
      }
    : { order: "unknown", fits: false, left: false, cancelled: false };
  const found = update("Withdrawal", { id: row.id, shopId }, { facts: facts as never });
  const [statement] = row.statements as Statement[];
  if (!order?.email || fits || row.noticedAt || !statement || (await wasNoticed(shopId, order.name))) return [found];
  const language = readLanguage(row.language);
  const { reference } = row;
  const mail = noticeMail({ language, shopName: shop.name, timeZone: shop.timeZone, reference, orderName: order.name, statement });
  await sendMail(shop, order.email, `withdrawal-notice.${row.id}`, language, mail, sender);
  return [found, update("Withdrawal", { id: row.id, shopId }, { noticedAt: now() })];
}

async function wasNoticed(shopId: string, orderName: string): Promise<boolean> {
  const since = new Date(now().getTime() - noticeEvery);
  const same = { path: "$.name", equals: orderName };
  return (await database().prisma.withdrawal.count({ where: { shopId, noticedAt: { gte: since }, facts: same } })) > 0;
}
