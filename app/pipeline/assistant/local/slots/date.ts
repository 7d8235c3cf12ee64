import type { Language } from "#app/channels/message.ts";
import { calendarDay } from "#app/domain/returns/calendar.ts";
import {
  countPattern,
  countWords,
  dayCue,
  future,
  monthOf,
  monthPattern,
  needed,
  onlyIn,
  past,
  relativeDays,
  relativeIn,
  shortWeekday,
  shortWeekdays,
  units,
  weekdayOf,
  weekdayPattern,
} from "./date-words.ts";
import { evenPhrases, type Found, type Line } from "./line.ts";

/** When and where words like "yesterday" are said. */
export type Today = { now: Date; timeZone: string };
type Spoken = Today & { language: Language };

const dayMilliseconds = 86_400_000;
const none = "(?![\\p{L}\\p{N}]|[.,/:-]\\d)";
const iso = /(?<![\d/.-])(20\d\d)-(\d\d)-(\d\d)(?!\d|-\d)/gu;
const figures = new RegExp(`(?<![\\p{L}\\d/.,#+-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(20\\d\\d|\\d\\d)${none}`, "gu");
/** "3.3." and, behind a word such as "on", "3/11". */
const withoutYear = new RegExp(`(?<![\\p{L}\\d/.,#+-])(\\d{1,2})([./])(\\d{1,2})(\\.(?!\\d))?${none}`, "gu");
const dayMonth = evenPhrases(
  `(\\d{1,2})(?:st|nd|rd|th|er|ère|\\.|º|°|ª|e|de)?\\s{0,2}(?:of |de |di |d'|dello |del mes de )?(${monthPattern})\\.?(?:,?\\s{1,2}(?:de |del |do )?(20\\d\\d))?`,
  "gu",
);
const monthDay = evenPhrases(`(${monthPattern})\\.?\\s{1,2}(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s{1,2}(20\\d\\d))?`, "gu");
const weekday = evenPhrases(weekdayPattern, "gu");
const counts = `(\\d{1,2}|${countPattern})(?:\\sof|\\spaar)?`;
const spans = units.map(([unit, words]) => ({
  unit,
  ago: evenPhrases(`${counts}\\s(?:${words})\\s(?:ago|back|fa|geleden|atrás|atras)`, "gu"),
  since: evenPhrases(
    `(?:vor|il y a|hace|hace como|há|faz)\\s(?:etwa |circa |environ |unos |unas |cerca de |about )?${counts}\\s(?:${words})`,
    "gu",
  ),
  ahead: evenPhrases(`(?:in|dans|dentro de|daqui a|tra|fra|over)\\s${counts}\\s(?:${words})`, "gu"),
}));
const cheap = new RegExp(
  `\\d[./-]\\s?\\d|\\d{1,2}(?:st|nd|rd|th|er|\\.|º|°)?\\s{0,2}(?:of |de |di |d')?(?:${monthPattern})|(?:${monthPattern})\\.?\\s(?:the )?\\d|${weekdayPattern}|segunda|terca|quarta|quinta|sexta`,
  "u",
);
const wordHint =
  /day|morrow|tmrw|night|morning|gestern|morgen|heute|hier|demain|jourd|matin|soir|ayer|noche|antier|manan|hoy|ontem|amanha|hoje|ieri|domani|oggi|stamatt|gister|vandaag|vanavond|ago|back|fa(?!\p{L})|geleden|atras|vor |il y a|hace|ha |faz|in |dans|dentro|daqui|tra |fra |over /u;

type Candidate = Found<string>;

/** Nobody names more days before one that there is; floods of them are not read to their end. */
const mostMatches = 6;

function firstOf(even: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of even.matchAll(pattern)) {
    if (found.push(match) === mostMatches) break;
  }
  return found;
}

/** The first day that is named, as YYYY-MM-DD. A month or week alone is no day. */
export function dateIn(line: Line, language: Language, when: Today): Found<string> | undefined {
  const { even } = line;
  const today = { ...when, language };
  const isWritten = cheap.test(even);
  if (!isWritten && !wordHint.test(even)) return undefined;
  const found = [...(isWritten ? calendarDates(line, today) : []), ...relativeDates(even, today)];
  return found.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}

function calendarDates({ even, written }: Line, today: Spoken): Candidate[] {
  const { language } = today;
  const found: (Candidate | undefined)[] = [];
  const whole = (match: RegExpMatchArray, value: string | undefined) =>
    value === undefined ? undefined : { value, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length };
  for (const match of firstOf(even, iso)) found.push(whole(match, dayOf(Number(match[1]), Number(match[2]), Number(match[3]))));
  for (const match of firstOf(even, figures)) {
    const { day, month } = inOrder(Number(match[1]), Number(match[3]), today);
    found.push(whole(match, dayOf(fullYear(match[4]), month, day)));
  }
  for (const match of firstOf(even, withoutYear)) {
    if (!match[4] && !isBehind(even, match.index, dayCue)) continue;
    if (match[2] === "." && !match[4] && language !== "de") continue;
    const { day, month } = inOrder(Number(match[1]), Number(match[3]), today);
    found.push(whole(match, nearest(even, match.index, match.index + match[0].length, month, day, today)));
  }
  for (const match of firstOf(even, dayMonth)) {
    if (onlyIn[match[2] ?? ""]?.includes(language) === false) continue;
    found.push(whole(match, named(even, match, match[2], match[1], match[3], today)));
  }
  for (const match of firstOf(even, monthDay)) {
    const isName = language === "en" && (match[1] !== "may" || written[match.index] === "M") && match[1] !== "mar";
    if (isName) found.push(whole(match, named(even, match, match[1], match[2], match[3], today)));
  }
  for (const match of firstOf(even, weekday))
    found.push(whole(match, weekdayNear(even, match.index, match[0].length, weekdayOf(match[0]), today)));
  if (language === "pt") {
    for (const match of firstOf(even, shortWeekday)) {
      const day = shortWeekdays.indexOf(match[1] ?? match[2] ?? "") + 1;
      if (!/^\s?-?feira/.test(even.slice(match.index + match[0].length)))
        found.push(whole(match, weekdayNear(even, match.index, match[0].length, day, today)));
    }
  }
  return found.filter((one) => one !== undefined);
}

function relativeDates(even: string, today: Spoken): Candidate[] {
  const found: Candidate[] = [];
  const add = (match: RegExpMatchArray, at: number) => {
    const start = match.index ?? 0;
    found.push({ value: isoOf(at), start, end: start + match[0].length });
  };
  for (const { days, pattern } of [...relativeDays, ...(relativeIn[today.language] ?? [])]) {
    const match = pattern.exec(even);
    // "Pasado mañana" holds "mañana": what is found first and longer stands.
    if (match && !found.some((one) => one.start <= match.index && one.end > match.index))
      add(match, todayIn(today) + days * dayMilliseconds);
  }
  for (const { unit, ago, since, ahead } of spans) {
    for (const [pattern, sign] of [
      [ago, -1],
      [since, -1],
      [ahead, 1],
    ] as const) {
      const match = even.matchAll(pattern).next().value;
      const count = match && (countWords[match[1] ?? ""] ?? Number(match[1]));
      if (match && count) add(match, moved(todayIn(today), unit, sign * count));
    }
  }
  return found;
}

function moved(from: number, unit: "day" | "week" | "month", count: number): number {
  if (unit !== "month") return from + count * (unit === "week" ? 7 : 1) * dayMilliseconds;
  const date = new Date(from);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay));
}

/**
 * Day first, as most of the world writes. In English month first where the shop is on American time, and whenever the
 * second figure can be no month.
 */
function inOrder(first: number, second: number, { language, timeZone }: Spoken): { day: number; month: number } {
  const american = language === "en" && timeZone.startsWith("America/");
  const monthFirst = second > 12 || (american && first <= 12);
  return monthFirst ? { day: second, month: first } : { day: first, month: second };
}

function named(even: string, match: RegExpMatchArray, month = "", day = "", year: string | undefined, today: Spoken): string | undefined {
  const number = monthOf(month);
  if (!number) return undefined;
  return year
    ? dayOf(Number(year), number, Number(day))
    : nearest(even, match.index ?? 0, (match.index ?? 0) + match[0].length, number, Number(day), today);
}

/** A day without a year: the last one where the words speak of the past, the next one of the future, else the nearer. */
function nearest(even: string, at: number, end: number, month: number, day: number, today: Spoken): string | undefined {
  const now = todayIn(today);
  const year = new Date(now).getUTCFullYear();
  const days = [year - 1, year, year + 1].flatMap((one) => dayOf(one, month, day) ?? []);
  const [before, after] = [days.filter((one) => one <= isoOf(now)).at(-1), days.find((one) => one >= isoOf(now))];
  const direction = directionAt(even, at, end, today);
  if (!before || !after || direction === "past") return before ?? after;
  if (direction === "future") return after;
  return now - Date.parse(before) < Date.parse(after) - now ? before : after;
}

function weekdayNear(even: string, at: number, length: number, wanted: number | undefined, today: Spoken): string | undefined {
  if (wanted === undefined) return undefined;
  const now = todayIn(today);
  const ahead = (wanted - new Date(now).getUTCDay() + 7) % 7;
  const behind = even.slice(at + length, at + length + 12);
  const isPast = /^\s(?:dernier|passe|pasad|passad|scors|ultim)/.test(behind);
  const isFuture = /^\s(?:prochain|proxim|que v|prossim)/.test(behind);
  const direction = isPast ? "past" : isFuture ? "future" : directionAt(even, at, at + length, today);
  const isSaid =
    isPast ||
    isFuture ||
    /(?:last|next|letzte|nachste|vergangene|kommende|vorige|ultim|proxim|afgelopen|volgende)\p{L}*\s$/u.test(even.slice(0, at));
  if (direction === "past") return isoOf(now - (ahead === 0 && !isSaid ? 0 : 7 - ahead) * dayMilliseconds);
  return isoOf(now + (ahead === 0 && isSaid ? 7 : ahead) * dayMilliseconds);
}

/** By the nearest word in front of the day, else by one behind it in the same sentence. */
function directionAt(even: string, at: number, end: number, { language }: Spoken): "past" | "future" | undefined {
  const before =
    even
      .slice(Math.max(0, at - 60), at)
      .split(/[.!?\n]\s/)
      .at(-1) ?? "";
  const after = even.slice(end, end + 60).split(/[.!?\n](?:\s|$)/)[0] ?? "";
  if (needed.test(before) || needed.test(after)) return "future";
  const [lastPast, lastFuture] = [lastIndex(before, past[language]), lastIndex(before, future[language])];
  if (lastPast !== lastFuture) return lastPast > lastFuture ? "past" : "future";
  if (after.search(past[language]) >= 0) return "past";
  return after.search(future[language]) >= 0 ? "future" : undefined;
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

function isBehind(even: string, at: number, cue: RegExp): boolean {
  const word = /([\p{L}']+)\s{1,2}(?:dem |the )?$/u.exec(even.slice(Math.max(0, at - 20), at))?.[1];
  return word !== undefined && cue.test(word);
}

const fullYear = (written = ""): number => (written.length === 2 ? 2_000 + Number(written) : Number(written));

/** Undefined for the 31st of February. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
  return exists ? isoOf(date.getTime()) : undefined;
}

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Midnight (UTC) of the day that it is in the time zone. */
const todayIn = ({ now, timeZone }: Today): number => calendarDay(now, timeZone) * dayMilliseconds;
