import {
  type AgreedCredit,
  type Allowed,
  allowedDeeds,
  type BookingMoney,
  type DeskReturn,
  type MoneyWay,
  moneyOut,
} from "#app/domain/returns/back-office.ts";
import { addMoney, sayMoney } from "#app/flows/money.ts";
import { shopifyStatus } from "#app/ui/words.ts";

export type CardLine = {
  id: string;
  label: string;
  quantity: number;
  /** How many are still to be received. */
  open: number;
  reason: string | null;
  note: string | null;
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
      refunds: string[];
      allowed: Allowed;
      /** Present where lines were asked about. */
      booking: {
        amount: string | null;
        /** With the bonus that the shopper said yes to. */
        credit: string | null;
        unclear: boolean;
        seen: Record<MoneyWay, string | null>;
      } | null;
      /** The shopper said yes to credit. */
      wantsCredit: boolean;
    }
  | { state: "none"; words: string };

type Shown = { desk: DeskReturn; hash: string; booking: unknown; suggested: BookingMoney; unclear: boolean; agreed: AgreedCredit | null };

/** A return's facts in the words of the panel. */
export function returnCard({ desk, hash, booking, suggested, unclear, agreed }: Shown, seen: Record<MoneyWay, string | null>): ReturnCard {
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
    })),
    refunds: desk.refunds.map((refund) => sayMoney(refund.total, "en")),
    allowed: allowedDeeds(desk),
    booking: booking
      ? { amount: suggested && sayMoney(suggested.amount, "en"), credit: sayCredit(suggested, agreed), unclear, seen }
      : null,
    wantsCredit: agreed !== null,
  };
}

function sayCredit(suggested: BookingMoney, agreed: AgreedCredit | null): string | null {
  const out = moneyOut(suggested, "store-credit", agreed);
  return out && sayMoney(out.bonus ? addMoney(out.amount, out.bonus) : out.amount, "en");
}
