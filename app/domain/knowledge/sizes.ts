const letterSize = /^(?:x{1,4}s|xs|s|m|l|x{1,5}l|pp|gg|xg|[2-5]xl|[23]xs)$/;
const named: Record<string, string> = { small: "S", medium: "M", large: "L", "x-large": "XL", "x-small": "XS", "extra-large": "XL" };

/** Sizes of Brazil by their names elsewhere. */
const brazilian: Record<string, string> = { PP: "XS", P: "S", G: "L", GG: "XL", XG: "2XL" };

/** "M" for "m" and for "Medium": the letters of a size in a folded word. A number is none here. */
export function letterSizeOf(word: string): string | undefined {
  return letterSize.test(word) ? word.toUpperCase() : named[word];
}

/** The same for two spellings of one size: "2XL" and "XXL", "Large" and "L", "42,0" and "42". Undefined for what is no size. */
export function sizeKey(written: string): string | undefined {
  const word = written.trim().toLowerCase();
  const letters = letterSizeOf(word) ?? (/^[pg]$/.test(word) ? word.toUpperCase() : undefined);
  if (letters) return (brazilian[letters] ?? letters).replace(/^X{2,}(?=[SL])/, (all) => `${all.length}X`);
  const number = /^(?:(?:eu|eur)\s?)?((?:(?:uk|us)\s?)?\d{1,3}(?:[.,]\d)?(?:\/\d{2})?)$/.exec(word)?.[1];
  return number?.replace(",", ".").replace(/\.0$/, "").replace(/\s/g, "");
}
