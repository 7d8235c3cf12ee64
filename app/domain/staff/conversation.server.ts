import { seenByStaff } from "#app/domain/conversations/inbox.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Case, Conversation } from "../../../prisma/generated/client.ts";
import { liveStatuses } from "./staff-cases.ts";

export type OpenConversation = { conversation: Conversation; identities: IdentityRow[]; cases: Case[] };

/** A conversation with its people and the cases that are not over. Null for another shop's. */
export async function findOpenConversation(shopId: string, conversationId: string): Promise<OpenConversation | null> {
  const { prisma } = database();
  const conversation = await prisma.conversation.findFirst({ where: { id: conversationId, shopId } });
  if (!conversation) return null;
  const identities = await prisma.identity.findMany({ where: { shopId, conversationId }, orderBy: { id: "asc" } });
  const identityId = { in: identities.map((identity) => identity.id) };
  const cases = await prisma.case.findMany({
    where: { shopId, identityId, status: { in: [...liveStatuses] } },
    orderBy: { openedAt: "asc" },
  });
  return { conversation, identities, cases };
}

/** False for another shop's. */
export async function hasConversation(shopId: string, conversationId: string): Promise<boolean> {
  return (await database().prisma.conversation.count({ where: { id: conversationId, shopId } })) > 0;
}

/**
 * Whatever turn is under way has read an older revision and cannot commit; open pages read anew. What makes it unread, or ends
 * what was put aside (`awake`), brings it back.
 */
export function bumpRevision(
  conversation: Pick<Conversation, "id" | "shopId">,
  { awake, ...extra }: { unread?: boolean; awake?: true } = {},
): Write[] {
  const { id, shopId } = conversation;
  const back = awake || extra.unread ? { snoozedUntil: null } : {};
  return [
    update("Conversation", { id, shopId }, { ...extra, ...back, revision: increment() }, 1),
    ...(extra.unread === false ? seenByStaff(shopId, id) : []),
    notify({ topic: "conversation", shopId, conversationId: id }),
  ];
}

/** The assistant says again that it is one before it writes on any of the shopper's channels. */
export function introduceAgain(identities: IdentityRow[]): Write[] {
  return identities.map((identity) => update("Identity", { id: identity.id, shopId: identity.shopId }, { introducedAt: null }));
}

export function audit(shopId: string, actor: string, action: string, subject: string, detail: object = {}): Write {
  return insert("Audit", { id: newId(), shopId, at: now(), actor, action, subject, detail });
}
