import { phrases, type SlotText } from "./text.ts";

/** Shapes that only parcels have: UPS, the postal unions' S10, DHL. */
const knownShapes = [
  /\b1Z[0-9A-Z]{16}\b/,
  /\b[A-Z]{2}\d{9}[A-Z]{2}\b/,
  /\bJ[VJ][A-Z]{1,2}\d{10,20}\b/,
  /\b3S[A-Z0-9]{10,15}\b/,
  /(?<![\d+#])00340\d{15}(?!\d)/,
];
const cue = phrases(
  "tracking|tracking number|track|sendungsnummer|sendung|paketnummer|suivi|seguimiento|rastreo|rastreamento|rastreio|tracciamento|spedizione|volgnummer|track en trace|trackingnummer",
);
const afterCue = /(?<![\p{L}\p{N}#@.])(?=[A-Z0-9]*\d{4})[A-Z0-9]{8,30}(?![\p{L}\p{N}@])/u;
const longNumber = /(?<![\d+#@.,])\d{12,22}(?![\d@]|[.,]\d)/;

/** A carrier's number: of a known shape, long digits, or what stands beside "tracking number". */
export function trackingNumberIn({ original, folded }: SlotText): string | undefined {
  const upper = original.toUpperCase();
  for (const shape of knownShapes) {
    const found = shape.exec(upper);
    if (found) return found[0];
  }
  const found = (cue.test(folded) ? afterCue.exec(upper) : null) ?? longNumber.exec(upper);
  return found?.[0];
}
