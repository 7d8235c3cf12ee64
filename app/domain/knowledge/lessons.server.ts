import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Lesson } from "../../../prisma/generated/client.ts";

export const longestQuestion = 300;
export const longestAnswer = 4_000;
/** Shorter replies ("I'll look", "Yes") answer nobody else. */
const shortestAnswer = 25;
const mostOpen = 30;

/**
 * Staff say that what the assistant wrote was wrong, and what would have been right. Marked again, the newer words count and the
 * lesson is open once more. False where there is no such message of the assistant's in this conversation.
 */
export async function markWrong(shopId: string, conversationId: string, messageId: string, right: string, by: string): Promise<boolean> {
  const { prisma } = database();
  const message = await prisma.message.findFirst({ where: { id: messageId, shopId, author: "assistant", deletedAt: null } });
  const identity = message && (await prisma.identity.findFirst({ where: { id: message.identityId, shopId, conversationId } }));
  if (!message || !identity) return false;
  const members = await prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  const asked = await prisma.message.findFirst({
    where: { shopId, identityId: { in: members.map((one) => one.id) }, author: "shopper", deletedAt: null, seq: { lt: message.seq } },
    orderBy: { seq: "desc" },
    select: { text: true },
  });
  const known = await prisma.lesson.findFirst({ where: { shopId, messageId, kind: "wrong" } });
  const proposal = right.trim().slice(0, longestAnswer);
  const fresh = { proposal, by, state: "open", settledAt: null, settledBy: null };
  await database().commit([
    known
      ? update("Lesson", { id: known.id, shopId }, fresh)
      : insert("Lesson", {
          id: newId(),
          shopId,
          identityId: message.identityId,
          messageId,
          caseId: message.caseId,
          kind: "wrong",
          question: inOneLine(asked?.text ?? ""),
          said: message.text,
          createdAt: now(),
          ...fresh,
        }),
    insert("Audit", { id: newId(), shopId, at: now(), actor: by, action: "marked-wrong", subject: conversationId, detail: { messageId } }),
    notify({ topic: "conversation", shopId, conversationId }),
  ]);
  return true;
}

/** Where no text of the shop's answered what was asked in a case and a person did: a lesson to look at, for the commit that closes it. */
export async function gapWrites(shopId: string, row: { id: string; identityId: string; openedAt: Date }): Promise<Write[]> {
  const { prisma } = database();
  const turn = await prisma.turnRecord.findFirst({
    where: { shopId, identityId: row.identityId, knowledge: "none", at: { gte: row.openedAt } },
    orderBy: { at: "asc" },
    select: { messageId: true },
  });
  const asked = turn?.messageId ? await prisma.message.findFirst({ where: { shopId, id: turn.messageId, deletedAt: null } }) : null;
  if (!asked) return [];
  const replies = await prisma.message.findMany({
    where: { shopId, identityId: asked.identityId, caseId: row.id, author: "staff", deletedAt: null, seq: { gt: asked.seq } },
    orderBy: { seq: "asc" },
    take: 5,
  });
  const answer = replies.find((reply) => reply.text.trim().length >= shortestAnswer);
  if (!answer) return [];
  const values = { kind: "gap", question: inOneLine(asked.text), said: "", proposal: answer.text.trim().slice(0, longestAnswer) };
  const about = { identityId: asked.identityId, messageId: answer.id, caseId: row.id, by: answer.authorName ?? "Staff" };
  return [insert("Lesson", { id: newId(), shopId, ...values, ...about, state: "open", createdAt: now() }, { ifAbsent: true })];
}

/** Those that nobody has decided about, the newest first, with the conversation each is from. */
export async function openLessons(shopId: string): Promise<(Lesson & { conversationId: string })[]> {
  const { prisma } = database();
  const rows = await prisma.lesson.findMany({ where: { shopId, state: "open" }, orderBy: { createdAt: "desc" }, take: mostOpen });
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: rows.map((row) => row.identityId) } } });
  return rows.flatMap((row) => {
    const identity = identities.find((one) => one.id === row.identityId);
    return identity ? [{ ...row, conversationId: identity.conversationId }] : [];
  });
}

/** The write by which a lesson is over; of two who decide at once the second finds nothing to decide. */
export function settleLesson(shopId: string, id: string, state: "taken" | "dismissed", by: string): Write {
  return update("Lesson", { id, shopId, state: "open" }, { state, settledAt: now(), settledBy: by }, 1);
}

export async function findLesson(shopId: string, id: string): Promise<Lesson | null> {
  return database().prisma.lesson.findFirst({ where: { id, shopId } });
}

const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, longestQuestion);
