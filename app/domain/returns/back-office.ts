import { createHash } from "node:crypto";
import type { Money } from "#app/channels/message.ts";
import { shareOf } from "../orders/rate.ts";

/** What staff decide about a return. Each is carried out in the store as an effect of its own. */
export const returnDeeds = [
  "return-approve",
  "return-decline",
  "return-process",
  "return-remove",
  "return-cancel",
  "return-close",
  "return-reopen",
] as const;
export type ReturnDeed = (typeof returnDeeds)[number];
export const isReturnDeed = (kind: string): kind is ReturnDeed => returnDeeds.some((one) => one === kind);

export const declineReasons = ["FINAL_SALE", "RETURN_PERIOD_ENDED", "OTHER"] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const longestDeclineNote = 500;

/** What becomes of what came back. */
export const dispositions = ["RESTOCKED", "NOT_RESTOCKED", "PROCESSING_REQUIRED", "MISSING"] as const;
export type Disposition = (typeof dispositions)[number];

export type DeskLine = {
  id: string;
  title: string;
  variantTitle?: string;
  quantity: number;
  /** Received and booked already. */
  processed: number;
  reason?: string;
  note?: string;
  /** Where its inspection is written down; absent before the return is open. */
  reverseLineId?: string;
};

/** What is sent in exchange. It becomes a part of the order, and leaves the stock, when it is booked. */
export type DeskExchange = {
  id: string;
  title: string;
  variantTitle?: string;
  productId?: string;
  variantId?: string;
  quantity: number;
  /** On the order already, and what these cost. */
  processed: number;
  onOrder?: Money;
};

/** A return as the store shows it to staff now. Statuses are Shopify's own. */
export type DeskReturn = {
  id: string;
  /** "#1001-R1" */
  name: string;
  status: string;
  orderId: string;
  orderName: string;
  decline?: { reason: string; note?: string };
  lines: DeskLine[];
  refunds: { id: string; note?: string; total: Money }[];
  exchange: DeskExchange[];
  /** There are more lines than are read: a person books it in Shopify. */
  cutShort: boolean;
};

/** Which lines are booked, how many of each, and what becomes of them. */
export type Booking = { lineId: string; quantity: number; disposition: Disposition }[];

/** Which new items go onto the order with a booking, how many of each, and what the shopper then owes. */
export type Sent = { lines: { lineId: string; quantity: number }[]; owed: Money | null };
export const nothingSent: Sent = { lines: [], owed: null };

/** What the shopper said yes to, where that was credit with its bonus and its last day. */
export type AgreedCredit = { amount: Money; bonus?: Money; expiresAt?: string };

/** What Shopify would pay back for a booking, payment by payment. Null amount: nothing. */
export type BookingMoney = { amount: Money; payments: { parentId: string; amount: Money }[] } | null;

/** The two ways money may go with a booking, apart. */
export function outcomeOf(outcome: BookingMoney | { owed: Money }): { suggested: BookingMoney; owed: Money | null } {
  return outcome && "owed" in outcome ? { suggested: null, owed: outcome.owed } : { suggested: outcome, owed: null };
}

/** Where the money of a booking goes, and how much. `bonus` is paid on top, in credit only. */
export type MoneyOut = { to: "original" | "store-credit" | "gift-card"; amount: Money; expiresAt?: string; bonus?: Money };

/** Where staff want the money of a booking to go. */
export type MoneyWay = MoneyOut["to"] | "none";

/** What was paid for a gift is the buyer's money, and the recipient gets a card for it: it goes no other way, and nothing else goes there. */
export const mayGoTo = (way: MoneyWay, isGift: boolean): boolean => way === "none" || (way === "gift-card") === isGift;

/**
 * The sum is Shopify's, staff choose where it goes. Credit comes with the last day that the shopper said yes to and with its bonus: for
 * a part of what was agreed, that part of it.
 */
export function moneyOut(suggested: BookingMoney, to: MoneyWay, agreed: AgreedCredit | null): MoneyOut | null {
  if (to === "none" || suggested === null) return null;
  const { amount } = suggested;
  if (to !== "store-credit" || agreed?.amount.currencyCode !== amount.currencyCode) return { to, amount };
  const { expiresAt } = agreed;
  const bonus = agreed.bonus && shareOf(agreed.bonus, amount, agreed.amount);
  return { to, amount, ...(bonus && Number(bonus.amount) > 0 && { bonus }), ...(expiresAt && { expiresAt }) };
}

type DeedBase = { orderId: string; orderName: string; returnId: string; returnName: string; quoteHash: string; reason?: string };
export type ApproveInput = DeedBase;
export type DeclineInput = DeedBase & { declineReason: DeclineReason; note: string };
/** `before`: how many of each line, new items among them, were booked when staff decided. `sent`: absent in what an earlier version planned. */
export type ProcessInput = DeedBase & { booking: Booking; sent?: Sent; money: MoneyOut | null; before: Record<string, number> };
/** `isExchange`: it is a new item that is not sent after all. */
export type RemoveInput = DeedBase & { lineId: string; quantity: number; before: number; isExchange?: true };

/** A card for what was paid for things that somebody was given, once they are booked. */
export type GiftCardInput = DeedBase & { amount: Money };

/** Whether the store itself pays with the booking: of what was given, a card is made apart. */
export const isRefund = (money: MoneyOut | null): money is MoneyOut => money !== null && money.to !== "gift-card";

/** A change that staff want, by its kind. */
export type StaffEffect =
  | { kind: "return-approve" | "return-cancel" | "return-close" | "return-reopen"; input: ApproveInput }
  | { kind: "return-decline"; input: DeclineInput }
  | { kind: "return-process"; input: ProcessInput }
  | { kind: "return-remove"; input: RemoveInput }
  | { kind: "gift-card"; input: GiftCardInput };

/** Why something cannot be done to a return as it is now. */
export type Hindrance = "not-requested" | "not-open" | "not-closed" | "worked-on" | "refunded" | "nothing-left" | "last-piece" | "too-long";

export type Allowed = Record<ReturnDeed, Hindrance | null>;

type Counted = { quantity: number; processed: number };
const open = (line: Counted): number => line.quantity - line.processed;
const openPieces = (lines: Counted[]): number => lines.reduce((sum, line) => sum + open(line), 0);
const isWorkedOn = (one: DeskReturn): boolean => [...one.lines, ...one.exchange].some((line) => line.processed > 0);

/** What may be done to this return now; null where it may, else why not. The store has the last word. */
export function allowedDeeds(one: DeskReturn): Allowed {
  const requested = one.status === "REQUESTED" ? null : "not-requested";
  const isOpen = one.status === "OPEN" ? null : "not-open";
  const isAllDone = openPieces([...one.lines, ...one.exchange]) === 0 ? "nothing-left" : null;
  const isLast = openPieces(one.exchange) === 0 && pieces(one) <= 1 ? "last-piece" : null;
  return {
    "return-approve": requested,
    "return-decline": requested,
    "return-process": isOpen ?? (one.cutShort ? "too-long" : isAllDone),
    "return-remove": isOpen ?? isAllDone ?? isLast,
    "return-cancel": isOpen ?? (isWorkedOn(one) ? "worked-on" : one.refunds.length > 0 ? "refunded" : null),
    "return-close": isOpen,
    "return-reopen": one.status === "CLOSED" ? null : "not-closed",
  };
}

const pieces = (one: DeskReturn): number => one.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Why this piece cannot be taken out; null where it can. Of what is sent in exchange nothing need stay: the rest is a return as any other. */
export function hindersRemoval(one: DeskReturn, lineId: string, quantity: number): Hindrance | "unknown-line" | null {
  const sent = one.exchange.find((candidate) => candidate.id === lineId);
  const line = sent ?? one.lines.find((candidate) => candidate.id === lineId);
  const refused = allowedDeeds(one)["return-remove"];
  if (refused) return refused;
  if (!line || !Number.isInteger(quantity) || quantity < 1) return "unknown-line";
  if (quantity > open(line)) return "worked-on";
  return !sent && quantity >= pieces(one) ? "last-piece" : null;
}

/** Reads a booking that staff put together: only lines of this return, only what is open, each once. Null when it is not one, or empty. */
export function readBooking(one: DeskReturn, wanted: { lineId: string; quantity: number; disposition: string }[]): Booking | null {
  const booking: Booking = [];
  for (const { lineId, quantity, disposition } of wanted) {
    const line = one.lines.find((candidate) => candidate.id === lineId);
    const known = dispositions.find((candidate) => candidate === disposition);
    if (!line || !known || booking.some((other) => other.lineId === lineId)) return null;
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > open(line)) return null;
    booking.push({ lineId, quantity, disposition: known });
  }
  return booking.length > 0 ? booking : null;
}

/** The same for the new items that go onto the order with it. */
export function readSent(one: DeskReturn, wanted: { lineId: string; quantity: number }[]): Sent["lines"] | null {
  const isOne = wanted.every(({ lineId, quantity }, place) => {
    const line = one.exchange.find((candidate) => candidate.id === lineId);
    const isFirst = wanted.findIndex((other) => other.lineId === lineId) === place;
    return line && isFirst && Number.isInteger(quantity) && quantity >= 1 && quantity <= open(line);
  });
  return isOne ? wanted : null;
}

/** What is paid for: what never came back is not. */
export const paidLines = (booking: Booking): { id: string; quantity: number }[] =>
  booking.filter((line) => line.disposition !== "MISSING").map((line) => ({ id: line.lineId, quantity: line.quantity }));

/** All that staff see of a return, as a hash: a deed is carried out only while it is still so. */
export function hashDesk(one: DeskReturn): string {
  const lines = one.lines.map((line) => [line.id, line.quantity, line.processed]).sort(byFirst);
  const refunds = one.refunds.map((refund) => [refund.id, refund.total.amount, refund.total.currencyCode]).sort(byFirst);
  const sent = one.exchange.map((line) => [line.id, line.quantity, line.processed]).sort(byFirst);
  const seen = [one.id, one.status, one.decline?.reason ?? "", one.decline?.note ?? "", lines, refunds];
  return sha(sent.length > 0 ? [...seen, sent] : seen);
}

/** The same with what is booked and sent, and the money that goes out or is owed, to the cent. */
export function hashBooking(
  one: DeskReturn,
  booking: Booking,
  suggested: BookingMoney,
  money: MoneyOut | null,
  sent = nothingSent,
): string {
  const lines = booking.map((line) => [line.lineId, line.quantity, line.disposition]).sort(byFirst);
  const payments = suggested?.payments.map((part) => [part.parentId, part.amount.amount]).sort(byFirst) ?? [];
  const out = money && [money.to, money.amount.amount, money.amount.currencyCode, money.bonus?.amount ?? "", money.expiresAt ?? ""];
  const seen = [hashDesk(one), lines, suggested?.amount.amount ?? "", payments, out];
  if (sent.lines.length === 0) return sha(seen);
  return sha([...seen, sent.lines.map((line) => [line.lineId, line.quantity]).sort(byFirst), sent.owed?.amount ?? ""]);
}

const byFirst = ([one = ""]: (string | number)[], [other = ""]: (string | number)[]): number => (one < other ? -1 : one > other ? 1 : 0);
const sha = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
