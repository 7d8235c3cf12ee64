/** Exact arithmetic on decimal strings ("12.50"). No floats: money must come out to the last digit. */
type Decimal = { units: bigint; scale: number };

export function addDecimals(...amounts: string[]): string {
  return format(amounts.map(parse).reduce(add, { units: 0n, scale: 0 }));
}

export function negateDecimal(amount: string): string {
  const { units, scale } = parse(amount);
  return format({ units: -units, scale });
}

export function subtractDecimals(left: string, right: string): string {
  return addDecimals(left, negateDecimal(right));
}

/** Below 0, 0 or above 0, as the first is less than, the same as or more than the second. */
export function compareDecimals(left: string, right: string): number {
  const { units } = parse(subtractDecimals(left, right));
  return units === 0n ? 0 : units < 0n ? -1 : 1;
}

/** So many percent of an amount, halves away from zero, in the currency's own digits. */
export function percentOf(amount: string, percentage: number, currencyCode: string): string {
  const { units, scale } = parse(amount);
  const digits = currencyDigits(currencyCode);
  const divisor = 10n ** BigInt(scale + percentDigits + 2 - digits);
  const product = units * BigInt(Math.round(percentage * 10 ** percentDigits));
  const half = (product < 0n ? -divisor : divisor) / 2n;
  return format({ units: (product + half) / divisor, scale: digits });
}

/** Digits behind the point of a percentage that count. */
const percentDigits = 4;

/** Writes an amount with the currency's usual digits ("5.0" EUR → "5.00", "500.0" JPY → "500"); never drops a digit that counts. */
export function inCurrency(amount: string, currencyCode: string): string {
  const wanted = currencyDigits(currencyCode);
  let { units, scale } = parse(amount);
  while (scale > wanted && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  while (scale < wanted) {
    units *= 10n;
    scale += 1;
  }
  return format({ units, scale });
}

function currencyDigits(currencyCode: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency: currencyCode }).resolvedOptions().maximumFractionDigits ?? 2;
}

function parse(amount: string): Decimal {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) throw new RangeError(`"${amount}" is not a decimal number.`);
  const [, whole = "", fraction = ""] = match;
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { units: widen(left, scale) + widen(right, scale), scale };
}

function widen({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

function format({ units, scale }: Decimal): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}
