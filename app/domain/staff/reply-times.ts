import { type ChannelName, channelNames } from "#app/channels/message.ts";
import { isOpenAt, minutesLater, nextOpening, type WorkingHours } from "./hours.ts";

/**
 * When the team is there, and how many working minutes a shopper waits at most on each channel. Absent: nothing is promised.
 * `warn`: so many minutes before, the inbox warns.
 */
export type ReplyTimes = { hours?: WorkingHours; minutes: Partial<Record<ChannelName, number>>; warn?: number };

export function readReplyTimes(stored: unknown): ReplyTimes {
  const { hours, minutes = {}, warn } = (stored ?? {}) as Partial<ReplyTimes>;
  const known = channelNames.flatMap((channel) => {
    const value = minutes[channel];
    return typeof value === "number" && value > 0 ? [[channel, value] as const] : [];
  });
  return {
    ...(hours?.week?.length === 7 && { hours }),
    minutes: Object.fromEntries(known),
    ...(typeof warn === "number" && warn > 0 && { warn }),
  };
}

/** By when a person has to have answered what was written at `at`; null where the shop has set no time for the channel. */
export function replyDue({ hours, minutes }: ReplyTimes, channel: ChannelName, at: Date, timeZone: string): Date | null {
  const within = minutes[channel];
  if (within === undefined) return null;
  return hours ? minutesLater(hours, at, within, timeZone) : new Date(at.getTime() + within * 60_000);
}

/** What a shopper can be told of when a person answers: nothing, within so many minutes, or when somebody is there again. */
export type Expectation = { kind: "open"; minutes: number } | { kind: "closed"; opens: Date } | null;

export function expectationOf({ hours, minutes }: ReplyTimes, channel: ChannelName, at: Date, timeZone: string): Expectation {
  if (hours && !isOpenAt(hours, at, timeZone)) {
    const opens = nextOpening(hours, at, timeZone);
    return opens && { kind: "closed", opens };
  }
  const within = minutes[channel];
  return within === undefined ? null : { kind: "open", minutes: within };
}

/** How a waiting shopper's time stands. `soon`: it is time for the warning. */
export type Timer = { state: "waiting" | "soon" | "late"; minutes: number };

/** Where the shop has not said when it wants to be warned. */
export const warnMinutes = 15;

/** Whole minutes left, or gone by. */
export function timerOf(due: Date, at: Date, warn = warnMinutes): Timer {
  const left = (due.getTime() - at.getTime()) / 60_000;
  if (left <= 0) return { state: "late", minutes: Math.floor(Math.abs(left)) };
  return { state: left <= warn ? "soon" : "waiting", minutes: Math.ceil(left) };
}
