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
  /** There are more lines than are read: a person books it in Shopify. */
  cutShort: boolean;
  /** Something is sent in exchange, and its price is part of what is paid: it is booked in Shopify. */
  hasExchange: boolean;
};

/** Which lines are booked, how many of each, and what becomes of them. */
export type Booking = { lineId: string; quantity: number; disposition: Disposition }[];

/** What the shopper said yes to, where that was credit with its bonus and its last day. */
export type AgreedCredit = { amount: Money; bonus?: Money; expiresAt?: string };

/** What Shopify would pay back for a booking, payment by payment. Null amount: nothing. */
export type BookingMoney = { amount: Money; payments: { parentId: string; amount: Money }[] } | null;

/** Where the money of a booking goes, and how much. `bonus` is paid on top, in credit only. */
export type MoneyOut = { to: "original" | "store-credit"; amount: Money; expiresAt?: string; bonus?: Money };

/** Where staff want the money of a booking to go. */
export type MoneyWay = MoneyOut["to"] | "none";

/**
 * The sum is Shopify's, staff choose where it goes. Credit comes with the last day that the shopper said yes to and with its bonus: for
 * a part of what was agreed, that part of it.
 */
export function moneyOut(suggested: BookingMoney, to: MoneyWay, agreed: AgreedCredit | null): MoneyOut | null {
  if (to === "none" || suggested === null) return null;
  const { amount } = suggested;
  if (to === "original" || agreed?.amount.currencyCode !== amount.currencyCode) return { to, amount };
  const { expiresAt } = agreed;
  const bonus = agreed.bonus && shareOf(agreed.bonus, amount, agreed.amount);
  return { to, amount, ...(bonus && Number(bonus.amount) > 0 && { bonus }), ...(expiresAt && { expiresAt }) };
}

type DeedBase = { orderId: string; orderName: string; returnId: string; returnName: string; quoteHash: string; reason?: string };
export type ApproveInput = DeedBase;
export type DeclineInput = DeedBase & { declineReason: DeclineReason; note: string };
/** `before`: how many of each line were booked when staff decided. */
export type ProcessInput = DeedBase & { booking: Booking; money: MoneyOut | null; before: Record<string, number> };
export type RemoveInput = DeedBase & { lineId: string; quantity: number; before: number };

/** A change that staff want, by its kind. */
export type StaffEffect =
  | { kind: "return-approve" | "return-cancel" | "return-close" | "return-reopen"; input: ApproveInput }
  | { kind: "return-decline"; input: DeclineInput }
  | { kind: "return-process"; input: ProcessInput }
  | { kind: "return-remove"; input: RemoveInput };

/** Why something cannot be done to a return as it is now. */
export type Hindrance =
  | "not-requested"
  | "not-open"
  | "not-closed"
  | "worked-on"
  | "refunded"
  | "nothing-left"
  | "last-piece"
  | "too-long"
  | "exchange";

export type Allowed = Record<ReturnDeed, Hindrance | null>;

const open = (line: DeskLine): number => line.quantity - line.processed;
export const openPieces = (lines: DeskLine[]): number => lines.reduce((sum, line) => sum + open(line), 0);
const isWorkedOn = (one: DeskReturn): boolean => one.lines.some((line) => line.processed > 0);

/** What may be done to this return now; null where it may, else why not. The store has the last word. */
export function allowedDeeds(one: DeskReturn): Allowed {
  const requested = one.status === "REQUESTED" ? null : "not-requested";
  const isOpen = one.status === "OPEN" ? null : "not-open";
  return {
    "return-approve": requested,
    "return-decline": requested,
    "return-process":
      isOpen ?? (one.hasExchange ? "exchange" : one.cutShort ? "too-long" : openPieces(one.lines) === 0 ? "nothing-left" : null),
    "return-remove": isOpen ?? (openPieces(one.lines) === 0 ? "nothing-left" : pieces(one) <= 1 ? "last-piece" : null),
    "return-cancel": isOpen ?? (isWorkedOn(one) ? "worked-on" : one.refunds.length > 0 ? "refunded" : null),
    "return-close": isOpen,
    "return-reopen": one.status === "CLOSED" ? null : "not-closed",
  };
}

const pieces = (one: DeskReturn): number => one.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Why this piece cannot be taken out; null where it can. */
export function hindersRemoval(one: DeskReturn, lineId: string, quantity: number): Hindrance | "unknown-line" | null {
  const line = one.lines.find((candidate) => candidate.id === lineId);
  const refused = allowedDeeds(one)["return-remove"];
  if (refused) return refused;
  if (!line || quantity < 1) return "unknown-line";
  if (quantity > open(line)) return "worked-on";
  return quantity >= pieces(one) ? "last-piece" : null;
}

/** Reads a booking that staff put together: only lines of this return, only what is open, each once. Null when it is not one. */
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

/** What is paid for: what never came back is not. */
export const paidLines = (booking: Booking): { id: string; quantity: number }[] =>
  booking.filter((line) => line.disposition !== "MISSING").map((line) => ({ id: line.lineId, quantity: line.quantity }));

/** All that staff see of a return, as a hash: a deed is carried out only while it is still so. */
export function hashDesk(one: DeskReturn): string {
  const lines = one.lines.map((line) => [line.id, line.quantity, line.processed]).sort(byFirst);
  const refunds = one.refunds.map((refund) => [refund.id, refund.total.amount, refund.total.currencyCode]).sort(byFirst);
  return sha([one.id, one.status, one.decline?.reason ?? "", one.decline?.note ?? "", lines, refunds]);
}

/** The same with what is booked and the money that goes out, to the cent. */
export function hashBooking(one: DeskReturn, booking: Booking, suggested: BookingMoney, money: MoneyOut | null): string {
  const lines = booking.map((line) => [line.lineId, line.quantity, line.disposition]).sort(byFirst);
  const payments = suggested?.payments.map((part) => [part.parentId, part.amount.amount]).sort(byFirst) ?? [];
  const out = money && [money.to, money.amount.amount, money.amount.currencyCode, money.bonus?.amount ?? "", money.expiresAt ?? ""];
  return sha([hashDesk(one), lines, suggested?.amount.amount ?? "", payments, out]);
}

const byFirst = ([one = ""]: (string | number)[], [other = ""]: (string | number)[]): number => (one < other ? -1 : one > other ? 1 : 0);
const sha = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
