import type { Language } from "#app/channels/message.ts";
import type { WindowStart } from "#app/domain/returns/policy-types.ts";
import { numberWords, readingWords } from "./reading-words.ts";

/** The figures of one sentence, folded. Each is found with its unit, so that a figure of another matter is none of these. */

const percent = /(?<![\d.,-])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent|prozent|pour ?cent|por ?ciento|por ?cento|per ?cento|procent)/g;
/** "5 to 10 days" is a span of something that takes time, and no window. */
const noSpan = String.raw`(?<![\d.,])(?<!\d\s?[-–/]\s?)(?<!\d (?:to|bis|a|tot|ate|or|oder) )`;
const noWorkdays = String.raw`(?!\s+(?:ouvr|habil|laborab|lavorativ|uteis))`;
const unitsOf = new Map<Language, { pattern: RegExp; times: number }[]>();

/** Calendar days, in whatever unit they are written: "two weeks" are 14, "a month" is 30. Where each of them ends is told, too. */
export function daysIn(folded: string, language: Language): { days: number; end: number }[] {
  return patternsFor(language).flatMap(({ pattern, times }) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const word = match[1] ?? "";
      const count = /^\d/.test(word) ? Number(word) : (numberWords[language][word] ?? 1);
      const days = count * times;
      return days >= 1 && days <= 365 ? [{ days, end: (match.index ?? 0) + match[0].length }] : [];
    }),
  );
}

function patternsFor(language: Language): { pattern: RegExp; times: number }[] {
  const known = unitsOf.get(language);
  if (known) return known;
  const { days, weeks, months, one } = readingWords[language];
  const numbers = `(?<![\\p{L}-])(?:${Object.keys(numberWords[language]).join("|")})`;
  const build = (unit: RegExp, times: number, single: boolean) => ({
    pattern: new RegExp(
      `${noSpan}(\\d{1,3}|${numbers}${single ? `|${one.source}` : ""})\\)?[\\s-]*(?:full |volle |ganze )?(?:${unit.source})(?!\\p{L})${noWorkdays}`,
      "gu",
    ),
    times,
  });
  const built = [build(days, 1, false), build(weeks, 7, true), build(months, 30, true)];
  unitsOf.set(language, built);
  return built;
}

export function percentagesIn(folded: string): string[] {
  const found = [...folded.matchAll(percent)].map((match) => Number((match[1] ?? "").replace(",", ".")));
  return [...new Set(found.filter((one) => one <= 100).map(String))];
}

const currencyNames: Record<string, string> = { EUR: "euros?", USD: "dollars?", CAD: "dollars?", AUD: "dollars?", GBP: "pounds?" };
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Amounts in the shop's own currency, as "4.90"; those of another currency are no figures of its rules. */
export function amountsIn(folded: string, currencyCode: string): string[] {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode, currencyDisplay: "narrowSymbol" }).formatToParts(
    0,
  );
  const symbol = parts.find((part) => part.type === "currency")?.value.toLowerCase() ?? currencyCode.toLowerCase();
  const code = currencyCode.toLowerCase();
  const names = [
    escaped(symbol),
    `\\b${code}\\b`,
    ...(currencyNames[currencyCode] ? [`\\b(?:${currencyNames[currencyCode]})\\b`] : []),
  ].join("|");
  const number = "(\\d{1,5}(?:[.,]\\d{1,2})?)(?![\\d%])(?![.,]\\d)";
  const before = new RegExp(`(?:${names})\\s?${number}`, "g");
  const after = new RegExp(`(?<![\\d.,])${number}\\s?(?:${names.replaceAll("\\b", "")})(?!\\p{L})`, "gu");
  const found = [...folded.matchAll(before), ...folded.matchAll(after)].map((match) => twoDigits(match[1] ?? "0"));
  return [...new Set(found)];
}

/** "4,9" → "4.90" */
function twoDigits(text: string): string {
  const [whole = "0", cents = ""] = text.replace(",", ".").split(".");
  return `${Number(whole)}.${cents.padEnd(2, "0")}`;
}

/** Any amount with a sign of a currency, whichever. */
export const namesMoney = (folded: string): boolean =>
  /[€$£¥]\s?\d|\d\s?[€$£¥]|\d\s?(?:eur|usd|gbp|chf|brl|sek|dkk|nok|pln|euros?|dollars?)\b|\b(?:eur|usd|gbp|chf|brl)\s?\d/.test(folded);

const from =
  /(?<!\p{L})(?:of|from|after|since|following|upon|ab|nach|seit|von|vom|apres|a compter|a partir|suivant|de|du|depuis|des|desde|tras|despues|siguientes|posteriores|a contar|dal\p{L}*|dopo|da|della|na|vanaf|sinds|apos|do|depois|contados)(?!\p{L})/u;
const aim = /[,;:(]|(?<!\p{L})(?:pour|to|para|per|om|um|zu)(?!\p{L})/u;

/** From when a window counts: what follows "of", "ab", "après" behind its days; else a delivery that the sentence names. */
export function startIn(folded: string, end: number, language: Language): WindowStart | undefined {
  const { delivered, fulfilled, ordered } = readingWords[language];
  const [tail = ""] = folded.slice(end, end + 90).split(aim);
  const at = tail.search(from);
  const said = at < 0 ? "" : tail.slice(at);
  if (delivered.test(said)) return "delivered";
  if (fulfilled.test(said)) return "fulfilled";
  if (ordered.test(said)) return "ordered";
  return delivered.test(folded) && !fulfilled.test(folded) ? "delivered" : undefined;
}
