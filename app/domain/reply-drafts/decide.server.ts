import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { promisesOfStaff } from "#app/domain/promises/ledger.server.ts";
import { audit, bumpRevision, findOpenConversation, type OpenConversation } from "#app/domain/staff/conversation.server.ts";
import { replyWindow } from "#app/domain/staff/reply-window.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, remove, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import type { Case } from "../../../prisma/generated/client.ts";
import { type DraftRow, draftText, typed } from "./draft.server.ts";
import { type Example, exampleWrites } from "./examples.server.ts";
import { outdates } from "./waiting.ts";

/** "gone": decided already, or never there; "outdated": the shopper has written since. */
export type Refusal = "gone" | "outdated" | "empty" | "too-long" | "not-connected" | "window-closed";
export type Decided = { outcome: "sent"; messageId: string } | { outcome: "rejected" } | { outcome: "refused"; because: Refusal };

export type Approval = {
  draftId: string;
  by: string;
  /** What is sent in its place, as a person's words. */
  edited?: string;
  /** The pair that is kept of it. */
  example?: Example;
};

const longestReply = 4000;
const assistantsWindowHours = 24;

type Open = { draft: DraftRow; row: Case; identity: IdentityRow; open: OpenConversation };

/**
 * Sends a draft, as it stands or as a person has changed it, and closes the case that waited for it. Once: whoever is second,
 * in another window or after a lost answer, finds it sent.
 */
export async function sendDraft(shopId: string, approval: Approval): Promise<Decided> {
  const { draftId, by } = approval;
  const found = await findDraft(shopId, draftId);
  if (!found) return (await sentBefore(shopId, draftId)) ?? { outcome: "refused", because: "gone" };
  const { draft, row, identity, open } = found;
  const edited = approval.edited?.trim();
  const because = await whyNot(found, edited);
  if (because) return { outcome: "refused", because };
  const changed = edited !== undefined && edited !== draftText(draft);
  // What a person who has the case sends is theirs, whoever wrote it, and the case stays with them.
  const theirs = row.owner === "staff";
  const words = changed
    ? { author: "staff" as const, authorName: by, blocks: [{ kind: "text" as const, text: edited }] }
    : theirs
      ? { author: "staff" as const, authorName: by, blocks: draft.blocks }
      : { author: "assistant" as const, blocks: draft.blocks };
  const { account, channel, aboutId } = draft;
  const sent = appendOutbound(identity, channel, { ...words, account, caseId: aboutId ?? row.id, externalId: externalIdOf(draftId) });
  const said = { messageId: sent.messageId, identityId: identity.id, conversationId: identity.conversationId, caseId: aboutId ?? row.id };
  const at = now();
  const kept = { assignee: row.assignee ?? by, dueAt: null, updatedAt: at };
  const over = { status: "done", escalation: null, dueAt: null, assignee: null, owner: "assistant", closedAt: at, updatedAt: at };
  const done = theirs ? kept : over;
  const writes = [
    ...ended(found, done),
    ...(await caseEventWrites(shopId, [{ before: row, after: { ...row, ...done } }])),
    ...sent.writes,
    ...(await promisesOfStaff(shopId, said, draftText({ blocks: words.blocks }))),
    ...(changed || theirs || !draft.introduces ? [] : [update("Identity", { id: identity.id, shopId }, { introducedAt: at })]),
    ...(changed && approval.example ? await exampleWrites(shopId, identity.id, draft.language, approval.example) : []),
    ...bumpRevision(open.conversation, { unread: false }),
    audit(shopId, by, changed ? "edited-draft" : "accepted-draft", open.conversation.id, { messageId: sent.messageId }),
  ];
  fault("draft.send.before-commit");
  try {
    await database().commit(writes);
  } catch (error) {
    if (!(error instanceof StaleWrite)) throw error;
    // Somebody was faster: another member, or the shopper with a further message.
    return (await sentBefore(shopId, draftId)) ?? { outcome: "refused", because: (await findDraft(shopId, draftId)) ? "outdated" : "gone" };
  }
  fault("draft.send.after-commit");
  return { outcome: "sent", messageId: sent.messageId };
}

/** A person answers in its place; the assistant is silent from here on. `reason`: why, for colleagues. */
export async function rejectDraft(shopId: string, draftId: string, by: string, reason: string): Promise<Decided> {
  const found = await findDraft(shopId, draftId);
  if (!found) return { outcome: "refused", because: "gone" };
  const { row, identity, open } = found;
  // A suggestion is let go; the case is with a person already.
  const taken =
    row.owner === "staff" ? { updatedAt: now() } : { owner: "staff", assignee: by, escalation: "draft-rejected", updatedAt: now() };
  const note = reason.trim().slice(0, 500);
  const writes = [
    ...ended(found, taken),
    ...(await caseEventWrites(shopId, [{ before: row, after: { ...row, ...taken } }])),
    ...(note
      ? [
          insert("StaffNote", {
            id: newId(),
            shopId,
            identityId: identity.id,
            author: by,
            text: `Draft rejected: ${note}`,
            createdAt: now(),
          }),
        ]
      : []),
    ...bumpRevision(open.conversation, { unread: false }),
    audit(shopId, by, "rejected-draft", open.conversation.id, { caseId: row.id }),
  ];
  fault("draft.reject.before-commit");
  try {
    await database().commit(writes);
  } catch (error) {
    if (!(error instanceof StaleWrite)) throw error;
    return { outcome: "refused", because: (await findDraft(shopId, draftId)) ? "outdated" : "gone" };
  }
  fault("draft.reject.after-commit");
  return { outcome: "rejected" };
}

/** The draft leaves and its case is changed, both as they were read, or the whole commit is undone. */
function ended({ draft, row, open }: Open, change: Parameters<typeof update<"Case">>[2]): Write[] {
  const { id, shopId, version } = row;
  return [
    remove("ReplyDraft", { id: draft.id, shopId }, 1),
    update("Case", { id, shopId, version }, { ...change, version: version + 1 }, 1),
    update("Conversation", { id: open.conversation.id, shopId, revision: open.conversation.revision }, { revision: increment() }, 1),
  ];
}

async function findDraft(shopId: string, draftId: string): Promise<Open | null> {
  const { prisma } = database();
  const stored = await prisma.replyDraft.findFirst({ where: { id: draftId, shopId } });
  const identity = stored && (await prisma.identity.findFirst({ where: { id: stored.identityId, shopId } }));
  const open = identity && (await findOpenConversation(shopId, identity.conversationId));
  const row = open?.cases.find((one) => one.id === stored?.caseId);
  return stored && identity && open && row ? { draft: typed(stored), row, identity, open } : null;
}

async function whyNot({ draft, identity, open }: Open, edited: string | undefined): Promise<Refusal | null> {
  if (edited === "" || (edited === undefined && draft.blocks.length === 0)) return "empty";
  if (edited && edited.length > longestReply) return "too-long";
  const ids = open.identities.map((one) => one.id);
  if (await isOutdated(draft, ids)) return "outdated";
  const account = { shopId: draft.shopId, channel: draft.channel, externalId: draft.account };
  if (!(await database().prisma.channelAccount.findFirst({ where: account, select: { id: true } }))) return "not-connected";
  return isOpen(draft, identity, edited) ? null : "window-closed";
}

/** A person's words may use Instagram's longer window, the assistant's may not. */
function isOpen({ channel }: DraftRow, { lastInboundAt }: IdentityRow, edited: string | undefined): boolean {
  if (!replyWindow(channel, lastInboundAt, now()).open) return false;
  const since = now().getTime() - (lastInboundAt?.getTime() ?? 0);
  return channel !== "instagram" || edited !== undefined || since < assistantsWindowHours * 3_600_000;
}

/** The shopper has written what it should answer, too, since it was made: then it is not sent as it stands. */
async function isOutdated(draft: DraftRow, identityIds: string[]): Promise<boolean> {
  const newer = await database().prisma.message.findMany({
    where: { shopId: draft.shopId, identityId: { in: identityIds }, author: "shopper", seq: { gt: draft.throughSeq } },
    select: { author: true, seq: true, answeredBy: true, deletedAt: true },
  });
  return newer.some((message) => outdates(message, draft));
}

const externalIdOf = (draftId: string) => `draft:${draftId}`;

async function sentBefore(shopId: string, draftId: string): Promise<Decided | null> {
  const where = { shopId, externalId: externalIdOf(draftId) };
  const row = await database().prisma.message.findFirst({ where, select: { id: true } });
  return row && { outcome: "sent", messageId: row.id };
}
