import { sayClock, sayDay } from "#app/ui/when.ts";
import { promisedThing } from "#app/ui/words.ts";
import type { PromiseView } from "./promises.tsx";

type OpenPromise = { id: string; about: string; by: string; dueAt: Date; wholeDay: boolean; noticedAt: Date | null };

/** "A refund, by Tue 14 July"; marked once staff were told that it is due. */
export function promiseView(row: OpenPromise, now: Date, timeZone: string): PromiseView {
  const day = sayDay(row.dueAt, now, timeZone);
  const until = `by ${day === "Today" ? "today" : day}${row.wholeDay ? "" : `, ${sayClock(row.dueAt, timeZone)}`}`;
  const what = row.by === "assistant" ? `${promisedThing(row.about)}, as the assistant said` : promisedThing(row.about);
  return { id: row.id, what, until, due: row.noticedAt !== null };
}
