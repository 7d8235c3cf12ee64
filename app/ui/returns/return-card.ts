import type { Money } from "#app/channels/message.ts";
import {
  type AgreedCredit,
  type Allowed,
  allowedDeeds,
  type BookingMoney,
  type DeskExchange,
  type DeskReturn,
  hindersRemoval,
  type MoneyWay,
  moneyOut,
  type Sent,
} from "#app/domain/returns/back-office.ts";
import { addMoney, isPositive, sayMoney } from "#app/flows/money.ts";
import { shopifyStatus } from "#app/ui/words.ts";

export type CardLine = {
  id: string;
  label: string;
  quantity: number;
  /** How many are still to be received. */
  open: number;
  reason: string | null;
  note: string | null;
  /** One of it may be taken out. */
  mayRemove: boolean;
};

/** A new item that is sent in exchange. */
export type CardExchange = Pick<CardLine, "id" | "label" | "quantity" | "open" | "mayRemove"> & {
  price: string | null;
  /** Null where all of it is on the order already. */
  stock: string | null;
};

/** A return in the words of its panel. `hash` and `booking.seen` name what staff saw when they press. */
export type ReturnCard =
  | {
      state: "return";
      name: string;
      status: string;
      requested: boolean;
      hash: string;
      declined: string | null;
      lines: CardLine[];
      exchange: CardExchange[];
      /** What is paid or owed once all that is open is booked, and whether what is owed now was paid. */
      balance: string | null;
      payment: string | null;
      refunds: string[];
      allowed: Allowed;
      /** Present where lines were asked about. */
      booking: {
        amount: string | null;
        /** With the bonus that the shopper said yes to. */
        credit: string | null;
        /** What the shopper then pays. */
        owed: string | null;
        unclear: boolean;
        seen: Record<MoneyWay, string | null>;
      } | null;
      /** The shopper said yes to credit. */
      wantsCredit: boolean;
      /** Whoever asked for it was given the things. */
      isGift: boolean;
    }
  | { state: "none"; words: string };

type Shown = {
  desk: DeskReturn;
  hash: string;
  booking: unknown;
  suggested: BookingMoney;
  sent: Sent;
  unclear: boolean;
  agreed: AgreedCredit | null;
  linkTold: boolean;
  isGift: boolean;
};

/** A return's facts in the words of the panel. */
export function returnCard(shown: Shown, seen: Record<MoneyWay, string | null>, exchange: ExchangeWords | null): ReturnCard {
  const { desk, hash, booking, suggested, sent, unclear, agreed } = shown;
  return {
    state: "return",
    name: desk.name,
    status: shopifyStatus(desk.status),
    requested: desk.status === "REQUESTED",
    hash,
    declined: desk.decline?.note ?? null,
    lines: desk.lines.map((line) => ({
      id: line.id,
      label: [line.title, line.variantTitle].filter(Boolean).join(", "),
      quantity: line.quantity,
      open: line.quantity - line.processed,
      reason: line.reason ?? null,
      note: line.note ?? null,
      mayRemove: hindersRemoval(desk, line.id, 1) === null,
    })),
    exchange: desk.exchange.map((line) => exchangeLine(desk, line, exchange)),
    balance: exchange?.balance ? sayBalance(exchange.balance) : null,
    payment: exchange && sayPayment(desk, exchange.payment, shown.linkTold),
    // What leaves an order in exchange is booked as a refund of nothing.
    refunds: desk.refunds.filter(({ total }) => isPositive(total)).map(({ total }) => sayMoney(total, "en")),
    allowed: allowedDeeds(desk),
    booking: booking
      ? {
          amount: suggested && sayMoney(suggested.amount, "en"),
          credit: sayCredit(suggested, agreed),
          owed: sent.owed && sayMoney(sent.owed, "en"),
          unclear,
          seen,
        }
      : null,
    wantsCredit: agreed !== null,
    isGift: shown.isGift,
  };
}

type ExchangeWords = {
  lines: Record<string, { price: Money | null; stock: number | null | undefined }>;
  balance: { back: Money | null; owed: Money | null } | null;
  payment: { outstanding: Money; url?: string } | null;
};

function exchangeLine(desk: DeskReturn, line: DeskExchange, facts: ExchangeWords | null): CardExchange {
  const { price = null, stock } = facts?.lines[line.id] ?? {};
  const open = line.quantity - line.processed;
  return {
    id: line.id,
    label: [line.title, line.variantTitle].filter(Boolean).join(", "),
    quantity: line.quantity,
    open,
    mayRemove: hindersRemoval(desk, line.id, 1) === null,
    price: price && sayMoney(price, "en"),
    stock: open === 0 ? null : sayStock(stock, open),
  };
}

function sayStock(stock: number | null | undefined, open: number): string {
  if (stock === undefined) return "Not for sale any more";
  if (stock === null) return "Sold without counting stock";
  if (stock === 0) return "Sold out";
  return stock < open ? `Only ${stock} in stock` : `${stock} in stock`;
}

function sayBalance({ back, owed }: NonNullable<ExchangeWords["balance"]>): string {
  if (owed) return `Once all is booked, the shopper pays ${sayMoney(owed, "en")}.`;
  return back ? `Once all is booked, ${sayMoney(back, "en")} go back.` : "Nothing is left to pay once all is booked.";
}

/** Shopify makes its payment link when the exchange is on the order and money is missing. */
function sayPayment(desk: DeskReturn, payment: ExchangeWords["payment"], linkTold: boolean): string | null {
  if (!payment || desk.exchange.every((line) => line.processed === 0)) return null;
  if (!isPositive(payment.outstanding)) return linkTold ? "The shopper has paid what was owed." : null;
  const amount = sayMoney(payment.outstanding, "en");
  if (linkTold) return `${amount} still to be paid. The shopper has the payment link.`;
  return payment.url
    ? `${amount} still to be paid. The payment link is there, the shopper does not have it yet.`
    : `${amount} still to be paid. Shopify has made no payment link yet.`;
}

function sayCredit(suggested: BookingMoney, agreed: AgreedCredit | null): string | null {
  const out = moneyOut(suggested, "store-credit", agreed);
  return out && sayMoney(out.bonus ? addMoney(out.amount, out.bonus) : out.amount, "en");
}
