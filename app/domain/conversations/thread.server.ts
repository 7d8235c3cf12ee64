import type { MessageContent } from "#app/channels/message.ts";
import { photosForStaff, type StaffPhoto } from "#app/domain/photos/staff-view.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type {
  Case,
  Delivery,
  Effect,
  Evidence,
  Identity,
  Lesson,
  Message,
  Obligation,
  Satisfaction,
  Withdrawal,
} from "../../../prisma/generated/client.ts";
import { bestNameFirst } from "./inbox.server.ts";
import { notesOf, type ThreadNote } from "./notes-sqlite.server.ts";

export type ThreadMessage = Omit<Message, "content"> & { content: MessageContent; deliveries: Delivery[] };

/** Everything staff see of one shopper: proven identities in the thread, unproven relations beside it. */
export type Thread = {
  conversationId: string;
  /** As it was read: whoever acts on the conversation says which state of it they saw. */
  revision: number;
  snoozedUntil: Date | null;
  /** Something in it was not seen by staff before. */
  unread: boolean;
  identities: Identity[];
  messages: ThreadMessage[];
  /** There are older messages than those shown. */
  more: boolean;
  cases: Case[];
  evidence: Evidence[];
  /** The other ends of the evidence, in this conversation or outside. */
  contacts: Identity[];
  notes: ThreadNote[];
  photos: StaffPhoto[];
  withdrawals: Withdrawal[];
  /** What was promised and is open, the first due first. */
  promises: Obligation[];
  /** How the shopper found our help, the newest first. */
  ratings: Satisfaction[];
  /** What staff have said was wrong of the assistant's messages. */
  lessons: Lesson[];
  audits: { at: Date; actor: string; action: string; detail: unknown }[];
  effects: Effect[];
};

/** Null for a conversation that is not there or another shop's. `limit`: how many of the newest messages. */
export async function loadThread(shopId: string, conversationId: string, limit: number): Promise<Thread | null> {
  const { prisma } = database();
  const select = { revision: true, snoozedUntil: true, unread: true };
  const conversation = await prisma.conversation.findFirst({ where: { id: conversationId, shopId }, select });
  if (!conversation) return null;
  const identities = bestNameFirst(await prisma.identity.findMany({ where: { shopId, conversationId } }));
  const ids = identities.map((identity) => identity.id);
  const [messages, cases, evidence, notes, audits, photos, withdrawals, promises, ratings, lessons] = await Promise.all([
    newestMessages(shopId, ids, limit + 1),
    prisma.case.findMany({ where: { shopId, identityId: { in: ids } }, orderBy: { openedAt: "desc" } }),
    prisma.evidence.findMany({
      where: { shopId, OR: [{ identityId: { in: ids } }, { otherId: { in: ids } }] },
      orderBy: { createdAt: "asc" },
    }),
    notesOf(shopId, ids),
    prisma.audit.findMany({ where: { shopId, subject: conversationId }, orderBy: { at: "asc" } }),
    photosForStaff(shopId, ids),
    prisma.withdrawal.findMany({ where: { shopId, identityId: { in: ids } }, orderBy: { statedAt: "desc" } }),
    prisma.obligation.findMany({ where: { shopId, identityId: { in: ids }, state: "open" }, orderBy: { dueAt: "asc" } }),
    prisma.satisfaction.findMany({ where: { shopId, identityId: { in: ids } }, orderBy: { at: "desc" } }),
    prisma.lesson.findMany({ where: { shopId, identityId: { in: ids }, kind: "wrong" } }),
  ]);
  const ends = evidence.flatMap((edge) => [edge.identityId, edge.otherId]);
  const contacts = await prisma.identity.findMany({ where: { shopId, id: { in: ends } } });
  const effects = await prisma.effect.findMany({ where: { shopId, caseId: { in: cases.map((one) => one.id) } } });
  return {
    conversationId,
    ...conversation,
    unread: conversation.unread,
    identities,
    messages: messages.slice(-limit),
    withdrawals,
    promises,
    ratings,
    lessons,
    more: messages.length > limit,
    cases,
    evidence,
    contacts,
    notes,
    photos,
    audits,
    effects,
  };
}

/** Where the people of a conversation are now, when a proof has joined them to another one; null when they are still here. */
export async function movedTo(shopId: string, conversationId: string): Promise<string | null> {
  const { prisma } = database();
  const here = await prisma.identity.findFirst({ where: { shopId, conversationId }, select: { id: true } });
  const from = here ? null : await prisma.identity.findFirst({ where: { shopId, homeConversationId: conversationId } });
  return from?.conversationId ?? null;
}

/** Who a conversation belongs to and how it ended, for a glance from another one. */
export async function newestOf(
  shopId: string,
  conversationId: string,
  limit: number,
): Promise<{ people: Identity[]; messages: ThreadMessage[] }> {
  const people = bestNameFirst(await database().prisma.identity.findMany({ where: { shopId, conversationId } }));
  return {
    people,
    messages: await newestMessages(
      shopId,
      people.map((one) => one.id),
      limit,
    ),
  };
}

/** The newest messages of these identities by the channels' own time, oldest first. */
async function newestMessages(shopId: string, identityIds: string[], limit: number): Promise<ThreadMessage[]> {
  const { prisma } = database();
  const rows = await prisma.message.findMany({
    where: { shopId, identityId: { in: identityIds } },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: limit,
  });
  const deliveries = await prisma.delivery.findMany({ where: { shopId, messageId: { in: rows.map((row) => row.id) } } });
  return rows.reverse().map((row) => ({
    ...row,
    content: row.content as MessageContent,
    deliveries: deliveries.filter((delivery) => delivery.messageId === row.id),
  }));
}
