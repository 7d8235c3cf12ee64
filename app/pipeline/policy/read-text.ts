import type { Language } from "#app/channels/message.ts";
import type { TextKey, TextPoint } from "#app/domain/returns/proposal.ts";
import { foldText } from "#app/pipeline/assistant/local/fold-text.ts";
import { amountsIn, daysIn, namesMoney, percentagesIn, startIn } from "./figures.ts";
import { finalKinds, type ReadingWords, readingWords } from "./reading-words.ts";

export type ReadableText = { language: Language; heading: string; text: string };

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const longestQuote = 400;
/** A line of a list that follows "cannot be returned:". */
const longestEntry = 90;

/** The points that a shop's text settles, each value once. By rules alone: what no rule is sure of is left out. */
export function readPolicyText(texts: readonly ReadableText[], currencyCode: string): TextPoint[] {
  const found: (TextPoint & { statute?: true })[] = [];
  for (const { language, heading, text } of texts) {
    const words = readingWords[language];
    const isOfReturns = words.returns.test(foldText(heading));
    let head = "";
    for (const sentence of sentencesOf(text)) {
      const folded = foldText(sentence);
      const isEntry = head !== "" && sentence.length <= longestEntry && !/[.!?]$/.test(sentence);
      if (isEntry) found.push(...finalGoods(folded, `${head} ${sentence}`));
      else {
        head = sentence.endsWith(":") && words.refused.test(folded) ? sentence : "";
        found.push(...pointsOfSentence(sentence, folded, { language, words, isOfReturns, currencyCode }));
      }
    }
  }
  // What the law gives anyway is only told as the shop's window where it grants none of its own.
  const grants = found.some((one) => one.key === "windowDays" && !one.statute);
  const kept = found.filter((one) => !(grants && one.statute));
  const seen = new Set<string>();
  return kept.flatMap(({ key, value, quote }) => {
    const id = `${key}=${value}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ key, value, quote: quote.slice(0, longestQuote) }];
  });
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim().replace(/^[-•*·]\s*/, "")))
    .filter(Boolean);
}

type Context = { language: Language; words: ReadingWords; isOfReturns: boolean; currencyCode: string };

function pointsOfSentence(quote: string, folded: string, context: Context): (TextPoint & { statute?: true })[] {
  const { words } = context;
  const isFault = words.fault.test(folded);
  const points = [
    ...windowPoints(folded, context, isFault),
    ...(isFault ? faultPoints(folded, words) : feePoints(folded, context)),
    ...(isFault ? [] : outcomePoints(folded, words)),
    ...(words.notAtAll.test(folded) ? [{ key: "allFinal" as const, value: "yes" }] : []),
  ].map((point) => ({ ...point, quote }));
  return words.refused.test(folded) ? [...points, ...finalGoods(folded, quote)] : points;
}

/** What is said for orders to the EU alone is the law's, too. */
const inTheUnion = /european union|europaische[nr]? union|union europeenne|union europea|unione europea|europese unie|uniao europeia/;

type Point = { key: TextKey; value: string; statute?: true };

function windowPoints(folded: string, { language, words, isOfReturns }: Context, isFault: boolean): Point[] {
  const isElse = isFault || words.otherDays.test(folded) || words.workingDays.test(folded) || words.holiday.test(folded);
  const isStatute = words.statute.test(folded) || inTheUnion.test(folded);
  if (isElse || kindsIn(folded).length > 0 || !(words.returns.test(folded) || isOfReturns || isStatute)) return [];
  const statute = isStatute && { statute: true as const };
  return daysIn(folded, language).flatMap(({ days, end }) => {
    const start = startIn(folded, end, language);
    return [
      { key: "windowDays" as const, value: String(days), ...statute },
      ...(start ? [{ key: "windowStartsAt" as const, value: start, ...statute }] : []),
    ];
  });
}

/** Where the shop is at fault its words are of that alone, never of what a return costs otherwise. */
function faultPoints(folded: string, words: ReadingWords): Point[] {
  const count = folded.match(/\b([1-4])\s+(?:\p{L}+\s+)?(?:phot|pict|imag|foto|bild|afbeeld)/u)?.[1];
  const isFree = words.shopPays.test(folded) && (words.returnShipping.test(folded) || words.returns.test(folded));
  return [
    ...(words.photos.test(folded) && !words.not.test(folded) ? [{ key: "photosDamaged" as const, value: count ?? "some" }] : []),
    ...(isFree && !words.not.test(folded) ? [{ key: "feesWaivedForShopFault" as const, value: "yes" }] : []),
  ];
}

function feePoints(folded: string, { words, currencyCode }: Context): Point[] {
  const points: Point[] = [];
  const isNot = words.not.test(folded);
  if (words.restocking.test(folded)) {
    const shares = percentagesIn(folded);
    for (const value of shares) points.push({ key: "restockingFeePercentage", value });
    if (shares.length === 0 && isNot && !namesMoney(folded)) points.push({ key: "restockingFeePercentage", value: "0" });
  }
  if (!words.returnShipping.test(folded)) return points;
  const [amounts, isFree] = [amountsIn(folded, currencyCode), words.free.test(folded)];
  // "Free from 50 EUR" names a limit, and no fee.
  if (namesMoney(folded)) {
    if (!isFree && !isNot) for (const value of amounts) points.push({ key: "returnShippingFee", value });
  } else if (isFree) {
    if (!isNot || /\bno (cost|charge)\b/.test(folded)) points.push({ key: "returnShippingFee", value: "0.00" });
  } else if (words.shopperPays.test(folded) && !words.shopPays.test(folded)) points.push({ key: "shopperPaysReturn", value: "yes" });
  return points;
}

function outcomePoints(folded: string, words: ReadingWords): Point[] {
  if (kindsIn(folded).length > 0) return [];
  const isNot = words.not.test(folded) || words.refused.test(folded);
  const points: Point[] = [];
  if (words.credit.test(folded) && !isNot) points.push({ key: "storeCredit", value: words.only.test(folded) ? "only" : "yes" });
  if (words.exchange.test(folded) && !words.only.test(folded)) points.push({ key: "exchange", value: isNot ? "no" : "yes" });
  return points;
}

function kindsIn(folded: string): string[] {
  const kinds = Object.keys(finalKinds).filter((kind) => finalKinds[kind]?.test(folded));
  // "Sale items marked as final sale" are those with that mark, and not all of the sale.
  return kinds.includes("final-sale") ? kinds.filter((kind) => kind !== "sale") : kinds;
}

function finalGoods(folded: string, quote: string): TextPoint[] {
  return kindsIn(folded).map((kind) => ({ key: `finalSale:${kind}` as const, value: kind, quote }));
}
