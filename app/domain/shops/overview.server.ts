import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Shop } from "./shop.server.ts";

export type Today = { conversations: number; waiting: number; returnsStarted: number };

/** What the merchant sees first: today's counts, in the shop's own calendar day. */
export async function todayOf(shop: Shop): Promise<Today> {
  const { prisma } = database();
  const since = startOfDay(now(), shop.timeZone);
  const shopId = shop.id;
  const [conversations, waiting, returnsStarted] = await Promise.all([
    prisma.conversation.count({ where: { shopId, lastMessageAt: { gte: since }, lastChannel: { not: "" } } }),
    prisma.case.count({ where: { shopId, status: { in: ["open", "working", "escalated"] }, owner: "staff" } }),
    prisma.case.count({ where: { shopId, flow: "return", openedAt: { gte: since } } }),
  ]);
  return { conversations, waiting, returnsStarted };
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
