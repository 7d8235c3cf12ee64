import { wordsOf } from "../fold-text.ts";
import { readCardinal } from "./number-words.ts";

const counted =
  /(?<![\p{L}\p{N}#.,-])(\d{1,2}|\p{L}+)\s?(?:x|×|pcs?|pieces?|items?|units?|stuck|mal|teile?|artikel|pieces?|articles?|piezas?|unidad(?:es)?|articulos?|pecas?|unidades?|artigos?|pezz[io]|articol[io]|stuks?|artikelen|of (?:them|those|these)|davon|von (?:denen|ihnen)|d'entre|de (?:ellos|ellas|eles|deles|delas|essi)|di (?:essi|loro|questi)|ervan|van (?:die|hen))(?![\p{L}\p{N}])/gu;
const soleNumber = /^\D{0,12}?(\d{1,2})\D{0,14}$/u;
const most = 99;

/** How many pieces are meant: "2", "two of them", "3x". A number alone counts only when the quantity was asked for. */
export function parseQuantity(folded: string, expecting?: string): number | undefined {
  for (const [, written = ""] of folded.matchAll(counted)) {
    const number = /^\d/.test(written) ? Number(written) : readCardinal(written);
    if (number !== undefined && number >= 1 && number <= most) return number;
  }
  if (expecting !== "quantity") return undefined;
  const digits = soleNumber.exec(folded)?.[1];
  if (digits !== undefined) return Number(digits) >= 1 ? Number(digits) : undefined;
  const numbers = wordsOf(folded).flatMap((word) => readCardinal(word) ?? []);
  return numbers.length === 1 ? numbers[0] : undefined;
}
