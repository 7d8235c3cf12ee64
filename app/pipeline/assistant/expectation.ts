import { expectationOf, readReplyTimes } from "#app/domain/staff/reply-times.ts";
import { sayClock, sayDay } from "#app/flows/dates.ts";
import { sentence } from "./texts/catalogue.ts";
import type { Turn } from "./turn.ts";

const longInMinutes = 120;

/** When a person is there or how soon one answers, as the merchant has set it; empty where nothing is known. */
export function sayExpectation({ context: { shop }, channel, language, now }: Turn): string {
  const expected = expectationOf(readReplyTimes(shop.replyTimes), channel, now, shop.timeZone);
  if (!expected) return "";
  if (expected.kind === "open") {
    const { minutes } = expected;
    return minutes < longInMinutes
      ? sentence(language, "expectMinutes", { minutes })
      : sentence(language, "expectHours", { hours: Math.round(minutes / 60) });
  }
  const context = { language, now, timeZone: shop.timeZone };
  return sentence(language, "expectClosed", { day: sayDay(expected.opens, context), time: sayClock(expected.opens, context) });
}
