import { sayWhen } from "#app/ui/when.ts";
import { channelName, ratingName } from "#app/ui/words.ts";

export type RatingSource = { id: string; caseId: string; score: number; comment: string | null; channel: string; at: Date };
export type RatingView = { words: string; when: string; bad: boolean };

/** "Bad: “had to ask twice”". */
export function ratingWords({ score, comment }: Pick<RatingSource, "score" | "comment">): string {
  return comment ? `${ratingName(score)}: “${comment}”` : ratingName(score);
}

/** The newest answer of a shopper; null where they never gave one. */
export function lastRating([last]: RatingSource[], now: Date, timeZone: string): RatingView | null {
  if (!last) return null;
  return {
    words: ratingWords(last),
    when: `${channelName(last.channel)}, ${sayWhen(last.at, now, timeZone).short}`,
    bad: last.score === 1,
  };
}

/** What was answered about one case; null where nothing was. */
export function ratingOf(caseId: string, ratings: RatingSource[]): string | null {
  const one = ratings.find((rating) => rating.caseId === caseId);
  return one ? ratingName(one.score) : null;
}
