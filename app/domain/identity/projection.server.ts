import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, notify, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import type { Conversation } from "../../../prisma/generated/client.ts";
import { type GraphEdge, isLive, project } from "./graph.ts";
import { type IdentityRow, loadGraph } from "./identity.server.ts";
import { turnsThatWait } from "./waiting-turns.server.ts";

export type EdgeRow = GraphEdge & { id: string };
type Change = (edges: EdgeRow[]) => GraphEdge[];

/**
 * The writes that make the projection say what the edges will say after `change`. Every conversation that was looked at is
 * guarded by its revision, read before its people: of two changes at the same time the second reads again. `changes`: the
 * edges really do change, so that this holds even where nobody moves.
 */
export async function reproject(shopId: string, touched: string[], change: Change, changes = true): Promise<Write[]> {
  const { identities, edges, conversations } = await loadAround(shopId, touched);
  if (touched.some((id) => !identities.some((identity) => identity.id === id))) throw new StaleWrite("Identity");
  const wanted = project(identities, change(edges), now());
  const whereTo = (identity: IdentityRow) => wanted.get(identity.id) ?? identity.conversationId;
  const moved = identities.filter((identity) => whereTo(identity) !== identity.conversationId);
  if (moved.length === 0) return changes ? conversations.map((row) => bumped(row)) : [];
  const homes = moved.map(whereTo).filter((id) => !conversations.some((row) => row.id === id));
  const all = [...conversations, ...(await readConversations(shopId, homes))];
  const after = identities.map((identity) => ({ ...identity, conversationId: whereTo(identity) }));
  return [
    ...moved.map((identity) =>
      update("Identity", { id: identity.id, conversationId: identity.conversationId }, { conversationId: whereTo(identity) }, 1),
    ),
    ...(await Promise.all(all.map((row) => shownAnew(row, membersOf(row, after))))).flat(),
    ...(await turnsThatWait(
      shopId,
      all.map((row) => ({ conversationId: row.id, identityIds: membersOf(row, after).map((member) => member.id) })),
    )),
    ...identities.map((identity) => notify({ topic: "identity", shopId, identityId: identity.id })),
  ];
}

/** Everybody in the conversations of `touched`, and in those that live proof connects with them. */
async function loadAround(shopId: string, touched: string[]) {
  const { prisma } = database();
  let missing = touched;
  const conversations: Conversation[] = [];
  for (;;) {
    const ends = await prisma.identity.findMany({ where: { shopId, id: { in: missing } } });
    const unread = [...new Set(ends.map((end) => end.conversationId))].filter((id) => !conversations.some((row) => row.id === id));
    conversations.push(...(await readConversations(shopId, unread)));
    const graph = await loadGraph(
      shopId,
      conversations.map((row) => row.id),
    );
    const known = new Set(graph.identities.map((identity) => identity.id));
    const proofs = graph.edges.filter((edge) => edge.strength === "proof" && isLive(edge, now()));
    missing = proofs.flatMap((edge) => [edge.identityId, edge.otherId]).filter((id) => !known.has(id));
    if (missing.length === 0 || unread.length === 0) return { ...graph, conversations };
  }
}

function readConversations(shopId: string, ids: string[]): Promise<Conversation[]> {
  return database().prisma.conversation.findMany({ where: { shopId, id: { in: ids } } });
}

function membersOf(row: Conversation, identities: IdentityRow[]): IdentityRow[] {
  return identities.filter((identity) => identity.conversationId === row.id);
}

function bumped(row: Conversation, shown: Partial<Conversation> = {}): Write {
  return update("Conversation", { id: row.id, revision: row.revision }, { ...shown, revision: increment() }, 1);
}

/** A conversation that gained or lost somebody shows its own newest message again, and turns under way must read anew. */
async function shownAnew(row: Conversation, members: IdentityRow[]): Promise<Write[]> {
  const { prisma } = database();
  const { id: conversationId, shopId } = row;
  const last = await prisma.message.findFirst({
    where: { shopId, identityId: { in: members.map((member) => member.id) } },
    // By arrival, as each message shows itself when it comes; the channels' own clocks differ.
    orderBy: { seq: "desc" },
  });
  const shown = last
    ? { lastMessageAt: last.at, lastMessage: last.text.slice(0, 200), lastChannel: last.channel, lastAuthor: last.author }
    : { lastMessageAt: row.createdAt, lastMessage: "", lastChannel: "", lastAuthor: "" };
  const unread = (await Promise.all(members.map(hasUnread))).includes(true);
  return [bumped(row, { ...shown, unread, snoozedUntil: null }), notify({ topic: "conversation", shopId, conversationId })];
}

/** What staff have seen is kept for each identity, so that it comes apart again with them. */
async function hasUnread({ id, shopId, readAt }: IdentityRow): Promise<boolean> {
  const newest = await database().prisma.message.findFirst({
    where: { shopId, identityId: id, author: "shopper" },
    orderBy: { seq: "desc" },
    select: { receivedAt: true },
  });
  return newest !== null && (readAt === null || newest.receivedAt > readAt);
}
