/** Times as staff read them, in the shop's own zone. Made on the server, so that server and browser say the same. */
export type When = { short: string; full: string; iso: string };

export function sayWhen(at: Date, now: Date, timeZone: string): When {
  const full = format(at, timeZone, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone);
  const clock = format(at, timeZone, { hour: "2-digit", minute: "2-digit" });
  const short = () => {
    if (minutes >= 0 && minutes < 1) return "now";
    if (minutes >= 0 && minutes < 60) return `${minutes} min`;
    if (days === 0) return clock;
    if (days > 0 && days < 7) return `${format(at, timeZone, { weekday: "short" })} ${clock}`;
    return format(at, timeZone, { day: "numeric", month: "short", ...(days > 300 ? { year: "numeric" } : {}) });
  };
  return { short: short(), full, iso: at.toISOString() };
}

export function sayClock(at: Date, timeZone: string): string {
  return format(at, timeZone, { hour: "2-digit", minute: "2-digit" });
}

/** "Today", "Yesterday", "Tue 14 July". */
export function sayDay(at: Date, now: Date, timeZone: string): string {
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return format(at, timeZone, { weekday: "short", day: "numeric", month: "long", ...(days > 300 ? { year: "numeric" } : {}) });
}

/** "today 15:30", "Sat 28 Nov 09:00": when something comes. */
export function sayBack(at: Date, now: Date, timeZone: string): string {
  const clock = sayClock(at, timeZone);
  if (sameDay(at, now, timeZone)) return `today ${clock}`;
  return `${format(at, timeZone, { weekday: "short", day: "numeric", month: "short" })} ${clock}`.replace(",", "");
}

/** "12 Nov 2026" */
export function sayDate(at: Date, timeZone: string): string {
  return format(at, timeZone, { day: "numeric", month: "short", year: "numeric" });
}

export function sameDay(one: Date, other: Date, timeZone: string): boolean {
  return dayNumber(one, timeZone) === dayNumber(other, timeZone);
}

/** "3 h", "2 days": how long something has lasted. */
export function sayDuration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} days`;
}

function dayNumber(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
  return Date.parse(`${parts}T00:00:00Z`) / 86_400_000;
}

function format(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", ...options }).format(at);
}
