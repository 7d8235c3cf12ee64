import { channelNames } from "#app/channels/message.ts";
import type { DayHours } from "./hours.ts";
import type { ReplyTimes } from "./reply-times.ts";

export const weekDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export type ReplyTimesForm = Record<string, string>;

const mostHolidays = 100;
const mostMinutes = 10_080;
const mostWarning = 1_440;

/** What the page shows: `from0`, `until0` … `until6`, `holidays` one a line, `minutes-widget` and so on. */
export function replyTimesToForm({ hours, minutes, warn }: ReplyTimes): ReplyTimesForm {
  const each = channelNames.map((channel) => [`minutes-${channel}`, minutes[channel]?.toString() ?? ""]);
  return {
    ...weekToForm(hours?.week ?? []),
    ...Object.fromEntries([["holidays", hours?.holidays.join("\n") ?? ""], ["warn", warn?.toString() ?? ""], ...each]),
  };
}

/** One week as the page shows it. */
export function weekToForm(week: readonly (DayHours | null)[]): Record<string, string> {
  return Object.fromEntries(
    weekDays.flatMap((_, day) => [
      [`from${day}`, week[day]?.from ?? ""],
      [`until${day}`, week[day]?.until ?? ""],
    ]),
  );
}

/** The week that was filled in; a day without times is closed. */
export function readWeek(sent: ReplyTimesForm): { week: (DayHours | null)[]; problems: Partial<Record<string, string>> } {
  const problems: Partial<Record<string, string>> = {};
  const value = (name: string) => (sent[name] ?? "").trim();
  const week = weekDays.map((_, day): DayHours | null => {
    const [from, until] = [value(`from${day}`), value(`until${day}`)];
    if (!from && !until) return null;
    if (!isClock(from)) problems[`from${day}`] = "A time like 09:00.";
    if (!isClock(until) && until !== "24:00") problems[`until${day}`] = "A time like 17:30.";
    else if (isClock(from) && until <= from) problems[`until${day}`] = "Later than it begins.";
    return { from, until };
  });
  return { week, problems };
}

/** Checks what was filled in, in the browser and again on the server. A day without times is closed; no day at all: always there. */
export function readReplyTimesForm(
  sent: ReplyTimesForm,
): { ok: true; replyTimes: ReplyTimes } | { ok: false; problems: Partial<Record<string, string>> } {
  const value = (name: string) => (sent[name] ?? "").trim();
  const { week, problems } = readWeek(sent);
  const holidays = value("holidays")
    .split(/[\s,]+/)
    .filter(Boolean);
  const wrong = holidays.find((day) => !isDay(day));
  if (wrong) problems.holidays = `“${wrong}” is no date. Write them like 2026-12-25.`;
  else if (holidays.length > mostHolidays) problems.holidays = `At most ${mostHolidays} days.`;
  const minutes: ReplyTimes["minutes"] = {};
  for (const channel of channelNames) {
    const text = value(`minutes-${channel}`);
    if (text === "") continue;
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= mostMinutes) minutes[channel] = number;
    else problems[`minutes-${channel}`] = `Whole minutes, 1 to ${mostMinutes.toLocaleString("en")}, or empty.`;
  }
  const warn = value("warn") === "" ? undefined : Number(value("warn"));
  if (warn !== undefined && !(Number.isInteger(warn) && warn >= 1 && warn <= mostWarning))
    problems.warn = `Whole minutes, 1 to ${mostWarning}, or empty.`;
  const open = week.some(Boolean);
  // Who counts as always there has no days off: saying "Saved" would lose them without a word.
  if (!open && holidays.length > 0) problems.holidays ??= "Days off need working hours. Fill in the times above first.";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const hours = open ? { hours: { week, holidays: [...new Set(holidays)].sort() } } : {};
  return { ok: true, replyTimes: { ...hours, minutes, ...(warn !== undefined && { warn }) } };
}

const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}
