const day = 24 * 60 * 60 * 1_000;

/** "14:05" today, "Tue 14:05" within the week, "12 Nov 14:05" before, on the clock the language is used to. */
export function when(at: number, now: number, language: string): string {
  const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(at);
  if (new Date(at).toDateString() === new Date(now).toDateString()) return time;
  const near = now - at < 6 * day;
  return `${new Intl.DateTimeFormat(language, near ? { weekday: "short" } : { day: "numeric", month: "short" }).format(at)} ${time}`;
}

/** The whole date, for the tooltip. */
export function fullDate(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" }).format(at);
}
