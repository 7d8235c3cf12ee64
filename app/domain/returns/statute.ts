/**
 * What the law gives and no rule of a merchant takes away: in the EU a shopper may withdraw within 14 days of delivery without a reason,
 * and gets back what was paid; only the way back may be theirs to pay (Directive 2011/83/EU, articles 9 to 14).
 */
export const statutoryDays = 14;

export const euCountries: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

export function isInEu(countryCode: string | undefined): boolean {
  return countryCode !== undefined && euCountries.has(countryCode.toUpperCase());
}
