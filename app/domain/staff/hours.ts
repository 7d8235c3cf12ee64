import { DateTime } from "luxon";

/** "09:00" to "17:30", in the shop's own time. */
export type DayHours = { from: string; until: string };
/** Monday first; null: closed. Holidays as "2026-12-25". */
export type WorkingHours = { week: (DayHours | null)[]; holidays: string[] };

/** So far ahead an opening is looked for; days. */
const mostAhead = 60;

type Span = { start: DateTime; end: DateTime };

/** Is somebody there at this moment? */
export function isOpenAt(hours: WorkingHours, at: Date, timeZone: string): boolean {
  const moment = DateTime.fromJSDate(at, { zone: timeZone });
  const span = spanOf(hours, moment);
  return span !== null && span.start <= moment && moment < span.end;
}

/** When somebody is there next; the moment itself when somebody is there now, null when nobody is for two months. */
export function nextOpening(hours: WorkingHours, at: Date, timeZone: string): Date | null {
  return minutesLater(hours, at, 0, timeZone);
}

/** The moment by which so many working minutes have passed; null when they do not within two months. */
export function minutesLater(hours: WorkingHours, at: Date, minutes: number, timeZone: string): Date | null {
  const begin = DateTime.fromJSDate(at, { zone: timeZone });
  let left = minutes;
  for (let ahead = 0; ahead <= mostAhead; ahead += 1) {
    const span = spanOf(hours, begin.plus({ days: ahead }));
    if (!span) continue;
    const start = DateTime.max(span.start, begin);
    const there = span.end.diff(start).as("minutes");
    if (there <= 0) continue;
    if (left <= there) return start.plus({ minutes: left }).toJSDate();
    left -= there;
  }
  return null;
}

/** When that day opens and closes; null when it does not. On the day the clocks change it keeps what the clock on the wall says. */
function spanOf({ week, holidays }: WorkingHours, day: DateTime): Span | null {
  const hours = week[day.weekday - 1];
  if (!hours || holidays.includes(day.toISODate() ?? "")) return null;
  const at = (clock: string) => {
    const [hour = 0, minute = 0] = clock.split(":").map(Number);
    return day.startOf("day").set({ hour, minute });
  };
  return { start: at(hours.from), end: hours.until === "24:00" ? day.plus({ days: 1 }).startOf("day") : at(hours.until) };
}
