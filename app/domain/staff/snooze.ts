import { DateTime } from "luxon";

/** What staff choose from; anything else is a date and time of the shop's own clock, "2026-12-01T09:30". */
export const snoozeChoices = ["hour", "tomorrow", "week"] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const morning = { hour: 9, minute: 0, second: 0, millisecond: 0 };
/** In days; for longer a case is closed. */
export const longestSnooze = 366;

export type SnoozeTime = { ok: true; until: Date } | { ok: false; problem: string };

/** When a choice comes back: in the mornings at nine by the shop's clock, whatever it was changed to in between. */
export function snoozeUntil(choice: SnoozeChoice, at: Date, timeZone: string): Date {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  if (choice === "hour") return local.plus({ hours: 1 }).set({ second: 0, millisecond: 0 }).toJSDate();
  if (choice === "tomorrow") return local.plus({ days: 1 }).set(morning).toJSDate();
  return local.plus({ weeks: 1 }).startOf("week").set(morning).toJSDate();
}

/** Reads what was chosen or typed; past, unreadable and far-away times are refused with a sentence. */
export function readSnooze(chosen: string, at: Date, timeZone: string): SnoozeTime {
  const choice = snoozeChoices.find((one) => one === chosen);
  if (choice) return { ok: true, until: snoozeUntil(choice, at, timeZone) };
  const typed = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(chosen) ? DateTime.fromISO(chosen, { zone: timeZone }) : null;
  if (!typed?.isValid) return { ok: false, problem: "Choose a date and a time." };
  const until = typed.toJSDate();
  if (until <= at) return { ok: false, problem: "This time is over. Choose a later one." };
  if (until.getTime() - at.getTime() > longestSnooze * 86_400_000) return { ok: false, problem: "Choose a time within a year." };
  return { ok: true, until };
}
