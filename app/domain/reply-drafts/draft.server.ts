import { type Block, type ChannelName, plainText } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { ReplyDraft } from "../../../prisma/generated/client.ts";
import { draftReason } from "./waiting.ts";

/** What a draft was made of: a passage of the shop's texts, or an order. */
export type StandsOn = { title: string; url?: string; text: string };
export type DraftRow = Omit<ReplyDraft, "blocks" | "standsOn" | "messageIds" | "channel"> & {
  channel: ChannelName;
  blocks: Block[];
  standsOn: StandsOn[];
  messageIds: string[];
};

export type NewDraft = Omit<DraftRow, "id" | "createdAt">;

/** Keeps a draft in place of the one that its case had before. */
export function keepDraft(draft: NewDraft): Write[] {
  return [
    dropDraftOf(draft.shopId, draft.caseId),
    insert("ReplyDraft", { ...draft, blocks: draft.blocks as never, id: newId(), createdAt: now() }),
  ];
}

export function dropDraftOf(shopId: string, caseId: string): Write {
  return remove("ReplyDraft", { shopId, caseId });
}

/** The draft's words as they are read and edited. */
export const draftText = ({ blocks }: Pick<DraftRow, "blocks">): string => plainText({ blocks });

/** The drafts of these cases. */
export async function draftsOf(shopId: string, caseIds: string[]): Promise<DraftRow[]> {
  if (caseIds.length === 0) return [];
  const rows = await database().prisma.replyDraft.findMany({
    where: { shopId, caseId: { in: caseIds } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(typed);
}

/** A draft with what the people of its conversation are called. */
export async function findWaiting(shopId: string, draftId: string): Promise<{ draft: DraftRow; names: string[] } | null> {
  const { prisma } = database();
  const row = await prisma.replyDraft.findFirst({ where: { id: draftId, shopId } });
  const identity = row && (await prisma.identity.findFirst({ where: { id: row.identityId, shopId } }));
  if (!row || !identity) return null;
  const people = await prisma.identity.findMany({ where: { shopId, conversationId: identity.conversationId }, select: { label: true } });
  return { draft: typed(row), names: people.flatMap((one) => one.label ?? []) };
}

/** The cases that wait for a draft to be approved, as a condition. */
export const waitingCases = (shopId: string) => ({ shopId, status: "escalated", owner: "assistant", escalation: draftReason });

/** So many are counted and offered at once. */
export const mostWaiting = 200;

/** The drafts that wait, the oldest first. */
export async function waitingDrafts(shopId: string): Promise<DraftRow[]> {
  const { prisma } = database();
  const cases = await prisma.case.findMany({ where: waitingCases(shopId), select: { id: true }, take: mostWaiting });
  return draftsOf(
    shopId,
    cases.map((one) => one.id),
  );
}

export function typed(row: ReplyDraft): DraftRow {
  return {
    ...row,
    channel: row.channel as ChannelName,
    blocks: row.blocks as Block[],
    standsOn: row.standsOn as StandsOn[],
    messageIds: row.messageIds as string[],
  };
}
