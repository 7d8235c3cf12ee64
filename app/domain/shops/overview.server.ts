import { DateTime } from "luxon";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Shop } from "./shop.server.ts";

/** Returns that shoppers have begun in the shop's present day. */
export function returnsStartedToday(shop: Pick<Shop, "id" | "timeZone">): Promise<number> {
  return database().prisma.case.count({ where: { shopId: shop.id, flow: "return", openedAt: { gte: startOfDay(now(), shop.timeZone) } } });
}

/** When each of the shop's last days began, the present one last; a day may have 23 or 25 hours. */
export function lastDays(at: Date, timeZone: string, count: number): Date[] {
  const today = DateTime.fromJSDate(at, { zone: timeZone }).startOf("day");
  return Array.from({ length: count }, (_, place) => today.minus({ days: count - 1 - place }).toJSDate());
}

/** The widget has been opened by somebody, so its switch in the theme must be on. */
export async function widgetSeen(shopId: string): Promise<boolean> {
  return (await database().prisma.widgetSession.findFirst({ where: { shopId }, select: { hash: true } })) !== null;
}

/** Midnight of the shop's present day. */
export function startOfDay(at: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const sinceMidnight = ((part("hour") * 60 + part("minute")) * 60 + part("second")) * 1000 + (at.getTime() % 1000);
  return new Date(at.getTime() - sinceMidnight);
}
