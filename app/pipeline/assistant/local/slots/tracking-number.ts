const cue = /track|trace|sendung|paketnummer|suivi|colis|seguimiento|rastrei|rastreo|tracciam|spedizion|volg|zending|parcel|shipment/;
const shapes = /(?<![\p{L}\p{N}#+@])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|J[A-Z]{2,3}\d{10,20}|TBA\d{12})(?![\p{L}\p{N}@])/giu;
const digits = /(?<![\p{L}\p{N}#+€$£.,])\d(?: ?\d){9,21}(?![\p{L}\p{N}€$£])/gu;
/** From this length on a row of digits can hardly be anything else (UPS, FedEx, DHL, DPD, Hermes, USPS). */
const certainLength = 12;

/** A parcel's number in a carrier's form: letters upper case, no spaces. Shorter rows of digits need a word like "tracking". */
export function parseTrackingNumber(text: string, folded: string): string | undefined {
  for (const [shape] of text.matchAll(shapes)) {
    const number = shape.toUpperCase();
    if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number) || hasPostalCheckDigit(number)) return number;
  }
  for (const [row] of text.matchAll(digits)) {
    const number = row.replaceAll(" ", "");
    if (number.startsWith("00")) continue;
    if (number.length >= certainLength || cue.test(folded)) return number;
  }
  return undefined;
}

/** The ninth digit of a postal item's number (UPU S10): weights 8 6 4 2 3 5 9 7, modulo 11. */
function hasPostalCheckDigit(number: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at + 2]), 0);
  const rest = 11 - (sum % 11);
  return Number(number[10]) === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}
