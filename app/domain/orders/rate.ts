import type { Money } from "#app/channels/message.ts";
import type { OrderFacts } from "./facts.ts";

type Totals = Pick<OrderFacts, "total" | "shopTotal">;

/**
 * An amount of the merchant's rules in the currency of an order, at the order's own rate, rounded half up to the currency's digits.
 * Null where the rate cannot be known.
 */
export function inOrderCurrency(amount: string, { total, shopTotal = total }: Totals): Money | null {
  return converted({ amount, currencyCode: shopTotal.currencyCode }, shopTotal, total);
}

/** A sum of an order in the shop's own currency; null where the rate cannot be known. */
export function inShopCurrency(money: Money, { total, shopTotal = total }: Totals): Money | null {
  return money.currencyCode === total.currencyCode ? converted(money, total, shopTotal) : null;
}

function converted(money: Money, from: Money, to: Money): Money | null {
  if (from.currencyCode === to.currencyCode) return money;
  const [value, one, other] = [units(money.amount), units(from.amount), units(to.amount)];
  if (one <= 0n || other <= 0n) return null;
  const digits = new Intl.NumberFormat("en", { style: "currency", currency: to.currencyCode }).resolvedOptions().maximumFractionDigits ?? 2;
  const step = 10n ** BigInt(scale - digits);
  const exact = (value * other) / one;
  const rounded = ((exact + (exact < 0n ? -step : step) / 2n) / step) * step;
  return { amount: written(rounded, digits), currencyCode: to.currencyCode };
}

/** Decimal digits that are reckoned with; no currency has more. */
const scale = 6;

function units(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"));
}

function written(value: bigint, digits: number): string {
  const text = String(value < 0n ? -value : value).padStart(scale + 1, "0");
  const whole = text.slice(0, -scale);
  const sign = value < 0n ? "-" : "";
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-scale, -scale + digits)}`;
}
