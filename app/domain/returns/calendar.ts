const millisecondsPerDay = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day an instant falls on in a zone, as days since 1970: windows and "yesterday" count calendar days, not hours. */
export function calendarDay(at: Date, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  const parts = format.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / millisecondsPerDay;
}

/** Noon UTC of a calendar day: safe to format with `timeZone: "UTC"` only. */
export function dayToDate(day: number): Date {
  return new Date(day * millisecondsPerDay + millisecondsPerDay / 2);
}
