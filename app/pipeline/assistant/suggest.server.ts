import { keepDraft } from "#app/domain/reply-drafts/draft.server.ts";
import { questionFlow } from "#app/domain/staff/staff-cases.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, type Write } from "#app/platform/db/writes.ts";
import { onlyTells, ordersIn } from "./approval.server.ts";
import { compose } from "./compose.server.ts";
import { contentOf } from "./context.server.ts";
import { beginTurn } from "./run-turn.server.ts";
import type { TurnServices } from "./services.ts";
import { textTurn } from "./text-turn.server.ts";
import type { Turn } from "./turn.ts";
import { understand } from "./understand.server.ts";

const longestText = 20_000;
const mostMessages = 3;

/**
 * Staff have a case and want a reply drafted: what the assistant would answer by itself, by the same rules and guards, of which
 * only the words are kept. Nothing is said, asked or changed by it; with no words the draft says that nothing was found.
 */
export async function suggestReply(shopId: string, caseId: string, services: TurnServices): Promise<Write[]> {
  const row = await database().prisma.case.findFirst({
    where: { id: caseId, shopId, owner: "staff", status: { in: ["open", "escalated"] } },
  });
  const turn = row && (await beginTurn(shopId, row.identityId, services));
  const asked = turn ? await unanswered(turn) : [];
  if (!row || !turn || asked.length === 0) return [];
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
  return [
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
      throughSeq: Math.max(...asked.map((message) => message.seq)),
      introduces: false,
    }),
    notify({ topic: "conversation", shopId, conversationId: turn.context.conversation.id }),
  ];
}

/** What the shopper has written since a person last answered, the newest few. */
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
    where: { shopId: shop.id, identityId, author: "shopper", deletedAt: null, seq: { gt: answer?.seq ?? 0 } },
    orderBy: { seq: "desc" },
    take: mostMessages,
  });
  const since = newest.filter((message) => message.answeredBy === "staff" || message.answeredBy === null);
  return (since.length > 0 ? since : newest.slice(0, 1)).reverse();
}
