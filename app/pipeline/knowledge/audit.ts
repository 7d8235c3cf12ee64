import type { Language } from "#app/channels/message.ts";
import { countIn } from "#app/flows/item-words.ts";
import { foldText, wordsOf } from "#app/pipeline/assistant/local/fold-text.ts";
import { termsOf } from "./terms.ts";

/** Where a sentence stands. */
export type Place = { sourceId: string; title: string; url: string | null };
/** A sentence that says how much or how long. */
export type Claim = Place & { quote: string; unit: string; values: number[]; about: ReadonlySet<string> };
export type Contradiction = { one: Claim; other: Claim };
export type AuditedPassage = Place & { language: Language; heading: string; text: string };

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
/** Units that a shop and its customers count in, with how many of the smallest each is; in our seven languages, folded. */
const units: { unit: string; times: number; words: RegExp }[] = [
  { unit: "days", times: 1, words: /\b(?:day|days|tag|tage|tagen|jour|jours|dia|dias|giorno|giorni|dag|dagen)\b/ },
  { unit: "days", times: 7, words: /\b(?:week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken)\b/ },
  { unit: "months", times: 1, words: /\b(?:month|months|monat|monate|monaten|mois|mes|meses|mese|mesi|maand|maanden)\b/ },
  { unit: "years", times: 1, words: /\b(?:year|years|jahr|jahre|jahren|an|ans|ano|anos|anno|anni|jaar)\b/ },
  { unit: "money", times: 1, words: /(?:€|£|\$|\b(?:eur|usd|gbp|chf|euro|euros)\b)/ },
  { unit: "percent", times: 1, words: /(?:%|\b(?:percent|prozent|pour cent|por ciento|por cento|per cento|procent)\b)/ },
];
/** Words between a number and its unit: "three working days". */
const reach = 3;
/** So much of what two sentences are about must be the same for their numbers to contradict each other. */
const sameMatter = 0.5;

/** What the passages claim in numbers. */
export function claimsOf(passages: AuditedPassage[]): Claim[] {
  return passages.flatMap(({ heading, text, language, ...place }) =>
    [...sentences.segment(text)].flatMap(({ segment }) => {
      const about = new Set(
        termsOf(`${heading} ${segment}`, language).flatMap(({ units: all }) => all.filter((unit) => !/^\d/.test(unit))),
      );
      return numbersIn(segment).map(({ unit, values }) => ({ ...place, quote: segment.trim(), unit, values, about }));
    }),
  );
}

/** Claims of two places on the same matter whose numbers have none in common; the likest first. */
export function contradictionsIn(claims: Claim[]): Contradiction[] {
  const weigh = rarityAmong(claims);
  const found: (Contradiction & { likeness: number })[] = [];
  for (const [at, one] of claims.entries()) {
    for (const other of claims.slice(at + 1)) {
      if (one.sourceId === other.sourceId || one.unit !== other.unit || one.values.some((value) => other.values.includes(value))) continue;
      const likeness = likenessOf(one.about, other.about, weigh);
      if (likeness >= sameMatter) found.push({ one, other, likeness });
    }
  }
  return found.toSorted((a, b) => b.likeness - a.likeness).map(({ one, other }) => ({ one, other }));
}

/** What few sentences hold says more about their matter: "express" more than "delivery". */
function rarityAmong(claims: Claim[]): (unit: string) => number {
  const counts = new Map<string, number>();
  for (const { about } of claims) for (const unit of about) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return (unit) => Math.log(1 + claims.length / (counts.get(unit) ?? 1));
}

/** How much of the shorter of two sentences is said in the other, too; 0–1. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>, weigh: (unit: string) => number): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size < 3) return 0;
  const sum = (units: string[]) => units.reduce((total, unit) => total + weigh(unit), 0);
  return sum([...small].filter((unit) => large.has(unit))) / sum([...small]);
}

/** Numbers with their unit, all of one unit together: "two to three working days" → days 2, 3. */
function numbersIn(sentence: string): { unit: string; values: number[] }[] {
  const words = foldText(sentence).match(/\d+(?:[.,]\d+)?|[\p{L}]+|[€£$%]/gu) ?? [];
  const found = new Map<string, number[]>();
  words.forEach((word, at) => {
    const value = /^\d/.test(word) ? Number(word.replace(",", ".")) : countIn(wordsOf(word));
    if (value === undefined) return;
    const near = [...words.slice(at + 1, at + 1 + reach + 2), ...words.slice(Math.max(0, at - 1), at)].join(" ");
    const unit = units.find((one) => one.words.test(near));
    if (unit) found.set(unit.unit, [...(found.get(unit.unit) ?? []), value * unit.times]);
  });
  return [...found].map(([unit, values]) => ({ unit, values }));
}
