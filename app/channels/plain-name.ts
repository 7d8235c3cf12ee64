const unseen = /[\u{e0000}-\u{e007f}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const beginning = /(?:[a-z][a-z0-9+.-]*:)?\/\/+/gi;
const dotInside = /(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu;

/**
 * A title, name or subject that somebody else wrote as plain words on one line. They are shown to shoppers in messages whose links we answer for,
 * and chat apps make a link of whatever looks like an address: "www.shop.example" becomes "www. shop. example".
 */
export function plainName(text: string): string {
  return text
    .replace(unseen, "")
    .replace(/\p{Cc}+/gu, " ")
    .replace(beginning, " ")
    .replace(dotInside, ". ")
    .replace(/\s{2,}/g, " ")
    .trim();
}
