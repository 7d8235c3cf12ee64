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
  nothingSent,
  outcomeOf,
  paidLines,
  readBooking,
  readSent,
  type Sent,
} from "#app/domain/returns/back-office.ts";
import { isOfGift } from "#app/domain/returns/gift-order.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { readBookingMoney, readDesk } from "#app/integrations/shopify-admin/return-desk.server.ts";
import { readReturns } from "#app/integrations/shopify-admin/returns.server.ts";
import { database } from "#app/platform/db/database.server.ts";

type ShopKey = { id: string; domain: string };
type WantedLine = { lineId: string; quantity: number; disposition: string };
/** What staff put together: what came back, and which new items go out for it. */
export type WantedBooking = { lines: WantedLine[]; sent: { lineId: string; quantity: number }[] };
export const nothingWanted: WantedBooking = { lines: [], sent: [] };

/** What staff see before they decide: the return as it is now, and what a booking of these lines would pay. */
export type Desk = {
  desk: DeskReturn;
  hash: string;
  booking: Booking | null;
  suggested: BookingMoney;
  sent: Sent;
  /** Shopify would not calculate, or the shopper owes although nothing new is sent: it is booked in Shopify. */
  unclear: boolean;
  /** What the shopper said yes to, where that was credit. */
  agreed: AgreedCredit | null;
  /** Whoever asked for it was given the things: what was paid for them goes onto a card, and to nobody else. */
  isGift: boolean;
  /** The shopper was told where to pay what they owe. */
  linkTold: boolean;
};

/** The return of a case as Shopify shows it now; null where the case has none. Throws the vendor's error. */
export async function deskOfCase(
  shop: ShopKey,
  caseId: string,
  wanted: WantedBooking,
): Promise<(Desk & { conversationId: string }) | null> {
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
    sent: nothingSent,
    unclear: false,
    agreed: agreedCredit(row.state),
    isGift: isOfGift(row.state),
    linkTold: ((row.state as { told?: string[] }).told ?? []).includes("owed"),
    conversationId: writer.conversationId,
  };
  const may = allowedDeeds(desk)["return-process"] === null;
  const sent = may && readSent(desk, wanted.sent);
  // New items may go out on their own, where what comes back is on its way or booked already.
  const booking = sent && (wanted.lines.length === 0 && sent.length > 0 ? [] : readBooking(desk, wanted.lines));
  if (!booking || !sent) return none;
  const outcome = await readBookingMoney(client, desk.id, paidLines(booking), sent);
  if (outcome && "error" in outcome) return { ...none, booking, unclear: true };
  const { suggested, owed } = outcomeOf(outcome);
  if (owed && sent.length === 0) return { ...none, booking, unclear: true };
  return { ...none, booking, suggested, sent: { lines: sent, owed } };
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
export const hashOfBooking = ({ desk, booking, suggested, sent }: Desk, money: MoneyOut | null): string | null =>
  booking && hashBooking(desk, booking, suggested, money, sent);

/** Whether something that staff or the assistant want of this case has not ended yet. */
export async function hasOpenDeed(shopId: string, caseId: string): Promise<boolean> {
  const rows = await database().prisma.effect.findMany({
    where: { shopId, caseId, state: { in: ["planned", "running", "unknown"] } },
    select: { kind: true },
  });
  return rows.some((one) => isReturnDeed(one.kind));
}
