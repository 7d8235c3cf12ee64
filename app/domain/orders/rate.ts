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
  return rounded((value * other) / one, to.currencyCode);
}

/** Half up to the currency's digits. */
function rounded(exact: bigint, currencyCode: string): Money {
  const digits = digitsOf(currencyCode);
  const step = 10n ** BigInt(scale - digits);
  return { amount: written(((exact + (exact < 0n ? -step : step) / 2n) / step) * step, digits), currencyCode };
}

/** The part of `whole` that belongs to `part` of `all`, rounded half up; never more than `whole`. All in one currency. */
export function shareOf(whole: Money, part: Money, all: Money): Money {
  const [value, one, other] = [units(whole.amount), units(part.amount), units(all.amount)];
  return one < other ? rounded((value * one) / other, whole.currencyCode) : whole;
}

/** `bought`: how many there were on the line, where that is more than come back. */
export type PricedUnits = { unitPrice: Money; quantity: number; bought?: number; restockingFeePercentage?: number };

/**
 * An amount, or as much of it as is left of these goods once their restocking is taken off. Never more than comes back, also where a
 * discount does not divide evenly over the units: half a digit of each is left alone. Null where nothing is left, or nobody can tell.
 */
export function atMostLeftOf(amount: Money, goods: readonly PricedUnits[]): Money | null {
  const { currencyCode } = amount;
  if (goods.some(({ unitPrice }) => unitPrice.currencyCode !== currencyCode)) return null;
  const digits = digitsOf(currencyCode);
  const left = goods.map((one) => leftOf(one, digits)).reduce((sum, one) => sum + one, 0n);
  const wanted = units(amount.amount);
  const fits = wanted <= left;
  const least = fits ? wanted : left;
  return least > 0n ? { amount: written(least, digits), currencyCode } : null;
}

function leftOf({ unitPrice, quantity, bought = quantity, restockingFeePercentage = 0 }: PricedUnits, digits: number): bigint {
  const step = 10n ** BigInt(scale - digits);
  const gross = units(unitPrice.amount) * BigInt(quantity);
  const uneven = bought > 1 ? BigInt(Math.ceil(quantity / 2)) * step : 0n;
  const share = BigInt(Math.round(restockingFeePercentage * 10_000));
  const restocking = (gross * share) / 1_000_000n;
  const left = gross - ((restocking + step - 1n) / step) * step - uneven;
  return left > 0n ? left : 0n;
}

function digitsOf(currencyCode: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency: currencyCode }).resolvedOptions().maximumFractionDigits ?? 2;
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
