import type { Language } from "#app/channels/message.ts";
import { calendarDay, dayToDate } from "#app/domain/returns/calendar.ts";

type DateContext = { language: Language; now: Date; timeZone: string };

/** A day inside a sentence: "yesterday", "Thursday", "on Tue 14 May", each with the word its language puts before it. */
export function sayDay(at: Date, context: DateContext): string {
  return sayCalendarDay(calendarDay(at, context.timeZone), context);
}

/** The same for a calendar day that is known without an hour, such as the last day of a window. */
export function sayCalendarDay(day: number, context: DateContext): string {
  const { text, kind } = nameDay(day, context);
  if (kind === "relative") return text;
  return prepositions[context.language](text, kind);
}

/** A day that stands alone, as beside a dot of the timeline: "Yesterday", "Thursday", "Tue 14 May". */
export function labelDay(at: Date, context: DateContext): string {
  const { text } = nameDay(calendarDay(at, context.timeZone), context);
  return text.charAt(0).toLocaleUpperCase(context.language) + text.slice(1);
}

/** "09:00", as the language writes it. */
export function sayClock(at: Date, { language, timeZone }: DateContext): string {
  return new Intl.DateTimeFormat(locales[language], { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
}

type DayKind = "relative" | "weekday" | "date";

function nameDay(day: number, context: DateContext): { text: string; kind: DayKind } {
  const distance = day - calendarDay(context.now, context.timeZone);
  if (Math.abs(distance) <= 1) {
    return { text: new Intl.RelativeTimeFormat(context.language, { numeric: "auto" }).format(distance, "day"), kind: "relative" };
  }
  const locale = locales[context.language];
  const date = dayToDate(day);
  if (Math.abs(distance) <= 6) {
    return { text: new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(date), kind: "weekday" };
  }
  const sameYear = date.getUTCFullYear() === dayToDate(day - distance).getUTCFullYear();
  const format = new Intl.DateTimeFormat(locale, {
    ...(sameYear ? { weekday: "short" } : { year: "numeric" }),
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return { text: format.format(date), kind: "date" };
}

const locales: Record<Language, string> = { en: "en-GB", de: "de", fr: "fr", es: "es", pt: "pt-BR", it: "it", nl: "nl" };

/** What stands before a weekday or a date in a sentence. */
const prepositions: Record<Language, (text: string, kind: DayKind) => string> = {
  en: (text, kind) => (kind === "date" ? `on ${text}` : text),
  de: (text) => `am ${text}`,
  fr: (text, kind) => (kind === "date" ? `le ${text}` : text),
  es: (text) => `el ${text}`,
  pt: (text, kind) => (kind === "date" ? `em ${text}` : `${/^(s[áa]b|dom)/.test(text) ? "no" : "na"} ${text}`),
  it: (text, kind) => (kind === "date" ? `il ${text}` : text),
  nl: (text) => `op ${text}`,
};
