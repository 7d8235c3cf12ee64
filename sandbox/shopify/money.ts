/**
 * Money as whole numbers of a currency's smallest coin, cents where nothing else is said: sums stay exact, and only this file turns
 * them into Shopify's decimal strings and back.
 */
export type Cents = number;

/** "19.9" → 1990. Undefined for what is not a decimal amount with at most so many digits after the point. */
export function parseAmount(amount: unknown, digits = 2): Cents | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(String(amount).trim());
  const fraction = (match?.[3] ?? "").replace(/0+$/, "");
  if (!match || fraction.length > digits) return undefined;
  const cents = Number(match[2]) * 10 ** digits + Number(fraction.padEnd(digits, "0") || "0");
  return match[1] ? -cents : cents;
}

/** 1990 → "19.90"; where a currency has no smaller coin, one digit of nothing follows, as Shopify writes it. */
export function formatAmount(cents: Cents, digits = 2): string {
  const [whole, coin] = [Math.abs(cents), 10 ** digits];
  const fraction = digits === 0 ? "0" : String(whole % coin).padStart(digits, "0");
  return `${cents < 0 ? "-" : ""}${Math.floor(whole / coin)}.${fraction}`;
}

/** cents × numerator ÷ denominator, halves away from zero, without floating point. */
export function scale(cents: Cents, numerator: number, denominator: number): Cents {
  const product = BigInt(cents) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const half = product < 0n ? -divisor : divisor;
  return Number((2n * product + half) / (2n * divisor));
}

/** A percentage may have up to four digits after the point. */
export function percentOf(cents: Cents, percentage: number): Cents {
  return scale(cents, Math.round(percentage * 10_000), 1_000_000);
}

/** The part of `total` that belongs to one of `quantity` equal units; the parts of all units add up to `total`. */
export function unitShare(total: Cents, quantity: number, unit: number): Cents {
  return scale(total, unit + 1, quantity) - scale(total, unit, quantity);
}

/** Splits `total` in proportion to `weights`, so that the parts add up exactly. */
export function splitByWeight(total: Cents, weights: readonly number[]): Cents[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  if (sum === 0) return weights.map(() => 0);
  let weightSoFar = 0;
  let givenSoFar = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const part = scale(total, weightSoFar, sum) - givenSoFar;
    givenSoFar += part;
    return part;
  });
}

export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
};
