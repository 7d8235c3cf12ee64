import { database } from "#app/platform/db/database.server.ts";
import type { Case, Conversation, Identity } from "../../../prisma/generated/client.ts";
import { refreshSuggestions } from "./suggestions.server.ts";
import type { AgainstKind, Reason } from "./suggestions.ts";
import { findOpenPairs } from "./suggestions-sqlite.server.ts";

/** One side of a pair, with what staff need to tell people apart. */
export type Side = { conversation: Conversation; identities: Identity[]; cases: Case[]; messages: number };
export type Pair = { one: Side; other: Side; score: number; reasons: Reason[]; against: AgainstKind[] };
export type MergeQueue = { pairs: Pair[]; more: boolean; dismissed: { one: Side; other: Side; by: string; at: Date }[] };

const shown = 20;
const lastDismissed = 5;
/** Over all sides of a page. */
const mostCases = 400;

/** Which pairs wait for a decision, the likeliest first, and the last few that were decided the other way. */
export async function mergeQueue(shopId: string): Promise<MergeQueue> {
  await refreshSuggestions(shopId);
  const open = await findOpenPairs(shopId, shown + 1);
  const dismissed = await database().prisma.suggestion.findMany({
    where: { shopId, dismissedAt: { not: null } },
    orderBy: { dismissedAt: "desc" },
    take: lastDismissed,
  });
  const ends = await database().prisma.identity.findMany({
    where: { shopId, id: { in: dismissed.flatMap((row) => [row.oneId, row.otherId]) } },
  });
  const homeOf = (id: string) => ends.find((one) => one.id === id)?.conversationId ?? "";
  const sides = await readSides(shopId, [
    ...open.flatMap((pair) => [pair.one, pair.other]),
    ...dismissed.flatMap((row) => [homeOf(row.oneId), homeOf(row.otherId)]),
  ]);
  const pairs = open.flatMap((row): Pair[] => {
    const [one, other] = [sides.get(row.one), sides.get(row.other)];
    const words = { reasons: JSON.parse(row.reasons) as Reason[], against: JSON.parse(row.against) as AgainstKind[] };
    return one && other ? [{ one, other, score: row.score, ...words }] : [];
  });
  return {
    pairs: pairs.slice(0, shown),
    more: pairs.length > shown,
    dismissed: dismissed.flatMap((row) => {
      const [one, other] = [sides.get(homeOf(row.oneId)), sides.get(homeOf(row.otherId))];
      return one && other && one !== other && row.dismissedAt ? [{ one, other, by: row.dismissedBy ?? "", at: row.dismissedAt }] : [];
    }),
  };
}

/** The sides by their conversation, in a fixed number of queries. */
export async function readSides(shopId: string, conversationIds: string[]): Promise<Map<string, Side>> {
  const { prisma } = database();
  const [conversations, identities] = await Promise.all([
    prisma.conversation.findMany({ where: { shopId, id: { in: conversationIds } } }),
    prisma.identity.findMany({ where: { shopId, conversationId: { in: conversationIds } }, orderBy: { id: "asc" } }),
  ]);
  const where = { shopId, identityId: { in: identities.map((one) => one.id) } };
  const [cases, messages] = await Promise.all([
    prisma.case.findMany({ where, orderBy: { updatedAt: "desc" }, take: mostCases }),
    prisma.message.groupBy({ by: ["identityId"], where, _count: true }),
  ]);
  return new Map(
    conversations.map((conversation) => {
      const own = identities.filter((one) => one.conversationId === conversation.id);
      const ids = new Set(own.map((one) => one.id));
      const count = messages.filter((row) => ids.has(row.identityId)).reduce((sum, row) => sum + row._count, 0);
      return [conversation.id, { conversation, identities: own, cases: cases.filter((one) => ids.has(one.identityId)), messages: count }];
    }),
  );
}
