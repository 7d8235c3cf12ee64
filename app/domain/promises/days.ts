import { DateTime } from "luxon";
import { minutesLater, type WorkingHours } from "#app/domain/staff/hours.ts";

/** Whose clock and whose working days a promise is counted by. */
export type PromiseClock = { at: Date; timeZone: string; hours?: WorkingHours };
/** `wholeDay`: until the day is over; else a moment. */
export type Due = { dueAt: Date; wholeDay: boolean };

const quarter = 15 * 60_000;
const hour = 4 * quarter;
/** When staff see a promise of a day at the latest, and when the shopper is told where a shop has no hours. */
const morning = 9;
const afternoon = 17;

const local = (at: Date, timeZone: string): DateTime => DateTime.fromJSDate(at, { zone: timeZone });

/** The end of a day so many days on; `working`: of those on which the shop works, Monday to Friday where it has set none. */
export function dayLater(clock: PromiseClock, days: number, { working = false } = {}): Due {
  let day = local(clock.at, clock.timeZone);
  for (let left = days; left > 0; ) {
    day = day.plus({ days: 1 });
    if (!working || isWorkday(day, clock.hours)) left -= 1;
  }
  return endOf(day);
}

/** The end of the next such weekday, Monday 1; said on that weekday, of the next week. */
export function weekdayNext({ at, timeZone }: PromiseClock, weekday: number): Due {
  const today = local(at, timeZone);
  return endOf(today.plus({ days: (weekday - today.weekday + 7) % 7 || 7 }));
}

/** The Friday of this week, or of one later; on a weekend its Sunday. */
export function endOfWeek({ at, timeZone }: PromiseClock, weeksLater: number): Due {
  const today = local(at, timeZone);
  if (weeksLater === 0 && today.weekday > 5) return endOf(today.plus({ days: 7 - today.weekday }));
  return endOf(today.plus({ days: 5 - today.weekday, weeks: weeksLater }));
}

/** The next such date that is not past; null for one that no calendar has, or that is more than half a year away. */
export function dateNext({ at, timeZone }: PromiseClock, day: number, month: number): Due | null {
  const today = local(at, timeZone).startOf("day");
  const year = today.year + (month < today.month || (month === today.month && day < today.day) ? 1 : 0);
  const date = DateTime.fromObject({ year, month, day }, { zone: timeZone });
  return date.isValid && date.diff(today, "days").days < 183 ? endOf(date) : null;
}

/** When staff are to see it, and when the shopper is told if nothing has happened by then: always before it passes. */
export function hoursOfDue({ dueAt, wholeDay }: Due, { at, timeZone, hours }: PromiseClock): { noticeAt: Date; tellAt: Date } {
  if (!wholeDay) {
    const left = dueAt.getTime() - at.getTime();
    const before = (longest: number) => new Date(dueAt.getTime() - Math.min(longest, left / 2));
    return { noticeAt: before(4 * hour), tellAt: before(quarter) };
  }
  const day = lastWorkday(local(dueAt, timeZone), local(at, timeZone), hours);
  const tellAt = new Date(closing(day, hours).getTime() - hour);
  const passed = tellAt <= at;
  // Promised so late in the day that the usual hour is over: the evening is halved.
  const told = passed ? new Date(at.getTime() + (dueAt.getTime() - at.getTime()) / 2) : tellAt;
  const noticed = Math.max(at.getTime(), Math.min(day.startOf("day").set({ hour: morning }).toMillis(), told.getTime()));
  return { noticeAt: new Date(noticed), tellAt: told };
}

/** The last day up to the due one on which somebody is there to do it, but none before the promise. */
function lastWorkday(due: DateTime, made: DateTime, hours?: WorkingHours): DateTime {
  for (let day = due; day >= made.startOf("day"); day = day.minus({ days: 1 })) if (isWorkday(day, hours)) return day;
  return due;
}

function closing(day: DateTime, hours?: WorkingHours): Date {
  const set = hours?.week[day.weekday - 1];
  const [hourOfDay = afternoon, minute = 0] = (set?.until ?? `${afternoon}:00`).split(":").map(Number);
  return day
    .startOf("day")
    .set({ hour: Math.min(hourOfDay, 23), minute })
    .toJSDate();
}

function isWorkday(day: DateTime, hours?: WorkingHours): boolean {
  return hours ? hours.week[day.weekday - 1] !== null && !hours.holidays.includes(day.toISODate() ?? "") : day.weekday <= 5;
}

/** So many hours or minutes on; of working time only where the shop has hours and `working`. */
export function minutesOn(clock: PromiseClock, minutes: number, { working = false } = {}): Due {
  const { at, timeZone, hours } = clock;
  const counted = working && hours ? minutesLater(hours, at, minutes, timeZone) : null;
  return { dueAt: counted ?? new Date(at.getTime() + minutes * 60_000), wholeDay: false };
}

/** Nobody is there now, and somebody is from `opens` on: that day is meant. */
export function dayOf(opens: Date, timeZone: string): Due {
  return endOf(local(opens, timeZone));
}

function endOf(day: DateTime): Due {
  return { dueAt: day.endOf("day").toJSDate(), wholeDay: true };
}
