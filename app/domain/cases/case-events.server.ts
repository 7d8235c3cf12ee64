import { channelOf } from "#app/domain/conversations/messages.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, type Write } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { type CaseStanding, caseRatedType, eventsBetween } from "./case-event.ts";

type ToldCase = CaseStanding & {
  id: string;
  identityId: string;
  flow: string;
  intent: string;
  escalation?: string | null;
  orderName?: string | null;
  outcome?: string | null;
};
/** A case as it was (null: there was none) and as a commit makes it; `assigned`: somebody was given it. */
export type CaseChange = { before: CaseStanding | null; after: ToldCase; assigned?: boolean };

/**
 * What the shop's own tools are told of these changes, to be written with the commit that makes them. Nothing, and one small
 * question, where no tool is connected.
 */
export async function caseEventWrites(shopId: string, changes: CaseChange[]): Promise<Write[]> {
  const told = changes.flatMap(({ before, after, assigned }) =>
    eventsBetween(before, after, assigned).map((type) => ({ type, row: after, more: {} })),
  );
  const waiting = told.filter(({ type }) => type === "case.escalated").map(({ row }) => row);
  // Open pages of staff hear of it whether a tool is connected or not.
  return [...(waiting.length > 0 ? await tellPages(shopId, waiting) : []), ...(await tell(shopId, told))];
}

/** Where the shop has named people, one is looked for first: whoever it is, is told then (`waitingNotice`). */
async function tellPages(shopId: string, waiting: ToldCase[]): Promise<Write[]> {
  const { prisma } = database();
  const named = await prisma.staffMember.findFirst({ where: { shopId }, select: { id: true } });
  const now = waiting.filter((row) => !named || row.owner !== "staff" || row.assignee);
  if (now.length === 0) return [];
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: now.map((row) => row.identityId) } } });
  return now.flatMap((row) => {
    const identity = identities.find((one) => one.id === row.identityId);
    return identity ? [waitingNotice(shopId, row, identity.conversationId, row.assignee ?? null)] : [];
  });
}

/** Tells open pages that a shopper waits for this person; null: for whoever takes it. */
export function waitingNotice(
  shopId: string,
  row: Pick<ToldCase, "id" | "intent">,
  conversationId: string,
  assignee: string | null,
): Write {
  return notify({ topic: "escalated", shopId, conversationId, caseId: row.id, intent: row.intent, assignee });
}

/** What they are told of a case in which a shopper has waited longer than the shop means to let anybody wait. */
export function lateCaseWrites(shopId: string, row: ToldCase): Promise<Write[]> {
  return tell(shopId, [{ type: "case.late", row, more: {} }]);
}

/** What they are told when a shopper has said how they found our help with a case. */
export function caseRatedWrites(shopId: string, row: ToldCase, rating: "good" | "okay" | "bad"): Promise<Write[]> {
  return tell(shopId, [{ type: caseRatedType, row, more: { rating } }]);
}

async function tell(shopId: string, told: { type: string; row: ToldCase; more: Record<string, string> }[]): Promise<Write[]> {
  const { prisma } = database();
  if (told.length === 0 || !(await prisma.connection.findFirst({ where: { shopId, active: true }, select: { id: true } }))) return [];
  const identityIds = [...new Set(told.map(({ row }) => row.identityId))];
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: identityIds } } });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  return told.flatMap(({ type, row, more }) => {
    const identity = identities.find((one) => one.id === row.identityId);
    if (!identity) return [];
    const { conversationId } = identity;
    const data = {
      shop: shop.domain,
      caseId: row.id,
      conversationId,
      flow: row.flow,
      intent: row.intent,
      status: row.status,
      owner: row.owner,
      reason: row.escalation ?? null,
      outcome: row.outcome ?? null,
      orderName: row.orderName ?? null,
      channel: channelOf(identity) ?? null,
      url: conversationUrl(shop.domain, conversationId),
      ...more,
    };
    return outwardEvent(shopId, type, data, { identityId: row.identityId, caseId: row.id });
  });
}

/** One event and the job that takes it to the connections. */
export function outwardEvent(
  shopId: string,
  type: string,
  data: Record<string, unknown>,
  about: { identityId?: string; caseId?: string } = {},
): Write[] {
  const [id, at] = [newId(), now()];
  return [
    insert("OutwardEvent", { id, shopId, type, at, data: data as never, ...about }),
    enqueue(shopId, "outward.fan-out", { eventId: id }, { runAt: at }),
  ];
}

/** Where staff find a conversation in Shopify's admin. */
export function conversationUrl(shopDomain: string, conversationId: string): string {
  return `https://${shopDomain}/admin/apps/${env.shopifyApiKey}/app/inbox/${conversationId}`;
}
