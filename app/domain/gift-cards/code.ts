/** What is left of a code in a message: enough to tell cards apart. */
export const marked = "••••";

/** A gift card's word in the languages we speak, on folded text. */
export const giftCardWord =
  "(?:gift ?(?:card|voucher|certificate|coupon)s?|store (?:card|voucher)s?|geschenk ?(?:karte|gutschein)\\w*|gutschein\\w*|cartes? cadeaux?|(?:bon|cheque)s? cadeaux?|" +
  "(?:tarjeta|vale|bono|cheque)s? (?:de )?regalo|(?:cartao|cartoes|vale|vales|cheque) (?:de )?(?:presente|oferta)|cart[ae] regalo|buon[io] regalo|" +
  "cadeau ?(?:bon|kaart|card)\\w*)";
const named = new RegExp(`(?<![a-z])${giftCardWord}(?![a-z])`);

/** Lower case, without accents, hyphens read as blanks. The same length as the text in most cases, but not to be relied on. */
export function foldedWords(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").replaceAll("ß", "ss").toLowerCase().replaceAll(/[-‐‑]/g, " ");
}

/** Groups of four, as Shopify prints a code; words of four letters may stand before and behind it. */
const grouped = /(?<![\p{L}\p{N}])(?:[a-z\d]{4}[ -]){3,}[a-z\d]{4}(?![\p{L}\p{N}])/giu;
/** In one piece. A merchant's own are left alone below twelve signs: discount codes look like them, and open no purse. */
const joined = /(?<![\p{L}\p{N}#@.])[a-z\d]{12,20}(?![\p{L}\p{N}@])/giu;

/**
 * The text with the codes of gift cards cut to their ends. Where a card is spoken of, anything of that shape is one; elsewhere only
 * what has letters and figures mixed as no order or tracking number has.
 */
export function withoutGiftCodes(text: string): string {
  if (!/\d/.test(text)) return text;
  const ofCard = named.test(foldedWords(text));
  return text
    .replace(grouped, (run) => cutGroups(run, ofCard))
    .replace(joined, (code) =>
      isMixed(code) && (ofCard ? changes(code) >= 2 : code.length === 16 && changes(code) >= 4) ? cut(code) : code,
    );
}

const cut = (code: string): string => `${marked}${code.slice(-4)}`;

/** Of the groups in a row, the four that look most like a code. */
function cutGroups(run: string, ofCard: boolean): string {
  const groups = run.split(/[ -]/);
  const figures = (from: number) => groups.slice(from, from + 4).filter((group) => /\d/.test(group)).length;
  const starts = groups.slice(3).map((_, from) => from);
  const from = starts.reduce((best, one) => (figures(one) > figures(best) ? one : best), 0);
  const code = groups.slice(from, from + 4).join("");
  if (!isMixed(code) || (!ofCard && changes(code) < 4)) return run;
  // Each group has four signs and one behind it.
  return `${run.slice(0, from * 5)}${cut(code)}${run.slice(from * 5 + 19)}`;
}

/** Whether a code stood here before it was cut. */
export function heldGiftCode(text: string): boolean {
  return new RegExp(`${marked}[a-z\\d]{4}(?![\\p{L}\\p{N}])`, "iu").test(text);
}

const isMixed = (code: string): boolean => /\d/.test(code) && /[a-z]/i.test(code);

/** How often letters turn into figures or back. */
function changes(code: string): number {
  const kinds = [...code.replaceAll(/[ -]/g, "")].map((sign) => /\d/.test(sign));
  return kinds.filter((kind, n) => n > 0 && kind !== kinds[n - 1]).length;
}
