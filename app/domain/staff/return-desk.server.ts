import type { Money } from "#app/channels/message.ts";
import {
  type AgreedCredit,
  allowedDeeds,
  type Booking,
  type BookingMoney,
  type DeskReturn,
  hashBooking,
  hashDesk,
  isReturnDeed,
  type MoneyOut,
  paidLines,
  readBooking,
} from "#app/domain/returns/back-office.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { readBookingMoney, readDesk } from "#app/integrations/shopify-admin/return-desk.server.ts";
import { readReturns } from "#app/integrations/shopify-admin/returns.server.ts";
import { database } from "#app/platform/db/database.server.ts";

type ShopKey = { id: string; domain: string };
export type WantedLine = { lineId: string; quantity: number; disposition: string };

/** What staff see before they decide: the return as it is now, and what a booking of these lines would pay. */
export type Desk = {
  desk: DeskReturn;
  hash: string;
  booking: Booking | null;
  suggested: BookingMoney;
  /** Shopify would not calculate, or the shopper owes: it is booked in Shopify. */
  unclear: boolean;
  /** What the shopper said yes to, where that was credit. */
  agreed: AgreedCredit | null;
};

/** The return of a case as Shopify shows it now; null where the case has none. Throws the vendor's error. */
export async function deskOfCase(shop: ShopKey, caseId: string, wanted: WantedLine[]): Promise<(Desk & { conversationId: string }) | null> {
  const { prisma } = database();
  const row = await prisma.case.findFirst({ where: { id: caseId, shopId: shop.id, flow: "return" } });
  if (!row?.orderId) return null;
  const writer = await prisma.identity.findFirst({ where: { shopId: shop.id, id: row.identityId } });
  const client = adminClientFor(shop.domain);
  const { returnId } = row.state as { returnId?: string };
  const id = returnId ?? (await readReturns(client, row.orderId))[0]?.id;
  const desk = id ? await readDesk(client, id) : null;
  // Whatever the state says, a return is of its case's own order.
  if (!desk || desk.orderId !== row.orderId || !writer) return null;
  const hash = hashDesk(desk);
  const none = {
    desk,
    hash,
    booking: null,
    suggested: null,
    unclear: false,
    agreed: agreedCredit(row.state),
    conversationId: writer.conversationId,
  };
  const booking = allowedDeeds(desk)["return-process"] === null ? readBooking(desk, wanted) : null;
  if (!booking) return none;
  const suggested = await readBookingMoney(client, desk.id, paidLines(booking));
  return suggested && "error" in suggested ? { ...none, booking, unclear: true } : { ...none, booking, suggested };
}

/** Whether the shop has such a case of a return at all, begun in the store or not. */
export async function isReturnCase(shopId: string, caseId: string): Promise<boolean> {
  return (await database().prisma.case.count({ where: { id: caseId, shopId, flow: "return" } })) > 0;
}

/** As the flow of the return keeps it. Credit ends with its last day. */
function agreedCredit(state: unknown): AgreedCredit | null {
  const { money } = state as { money?: { to: string; amount: Money; bonus?: Money; expiresOn?: string } };
  if (money?.to !== "store-credit") return null;
  const { amount, bonus, expiresOn } = money;
  return { amount, ...(bonus && { bonus }), ...(expiresOn && { expiresAt: `${expiresOn}T23:59:59Z` }) };
}

/** What a booking that pays out so is bound to. */
export const hashOfBooking = ({ desk, booking, suggested }: Desk, money: MoneyOut | null): string | null =>
  booking && hashBooking(desk, booking, suggested, money);

/** Whether something that staff or the assistant want of this case has not ended yet. */
export async function hasOpenDeed(shopId: string, caseId: string): Promise<boolean> {
  const rows = await database().prisma.effect.findMany({
    where: { shopId, caseId, state: { in: ["planned", "running", "unknown"] } },
    select: { kind: true },
  });
  return rows.some((one) => isReturnDeed(one.kind));
}
