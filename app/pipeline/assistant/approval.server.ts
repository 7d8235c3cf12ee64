import type { Block } from "#app/channels/message.ts";
import { draftsOf, dropDraftOf, keepDraft, type StandsOn } from "#app/domain/reply-drafts/draft.server.ts";
import { groupOfWish, isByFacts, modeFor } from "#app/domain/reply-drafts/modes.ts";
import { draftReason, waitsForApproval } from "#app/domain/reply-drafts/waiting.ts";
import { watchDue } from "#app/domain/staff/due.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { compose } from "./compose.server.ts";
import { contentOf } from "./context.server.ts";
import { sentence } from "./texts/catalogue.ts";
import { changeCase, dueFrom, openCase, type Turn } from "./turn.ts";

/** The merchant wants people to answer what is wished for here. */
export function isForPeople(turn: Turn, intent: string | undefined): boolean {
  return !turn.suggests && modeFor(turn.context.shop.replyModes, turn.channel, groupOfWish(intent)) === "off";
}

/**
 * What of the reply waits for a person, in the merchant's mode for this kind of wish on this channel. What asks the shopper
 * something, proves who they are or changes the store was decided in code and never waits: the case would stand still.
 */
function heldBack(turn: Turn): Set<Block> {
  const { shop, waiting } = turn.context;
  if (turn.proactive || waiting.length === 0 || (!turn.understanding && !turn.tapped)) return new Set();
  const mode = (group: ReturnType<typeof groupOfWish>) => modeFor(shop.replyModes, turn.channel, group);
  const group = groupOfWish(wishIn(turn));
  if (isByFacts(group) && mode(group) === "draft" && onlyTells(turn)) return new Set(turn.blocks);
  const asked = isByFacts(group) ? "other" : group;
  return mode(asked) === "auto" ? new Set() : new Set(turn.blocks.filter((block) => turn.fromTexts.has(block)));
}

/** What the shopper wants by their words, or by what they tapped. */
const wishIn = ({ understanding, tapped }: Pick<Turn, "understanding" | "tapped">) => understanding?.intents[0]?.intent ?? tapped;

export type ComposedReply = {
  /** What goes out now, and what waits for a person. */
  blocks: Block[];
  drafted: Block[];
  /** What goes out says that it is from an assistant; else the draft does, where it is said at all. */
  introduced: boolean;
};

/** The reply in its final words, in the two parts that it may have. */
export async function composeReply(turn: Turn): Promise<ComposedReply> {
  const held = heldBack(turn);
  const goesOut = turn.blocks.length > held.size;
  const introduces = turn.blocks.length > 0 && turn.identity.introducedAt === null;
  if (introduces) {
    const introduction = { kind: "text" as const, text: sentence(turn.language, "introduce", { shop: turn.context.shop.name }) };
    turn.blocks.unshift(introduction);
    if (!goesOut) held.add(introduction);
  }
  // Worded block by block, in their order.
  const isHeld = turn.blocks.map((block) => held.has(block));
  const composed = await compose(turn);
  return {
    blocks: composed.filter((_, place) => !isHeld[place]),
    drafted: composed.filter((_, place) => isHeld[place]),
    introduced: introduces && goesOut,
  };
}

/**
 * Nothing is asked, proven, changed or handed over in this turn. Buttons beside what an order's facts say are an offer; beside
 * anything else they are a question.
 */
export function onlyTells({ blocks, effects, cases, changed, opened, understanding, tapped }: Turn): boolean {
  const touched = cases.filter((row) => changed.has(row.id) || opened.has(row.id));
  const mayOffer = isByFacts(groupOfWish(wishIn({ understanding, tapped })));
  return (
    effects.length === 0 &&
    !blocks.some(({ kind }) => kind === "items" || kind === "quote" || (kind === "choices" && !mayOffer)) &&
    touched.every((row) => row.owner === "assistant" && !row.expecting && !row.verification && row.doubts === 0 && row.status !== "working")
  );
}

/**
 * A newer message makes a draft stale: what it answered is read again, together with what came since. A tap belongs to a
 * question of ours and leaves the draft as it is.
 */
export async function readStale(turn: Turn): Promise<void> {
  const { shop, cases, waiting } = turn.context;
  const rows = cases.filter(waitsForApproval);
  if (rows.length === 0) return;
  if (waiting.every((message) => contentOf(message).choice || contentOf(message).items)) {
    const throughSeq = Math.max(...waiting.map((message) => message.seq));
    turn.writes.push(...rows.map((row) => update("ReplyDraft", { shopId: shop.id, caseId: row.id }, { throughSeq })));
    return;
  }
  const drafts = await draftsOf(
    shop.id,
    rows.map((row) => row.id),
  );
  const messageIds = drafts.flatMap((one) => one.messageIds);
  const answered = await database().prisma.message.findMany({
    where: { shopId: shop.id, id: { in: messageIds }, answeredBy: { not: null }, deletedAt: null },
    orderBy: { seq: "asc" },
  });
  turn.stale = rows;
  turn.context.waiting = [...answered, ...waiting];
}

/** The draft with the case that waits for it, in place of those that have become stale. */
export function approvalWrites(turn: Turn, blocks: Block[], aboutId: string | undefined): Write[] {
  const { shop, waiting } = turn.context;
  const intent = wishIn(turn) ?? "out_of_scope";
  const row = blocks.length > 0 ? (turn.stale[0] ?? openCase(turn, "question", intent, {})) : undefined;
  const over = turn.stale.filter((one) => one !== row);
  for (const one of over) changeCase(turn, one, { status: "done", escalation: null, dueAt: null, closedAt: turn.now });
  const dropped = over.map((one) => dropDraftOf(shop.id, one.id));
  if (!row) return dropped;
  changeCase(turn, row, { intent, status: "escalated", escalation: draftReason, dueAt: row.dueAt ?? dueFrom(turn) });
  return [
    ...dropped,
    ...watchDue(shop, row.id, row.dueAt),
    ...keepDraft({
      shopId: shop.id,
      identityId: turn.identity.id,
      channel: turn.channel,
      account: turn.account,
      caseId: row.id,
      aboutId: aboutId ?? null,
      blocks,
      language: turn.language,
      standsOn: [...turn.standsOn, ...ordersIn(blocks)],
      messageIds: waiting.map((message) => message.id),
      throughSeq: Math.max(...waiting.map((message) => message.seq)),
      introduces: turn.identity.introducedAt === null && blocks.length === turn.blocks.length,
    }),
  ];
}

/** Orders that the draft speaks of. */
export function ordersIn(blocks: Block[]): StandsOn[] {
  return blocks.flatMap((block) => (block.kind === "order" ? [{ title: `Order ${block.name}`, text: block.status }] : []));
}
