/** @jsxImportSource preact */
import { sameDay, sayClock, sayDay, sayWhen } from "#app/ui/when.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "2 min", "Tue 14:05"; the whole date on hover. `now` is the world's, which may run ahead of the player's. */
export function Ago({ at, now }: { at: number; now: number }) {
  const { short, full, iso } = sayWhen(new Date(at), new Date(now), zone);
  return (
    <time dateTime={iso} title={full}>
      {short}
    </time>
  );
}

/** "14:05", as beside a bubble. */
export function Clock({ at }: { at: number }) {
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{sayClock(date, zone)}</time>;
}

/** "Tue 14 July, 14:05": the world's clock in the bar. */
export function worldTime(now: number): string {
  const date = new Date(now);
  return `${date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: zone })}, ${sayClock(date, zone)}`;
}

/** The day to say above a message, when it is another than that of the one before. */
export function dayAbove(at: number, before: number | undefined, now: number): string | null {
  if (before !== undefined && sameDay(new Date(before), new Date(at), zone)) return null;
  return sayDay(new Date(at), new Date(now), zone);
}
