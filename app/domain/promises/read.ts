import { type Language, languages } from "#app/channels/message.ts";
import { type Due, dateNext, dayLater, endOfWeek, minutesOn, type PromiseClock, weekdayNext } from "./days.ts";
import { type PromiseKind, type PromiseWords, promiseKinds, promiseWords } from "./words.ts";

/** Something we have told a shopper that we, or the store, will do by then. */
export type Promised = Due & { about: PromiseKind };

/**
 * The dated promises in what we wrote to one shopper, the earliest of each kind. Rather none than a wrong one: a clause counts
 * only when it says who does what for this shopper by when, and nothing in it says "not", "if", "usually", or the past.
 */
export function readPromises(text: string, clock: PromiseClock): Promised[] {
  const found = new Map<PromiseKind, Promised>();
  for (const sentence of sentencesOf(ownWords(text))) {
    const read = languages.map((language) => readSentence(sentence, language, clock)).find((all) => all.length > 0) ?? [];
    for (const one of read) if (one.dueAt > clock.at && (found.get(one.about)?.dueAt ?? one.dueAt) >= one.dueAt) found.set(one.about, one);
  }
  return [...found.values()];
}

/** Without what is quoted: lines of a mail that is answered, and what stands in quotation marks. */
function ownWords(text: string): string {
  const lines = text.split("\n").filter((line) => !/^\s*>/.test(line));
  return lines.join("\n").replace(/“[^”]*”|"[^"]*"|„[^“”]*[“”]|«[^»]*»|»[^«]*«/gu, " … ");
}

/** A point behind a figure is a date's, "am 12. Juni". */
const sentencesOf = (text: string): string[] => text.split(/\n+|(?<=[!?…])\s+|(?<=[^\d.]\.)\s+/u).filter((one) => !one.includes("?"));

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/\p{Cf}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—]/g, "-");

function readSentence(sentence: string, language: Language, clock: PromiseClock): Promised[] {
  const words = promiseWords[language];
  const text = fold(sentence)
    .replace(words.days.dayAfter, " ~2~ ")
    .replace(/\b(?:no|not) later than\b/, "by");
  if (words.condition.test(text)) return [];
  return text.split(words.clause).flatMap((clause) => {
    const said = clause.trim();
    if (!words.ours.test(said) || words.never.test(said)) return [];
    const about = promiseKinds.find((kind) => words.kinds[kind].test(said));
    if (!about || (about !== "answer" && about !== "other" && !words.personal.test(said))) return [];
    const due = dueIn(said, language, words, clock);
    return due ? [{ about, ...due }] : [];
  });
}

function dueIn(said: string, language: Language, words: PromiseWords, clock: PromiseClock): Due | null {
  const { days, parts } = words;
  const span = spanIn(said, words, clock);
  if (span) return span;
  const date = dateIn(said, language, parts.dated, clock);
  if (date) return date;
  const weekday = names("weekday", language).findIndex((name) => new RegExp(`(?<!${parts.before})\\b${name}\\b`).test(said));
  if (weekday >= 0) return weekdayNext(clock, weekday + 1);
  if (said.includes("~2~")) return dayLater(clock, 2);
  if (days.nextWeek.test(said)) return endOfWeek(clock, 1);
  if (days.weekEnd.test(said)) return endOfWeek(clock, 0);
  // "this afternoon" before "tomorrow": "morgen" is both in no language of ours.
  if (days.today.test(said)) return dayLater(clock, 0);
  return days.tomorrow.test(said) ? dayLater(clock, 1) : null;
}

/** "within 3 to 5 working days": the longer of the two counts. */
function spanIn(said: string, { parts, numbers }: PromiseWords, clock: PromiseClock): Due | null {
  const number = `(\\d{1,3}|${numbers.join("|")})`;
  const units = `(?:(?<working>${parts.workingDays})|(?<minutes>${parts.minutes})|(?<hours>${parts.hours})|(?<days>${parts.days})|(?<weeks>${parts.weeks}))`;
  const found = new RegExp(`\\b(?:${parts.within}) ${number}(?: ?(?:-|to|or|bis|oder|a|ou|o|tot|of) ?${number})? ?${units}\\b`).exec(said);
  if (!found?.groups) return null;
  const written = found[2] ?? found[1] ?? "";
  const count = Number(written) || numbers.findIndex((one) => new RegExp(`^(?:${one})$`).test(written)) + 1;
  if (count === 0 || count > 100) return null;
  const { working, minutes, hours, weeks } = found.groups;
  if (minutes) return minutesOn(clock, count);
  if (hours) return minutesOn(clock, count * 60);
  return working ? dayLater(clock, count, { working: true }) : dayLater(clock, weeks ? count * 7 : count);
}

/** "5 June", "am 12. Juni", "June 5th", "bis 12.6.". */
function dateIn(said: string, language: Language, dated: string | null, clock: PromiseClock): Due | null {
  const month = names("month", language)
    .map((name) => `(${name})`)
    .join("|");
  const [before, after] = [
    `\\b(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)? (?:of |de |di )?(?:${month})\\b`,
    `\\b(?:${month}) (\\d{1,2})(?:st|nd|rd|th)?\\b`,
  ];
  const one = new RegExp(before).exec(said);
  if (one) return dateNext(clock, Number(one[1]), one.slice(2).findIndex(Boolean) + 1);
  const other = language === "en" ? new RegExp(after).exec(said) : null;
  if (other) return dateNext(clock, Number(other[13]), other.slice(1, 13).findIndex(Boolean) + 1);
  const figures = dated === null ? null : new RegExp(`\\b(?:${dated}) (\\d{1,2})[./-](\\d{1,2})(?![\\d])`).exec(said);
  return figures ? dateNext(clock, Number(figures[1]), Number(figures[2])) : null;
}

const named = new Map<string, string[]>();

/** Monday to Sunday, or January to December, folded; the Brazilian days also without "-feira". */
function names(what: "weekday" | "month", language: Language): string[] {
  const key = `${what}:${language}`;
  const format = new Intl.DateTimeFormat(language, { [what]: "long", timeZone: "UTC" });
  const all = named.get(key) ?? Array.from({ length: what === "month" ? 12 : 7 }, (_, index) => nameOf(format, what, index));
  named.set(key, all);
  return all;
}

/** 5 January 1970 was a Monday. */
function nameOf(format: Intl.DateTimeFormat, what: "weekday" | "month", index: number): string {
  const at = what === "month" ? Date.UTC(1970, index, 5) : Date.UTC(1970, 0, 5 + index);
  return fold(format.format(at)).replace("-feira", "(?:-feira)?");
}
