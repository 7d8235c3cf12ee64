import type { TextKey, TextPoint } from "#app/domain/returns/proposal.ts";
import { foldText } from "#app/pipeline/assistant/local/fold-text.ts";
import type { PolicyReading } from "#app/pipeline/assistant/model.ts";
import { amountsIn, daysIn, percentagesIn } from "./figures.ts";
import type { ReadableText } from "./read-text.ts";
import { finalKinds, type ReadingWords, readingWords } from "./reading-words.ts";

const shortestQuote = 8;
const longestQuote = 400;

/**
 * What a model has read, as far as it stands in the text: the sentence letter by letter, the value within the sentence. Everything else
 * is dropped without a word, since it may be invented.
 */
export function heldToText(readings: readonly PolicyReading[], texts: readonly ReadableText[], currencyCode: string): TextPoint[] {
  const known = texts.map(({ language, text }) => ({ language, text: oneSpace(text) }));
  const found = readings.flatMap((reading): TextPoint[] => {
    const quote = oneSpace(reading.quote);
    const place = quote.length >= shortestQuote && quote.length <= longestQuote && known.find(({ text }) => text.includes(quote));
    if (!place) return [];
    const value = valueIn(reading, foldText(quote), place.language, currencyCode);
    return value === null ? [] : [{ key: keyOf(reading.point, value), value, quote }];
  });
  return found.filter((one, at) => found.findIndex(({ key, value }) => key === one.key && value === one.value) === at);
}

const oneSpace = (text: string): string => text.replace(/\s+/g, " ").trim();

const keyOf = (point: PolicyReading["point"], value: string): TextKey => (point === "finalSale" ? `finalSale:${value}` : point);

/** The value as our rules write it, where the sentence holds it; null where it does not. */
function valueIn(
  { point, value: given }: PolicyReading,
  folded: string,
  language: ReadableText["language"],
  currencyCode: string,
): string | null {
  const words = readingWords[language];
  const value = given.trim().toLowerCase();
  const where = (holds: boolean, said = value) => (holds ? said : null);
  switch (point) {
    case "windowDays":
      return where(!words.workingDays.test(folded) && daysIn(folded, language).some(({ days }) => String(days) === value));
    case "windowStartsAt":
      return where(startsIn(value, folded, words));
    case "restockingFeePercentage":
      return where(percentagesIn(folded).includes(value) || (value === "0" && words.restocking.test(folded) && words.not.test(folded)));
    case "returnShippingFee":
      return feeIn(value, folded, words, currencyCode);
    case "photosDamaged":
      return where(words.photos.test(folded) && (value === "some" || (/^[1-4]$/.test(value) && new RegExp(`\\b${value}\\b`).test(folded))));
    case "finalSale":
      // "Gift cards and lingerie stay yours" says so in words of its own; a promise to take them back does not.
      return where(
        ((isRefused(folded, words) || !words.returns.test(folded)) &&
          Object.hasOwn(finalKinds, value) &&
          finalKinds[value]?.test(folded)) ??
          false,
      );
    default:
      return where(wordsFor(point, value, folded, words));
  }
}

function startsIn(value: string, folded: string, words: ReadingWords): boolean {
  return (value === "delivered" || value === "fulfilled" || value === "ordered") && words[value].test(folded);
}

function feeIn(value: string, folded: string, words: ReadingWords, currencyCode: string): string | null {
  const amount = /^\d{1,5}(?:[.,]\d{1,2})?$/.test(value) ? Number(value.replace(",", ".")).toFixed(2) : null;
  if (amount === "0.00") return words.free.test(folded) ? amount : null;
  return amount && amountsIn(folded, currencyCode).includes(amount) ? amount : null;
}

const isRefused = (folded: string, words: ReadingWords): boolean => words.not.test(folded) || words.refused.test(folded);

/** What is said by words alone: the words of the point have to be there, and none that turn them round. */
function wordsFor(point: PolicyReading["point"], value: string, folded: string, words: ReadingWords): boolean {
  const isNot = isRefused(folded, words);
  if (point === "exchange") return words.exchange.test(folded) && (value === "yes" ? !isNot : value === "no" && isNot);
  if (point === "storeCredit")
    return words.credit.test(folded) && !isNot && (value === "yes" || (value === "only" && words.only.test(folded)));
  if (value !== "yes") return false;
  if (point === "feesWaivedForShopFault") return words.fault.test(folded) && !isNot;
  if (point === "shopperPaysReturn") return words.shopperPays.test(folded) || words.returnShipping.test(folded);
  return point === "allFinal" && (words.notAtAll.test(folded) || words.refused.test(folded));
}
