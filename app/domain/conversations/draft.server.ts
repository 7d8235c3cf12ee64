import { type Block, isOutbound, type MessageContent, type PickedItem } from "#app/channels/message.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update, type Write } from "#app/platform/db/writes.ts";

/** A picked item with the words that the picker showed for it. */
export type DraftItem = PickedItem & { title: string };
export type DraftRow = { identityId: string; shopId: string; caseId: string; text: string; items: DraftItem[]; choiceId: string | null };
export type GivenDraft = { text: string; choiceId?: string; items: PickedItem[] };

/** In how many of the newest messages a picker is looked for. */
const messagesBack = 20;

/**
 * Keeps what a visitor has begun and not sent, in place of what was kept before. Nothing is kept unless the assistant waits for an
 * answer of this very shopper; words that belong to no open question stay in the browser.
 */
export async function saveDraft(identity: IdentityRow, given: GivenDraft): Promise<void> {
  const { id: identityId, shopId } = identity;
  const members = (await membersToTell(identity)).map((member) => member.id);
  const { prisma } = database();
  const row = await prisma.case.findFirst({
    where: { shopId, identityId: { in: members }, status: "open", owner: "assistant", expecting: { not: null } },
    orderBy: { updatedAt: "desc" },
  });
  const items =
    row && given.choiceId?.startsWith(`${row.id}|`) ? await knownItems(shopId, members, { ...given, choiceId: given.choiceId }) : [];
  const text = given.text.trim();
  const kept = row?.expecting && (text || items.length > 0);
  const choiceId = items.length > 0 ? given.choiceId : null;
  const values = kept && { identityId, shopId, caseId: row.id, expecting: row.expecting ?? "", text, items, choiceId, savedAt: now() };
  await database().commit([remove("Draft", { shopId, identityId }), ...(values ? [insert("Draft", values)] : [])]);
}

/** Those that the picker offered, no more of each than it did. */
async function knownItems(shopId: string, members: string[], { items, choiceId }: Required<GivenDraft>): Promise<DraftItem[]> {
  const recent = await database().prisma.message.findMany({
    where: { shopId, identityId: { in: members }, author: { not: "shopper" } },
    orderBy: { seq: "desc" },
    take: messagesBack,
  });
  const pickers = recent.flatMap((message) => pickersOf(message.content as MessageContent));
  const picker = pickers.find((block) => block.choiceId === choiceId);
  return items.flatMap(({ id, quantity }) => {
    const item = picker?.items.find((one) => one.id === id && !one.refused);
    if (!item || quantity > item.maxQuantity) return [];
    return [{ id, quantity, title: [item.title, item.variantTitle].filter(Boolean).join(", ") }];
  });
}

function pickersOf(content: MessageContent): Extract<Block, { kind: "items" }>[] {
  return isOutbound(content) ? content.blocks.filter((block) => block.kind === "items") : [];
}

/** By whom, for which question, and whether it was shown elsewhere. */
type Begun = { identityIds: string[]; expecting: string; offered: boolean };

/** What was begun for this case's open question by one of these identities; null when there is nothing, or it was `offered` before. */
export async function draftFor(shopId: string, caseId: string, begun: Begun): Promise<DraftRow | null> {
  const { identityIds, expecting, offered } = begun;
  const row = await database().prisma.draft.findFirst({
    where: { shopId, caseId, identityId: { in: identityIds }, expecting, offeredAt: offered ? { not: null } : null },
    orderBy: { savedAt: "desc" },
  });
  return row && { ...row, items: row.items as DraftItem[] };
}

export function markOffered(draft: DraftRow, at: Date): Write {
  return update("Draft", { shopId: draft.shopId, identityId: draft.identityId }, { offeredAt: at });
}

export function dropDraft(draft: DraftRow): Write {
  return remove("Draft", { shopId: draft.shopId, identityId: draft.identityId });
}
