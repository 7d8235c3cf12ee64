import type { Language } from "#app/channels/message.ts";
import { calendarDay, dayToDate } from "#app/domain/returns/calendar.ts";
import type { FlowContext } from "../../engine.ts";

/** The last day on which credit given now can be spent, "2027-05-20"; undefined where it never ends. */
export function creditExpiry({ policy, now, timeZone }: Pick<FlowContext, "policy" | "now" | "timeZone">): string | undefined {
  const { creditExpiresAfterDays: days } = policy;
  return days === undefined
    ? undefined
    : dayToDate(calendarDay(now, timeZone) + days)
        .toISOString()
        .slice(0, 10);
}

export function sayExpiry(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "pt" ? "pt-BR" : language, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T12:00:00Z`));
}
