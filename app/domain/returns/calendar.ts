const millisecondsPerDay = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** Every zone of today is off UTC by whole quarters of an hour, so that one holds only one day. The oldest zones were not. */
const quarter = 900_000;
const quartersHoldSince = Date.UTC(1980, 0, 1);
const mostKept = 20_000;
const kept = new Map<string, Map<number, number>>();

/** The calendar day an instant falls on in a zone, as days since 1970: windows and "yesterday" count calendar days, not hours. */
export function calendarDay(at: Date, timeZone: string): number {
  const time = at.getTime();
  if (!(time >= quartersHoldSince)) return countedDay(at, timeZone);
  const days = kept.get(timeZone) ?? new Map<number, number>();
  kept.set(timeZone, days);
  const key = Math.floor(time / quarter);
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size >= mostKept) days.clear();
  const day = countedDay(at, timeZone);
  days.set(key, day);
  return day;
}

function countedDay(at: Date, timeZone: string): number {
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
