import type { HomeFigures } from "#app/domain/analytics/home-sqlite.server.ts";
import type { SatisfactionByChannel } from "#app/domain/analytics/satisfaction.server.ts";
import { sayDuration } from "#app/ui/when.ts";
import { channelName } from "#app/ui/words.ts";

export type Bar = { label: string; value: number; words: string };
export type DayBar = { label: string; alone: number; withPeople: number };
export type FiguresView = {
  /** Nobody has written yet and nothing was closed. */
  empty: boolean;
  conversations: number;
  today: Bar[];
  waiting: number;
  longest: string | null;
  late: number;
  aloneToday: number;
  alone: number;
  closed: number;
  days: DayBar[];
  /** "2.6 of 3", from how many answers. */
  satisfaction: { average: string; answers: number; bad: number; channels: Bar[] } | null;
};

/** What the home page shows, in the words and numbers it shows. `days`: when each began. */
export function figuresView(
  figures: HomeFigures,
  ratings: SatisfactionByChannel[],
  { days, now, timeZone }: { days: Date[]; now: Date; timeZone: string },
): FiguresView {
  const weekday = new Intl.DateTimeFormat("en", { weekday: "short", timeZone });
  const sum = (values: number[]) => values.reduce((total, one) => total + one, 0);
  const { today, waiting, late, closed } = figures;
  const conversations = sum(today.map((one) => one.conversations));
  const alone = sum(closed.map((day) => day.alone));
  const all = alone + sum(closed.map((day) => day.withPeople));
  const answers = sum(ratings.map((one) => one.answers));
  return {
    empty: conversations === 0 && waiting.count === 0 && all === 0 && answers === 0,
    conversations,
    today: today.map((one) => ({ label: channelName(one.channel), value: one.conversations, words: String(one.conversations) })),
    waiting: waiting.count,
    longest: waiting.since && waited(now.getTime() - waiting.since.getTime()),
    late,
    aloneToday: closed.at(-1)?.alone ?? 0,
    alone,
    closed: all,
    days: closed.map((day, place) => ({ label: weekday.format(days[place]), ...day })),
    satisfaction:
      answers === 0
        ? null
        : {
            average: (sum(ratings.map((one) => one.average * one.answers)) / answers).toFixed(1),
            answers,
            bad: sum(ratings.map((one) => one.bad)),
            channels: ratings.map((one) => ({
              label: channelName(one.channel),
              value: one.average,
              words: `${one.average.toFixed(1)} (${one.answers === 1 ? "1 answer" : `${one.answers} answers`})`,
            })),
          },
  };
}

/** Less than a minute is no wait worth telling. */
const waited = (milliseconds: number): string | null => (milliseconds < 60_000 ? null : sayDuration(milliseconds));
