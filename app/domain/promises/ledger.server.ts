import { readReplyTimes } from "#app/domain/staff/reply-times.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { Obligation } from "../../../prisma/generated/client.ts";
import { hoursOfDue, type PromiseClock } from "./days.ts";
import { keptByReply, sameBreath } from "./kept.ts";
import { type Promised, readPromises } from "./read.ts";

/** A message that says something to a shopper, before it is committed. */
export type SaidMessage = { messageId: string; identityId: string; conversationId: string; caseId?: string; orderId?: string | null };

/**
 * The writes that go with a message of staff: what it answers is kept, what it promises is written down, and a new date for the
 * same thing replaces the earlier one, since the shopper has just been told.
 */
export async function promisesOfStaff(shopId: string, said: SaidMessage, text: string): Promise<Write[]> {
  const earlier = await openPromises(shopId, said.conversationId);
  const at = now();
  const kept = earlier.filter(
    (one) => keptByReply.some((kind) => kind === one.about) && (one.by === "assistant" || at.getTime() - one.madeAt.getTime() > sameBreath),
  );
  const clock = await clockOf(shopId);
  const made = clock ? readPromises(text, clock) : [];
  const renewed = earlier.filter((one) => !kept.includes(one) && made.some(({ about }) => about === one.about));
  return [
    ...kept.map((one) => settle(one, "kept")),
    ...renewed.map((one) => settle(one, "told")),
    ...(clock && made.length > 0 ? promiseWrites(shopId, { ...said, orderId: await orderOf(shopId, said) }, made, "staff", clock) : []),
  ];
}

/** Writes promises down with the message that makes them, and has them looked at in time. */
export function promiseWrites(
  shopId: string,
  said: SaidMessage,
  made: Promised[],
  by: "staff" | "assistant",
  clock: PromiseClock,
): Write[] {
  const { messageId, identityId, caseId, orderId } = said;
  return made.flatMap(({ about, dueAt, wholeDay }) => {
    const id = newId();
    const row = { id, shopId, identityId, messageId, caseId, orderId, about, by, dueAt, wholeDay, state: "open", madeAt: clock.at };
    return [insert("Obligation", row), lookAt(shopId, id, hoursOfDue({ dueAt, wholeDay }, clock).noticeAt)];
  });
}

/** By whose hours a promise of this shop that is made now counts; null for one that is gone. */
async function clockOf(shopId: string): Promise<PromiseClock | null> {
  const shop = await database().prisma.shop.findFirst({ where: { id: shopId }, select: { timeZone: true, replyTimes: true } });
  return shop && clockFor(shop, now());
}

export const clockFor = (shop: { timeZone: string; replyTimes: unknown }, at: Date): PromiseClock => ({
  at,
  timeZone: shop.timeZone,
  hours: readReplyTimes(shop.replyTimes).hours,
});

/** What is open of everybody in a conversation, the first due first. */
export async function openPromises(shopId: string, conversationId: string): Promise<Obligation[]> {
  const people = await database().prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  return database().prisma.obligation.findMany({
    where: { shopId, identityId: { in: people.map((one) => one.id) }, state: "open" },
    orderBy: { dueAt: "asc" },
  });
}

/** Something happened to an order: what was promised of it is looked at now. */
export async function lookAtPromises(shopId: string, orderId: string): Promise<Write[]> {
  const rows = await database().prisma.obligation.findMany({ where: { shopId, orderId, state: "open" }, select: { id: true } });
  return rows.map(({ id }) => lookAt(shopId, id, now()));
}

/** One look at a time for each promise: a sooner one takes the place of the later. */
export function lookAt(shopId: string, obligationId: string, runAt: Date): Write {
  return enqueue(shopId, "promise.check", { obligationId }, { runAt, key: `promise:${obligationId}`, queue: `promise:${obligationId}` });
}

/** Staff have closed the case: nobody waits any more. */
export function dropPromises(shopId: string, caseId: string): Write {
  return update("Obligation", { shopId, caseId, state: "open" }, { state: "dropped", settledAt: now() });
}

/** Against the state that was read: what was kept meanwhile is not told of. */
export function settle(row: Obligation, state: "kept" | "told" | "dropped"): Write {
  return update("Obligation", { id: row.id, shopId: row.shopId, state: "open" }, { state, settledAt: now() }, 1);
}

/** The order that a promise of staff is about: of the case, else of what this shopper's newest case with an order was about. */
async function orderOf(shopId: string, { caseId, conversationId }: SaidMessage): Promise<string | null> {
  const { prisma } = database();
  const people = await prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  const rows = await prisma.case.findMany({
    where: { shopId, identityId: { in: people.map((one) => one.id) }, orderId: { not: null } },
    orderBy: { updatedAt: "desc" },
    select: { id: true, orderId: true },
  });
  return (rows.find((one) => one.id === caseId) ?? rows[0])?.orderId ?? null;
}
