import type { FulfillmentFacts, OrderFacts } from "../orders/facts.ts";
import { calendarDay, dayToDate } from "./calendar.ts";

/**
 * What the law gives and no rule of a merchant takes away: in the EU a shopper may withdraw within 14 days of delivery without a reason,
 * and gets back what was paid; only the way back may be theirs to pay (Directive 2011/83/EU, articles 9 to 14).
 */
export const statutoryDays = 14;

export const euCountries: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

export function isInEu(countryCode: string | undefined): boolean {
  return countryCode !== undefined && euCountries.has(countryCode.toUpperCase());
}

/** Without any delivery scan a parcel counts as delivered this many days after it left; carriers often report nothing. */
export const assumedTransitDays = 7;

/**
 * How a withdrawal stands to its term. `not-begun`: something has yet to arrive, so the term has not begun to run. `over`: the days have
 * run out, unless the shopper was never told of the right, which gives a year more and which no code can know. Days since 1970.
 */
export type WithdrawalTerm =
  | { standing: "outside-eu" | "not-begun" }
  | { standing: "within" | "over" | "long-over"; lastDay: number; lastDayUninformed: number };

type Sent = Pick<FulfillmentFacts, "createdAt" | "deliveredAt" | "displayStatus">;
type Bought = Pick<OrderFacts, "countryCode" | "fulfillmentStatus"> & { fulfillments: Sent[] };

/** The term of a whole order: it runs from the day on which the last of it arrived (article 9), in the shop's calendar. */
export function withdrawalTerm({ countryCode, fulfillmentStatus, fulfillments }: Bought, now: Date, timeZone: string): WithdrawalTerm {
  if (!isInEu(countryCode)) return { standing: "outside-eu" };
  const today = calendarDay(now, timeZone);
  const sent = fulfillments.filter((parcel) => parcel.displayStatus !== "CANCELED");
  const arrived = sent.map((parcel) => arrivalDay(parcel, timeZone));
  const last = Math.max(...arrived);
  if (fulfillmentStatus !== "FULFILLED" || sent.length === 0 || last > today) return { standing: "not-begun" };
  const lastDay = workingDay(last + statutoryDays);
  const lastDayUninformed = workingDay(yearLater(last + statutoryDays));
  const standing = today <= lastDay ? "within" : today <= lastDayUninformed ? "over" : "long-over";
  return { standing, lastDay, lastDayUninformed };
}

function arrivalDay({ createdAt, deliveredAt }: Sent, timeZone: string): number {
  return deliveredAt ? calendarDay(deliveredAt, timeZone) : calendarDay(createdAt, timeZone) + assumedTransitDays;
}

/** A term that would end at a weekend ends with the next working day (Regulation 1182/71, article 3). Holidays differ by place and are for people. */
function workingDay(day: number): number {
  const weekday = dayToDate(day).getUTCDay();
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}

function yearLater(day: number): number {
  const date = dayToDate(day);
  return Math.floor(Date.UTC(date.getUTCFullYear() + 1, date.getUTCMonth(), date.getUTCDate()) / 86_400_000);
}
