import type { ProactiveSettings } from "./settings.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** At most so many messages that we begin to one shopper, in so many milliseconds. */
const caps = [
  { most: 1, within: day },
  { most: 3, within: 7 * day },
] as const;

/** As long as anything begun is counted; milliseconds. */
export const longestCounted = Math.max(...caps.map((cap) => cap.within));

/**
 * When a message that can wait may be begun: now, or the first moment at which neither the shopper's cap nor the shop's quiet
 * hours stand against it. `begun`: when earlier ones that count were.
 */
export function mayBeginAt(begun: Date[], quiet: ProactiveSettings["quiet"], timeZone: string, now: Date): Date {
  const newestFirst = begun.map((at) => at.getTime()).sort((one, other) => other - one);
  const free = caps.map(({ most, within }) => {
    const last = newestFirst[most - 1];
    return last === undefined ? now.getTime() : last + within;
  });
  return afterQuiet(new Date(Math.max(now.getTime(), ...free)), quiet, timeZone);
}

/** The first moment from `at` on that is not in the quiet hours; hours of the shop's clock, over midnight or not. */
function afterQuiet(at: Date, quiet: ProactiveSettings["quiet"], timeZone: string): Date {
  if (!quiet) return at;
  let moment = at;
  // By quarters, since a change of the clock may fall into the night, and some zones are off by less than an hour.
  for (let step = 0; step < 4 * 26 && isQuiet(hourIn(moment, timeZone), quiet); step += 1) {
    moment = new Date((Math.floor(moment.getTime() / (hour / 4)) + 1) * (hour / 4));
  }
  return moment;
}

function isQuiet(hourOfDay: number, { from, to }: { from: number; to: number }): boolean {
  return from < to ? hourOfDay >= from && hourOfDay < to : hourOfDay >= from || hourOfDay < to;
}

function hourIn(at: Date, timeZone: string): number {
  return Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "numeric", hourCycle: "h23" }).format(at));
}
