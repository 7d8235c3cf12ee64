import { findIdentity } from "#app/domain/identity/identity.server.ts";
import { maySuggestFor } from "#app/domain/reply-drafts/ask.server.ts";
import { keepDraft } from "#app/domain/reply-drafts/draft.server.ts";
import { questionFlow } from "#app/domain/staff/staff-cases.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update, type Write } from "#app/platform/db/writes.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { onlyTells, ordersIn } from "./approval.server.ts";
import { compose } from "./compose.server.ts";
import { type CaseRow, contentOf } from "./context.server.ts";
import { beginTurn } from "./run-turn.server.ts";
import type { TurnServices } from "./services.ts";
import { textTurn } from "./text-turn.server.ts";
import type { Turn } from "./turn.ts";
import { understand } from "./understand.server.ts";

const longestText = 20_000;
const mostMessages = 3;
/** How it went is no question. */
const notRatings = [{ answeredBy: null }, { answeredBy: { not: "rating" } }];

/**
 * Staff have a case and want a reply drafted: what the assistant would answer by itself, by the same rules and guards, of which
 * only the words are kept. Nothing is said, asked or changed by it; with no words the draft says that nothing was found. Whatever
 * comes of it, and when it has failed for the last time, open pages hear that nobody writes any more.
 */
export async function suggestReply(shopId: string, caseId: string, services: TurnServices, lastAttempt: boolean): Promise<Write[]> {
  const row = await database().prisma.case.findFirst({ where: { id: caseId, shopId } });
  const identity = row && (await findIdentity(shopId, row.identityId));
  if (!row || !identity) return [];
  try {
    const draft = maySuggestFor(row) ? await draftWrites(row, services) : [];
    return [...draft, notify({ topic: "conversation", shopId, conversationId: identity.conversationId })];
  } catch (error) {
    if (!lastAttempt) throw error;
    log.error("draft-not-made", { shopId, caseId, ...errorFields(error) });
    return [notify({ topic: "conversation", shopId, conversationId: identity.conversationId })];
  }
}

async function draftWrites({ id: caseId, shopId, identityId }: CaseRow, services: TurnServices): Promise<Write[]> {
  const turn = await beginTurn(shopId, identityId, services);
  if (!turn) return [];
  const { asked, throughSeq } = await unanswered(turn);
  // A person has answered just now: what is drafted beside it would be an answer to the same.
  if (asked.length === 0 || (await isAnswering(turn))) return [];
  turn.context.waiting = asked;
  turn.suggests = true;
  // Of a person's own case nothing may be moved on.
  turn.cases = turn.cases.filter((one) => one.owner !== "staff" && one.flow !== questionFlow);
  const text = asked
    .map((message) => contentOf(message).text)
    .filter(Boolean)
    .join("\n")
    .slice(0, longestText);
  if (text) {
    const understanding = await understand(turn, text);
    turn.language = turn.context.preferences.language ?? understanding.language;
    await textTurn(turn, text, understanding);
  }
  // A person's words have no buttons of ours.
  turn.blocks = text && onlyTells(turn) ? turn.blocks.filter((block) => block.kind !== "choices") : [];
  const blocks = await compose(turn);
  const { id, revision } = turn.context.conversation;
  return [
    // Had anybody written or answered meanwhile, it would answer what is past.
    update("Conversation", { id, shopId, revision }, { revision }, 1),
    ...keepDraft({
      shopId,
      caseId,
      identityId: turn.identity.id,
      channel: turn.channel,
      account: turn.account,
      aboutId: null,
      blocks,
      language: turn.language,
      standsOn: blocks.length > 0 ? [...turn.standsOn, ...ordersIn(blocks)] : [],
      messageIds: asked.map((message) => message.id),
      throughSeq,
      introduces: false,
    }),
  ];
}

/** A reply of a person's is on its way and can still be taken back. */
async function isAnswering({ context: { shop, conversation } }: Turn): Promise<boolean> {
  const { prisma } = database();
  const people = await prisma.identity.findMany({ where: { shopId: shop.id, conversationId: conversation.id }, select: { id: true } });
  const identityId = { in: people.map((one) => one.id) };
  return (await prisma.heldReply.count({ where: { shopId: shop.id, identityId, state: "held" } })) > 0;
}

/** What the shopper has written since a person last answered, the newest few; and up to where all was looked at. */
async function unanswered({ context }: Turn) {
  const { shop, members } = context;
  const identityId = { in: members.map((one) => one.id) };
  const { prisma } = database();
  const answer = await prisma.message.findFirst({
    where: { shopId: shop.id, identityId, author: "staff" },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  const newest = await prisma.message.findMany({
    where: { shopId: shop.id, identityId, author: "shopper", deletedAt: null, seq: { gt: answer?.seq ?? 0 }, OR: notRatings },
    orderBy: { seq: "desc" },
    take: mostMessages,
  });
  const since = newest.filter((message) => message.answeredBy === "staff" || message.answeredBy === null);
  return { asked: (since.length > 0 ? since : newest.slice(0, 1)).reverse(), throughSeq: newest[0]?.seq ?? 0 };
}
