const sixDigits = /(?<![\p{L}\p{N}#+€$£.,-]|[\p{N}][ .-])\d(?:[ .-]?\d){5}(?![\p{L}\p{N}€$£]|[ .,-]\d)/gu;
const cue = /\b(?:code|kode|codigo|codice|pin|otp|bestatigungscode|verification|verificatie)\b/;
const otherCode = /\b(?:promo|discount|rabatt|gutschein|coupon|voucher|zip|postal|korting|descuento|desconto|sconto|reduction)/;

/** A one-time code of six digits, spaces allowed, when one was asked for or the word stands beside it. */
export function parseCode(text: string, folded: string, expecting?: string): string | undefined {
  if (expecting !== "code" && (!cue.test(folded) || otherCode.test(folded))) return undefined;
  const found = [...text.matchAll(sixDigits)].map(([digits]) => digits.replace(/\D/g, ""));
  return found.length === 1 ? found[0] : undefined;
}
