import type { SentFile } from "#app/channels/files.ts";
import type { ChannelName, MoveQuestion } from "#app/channels/message.ts";
import type { SentTemplate } from "#app/channels/whatsapp/message-template.ts";
import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { draftsOf, dropDraftOf } from "#app/domain/reply-drafts/draft.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, remove, StaleWrite, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { HeldReply } from "../../../prisma/generated/client.ts";
import { audit, bumpRevision, findOpenConversation } from "./conversation.server.ts";
import { dropDraft, putBackDraft } from "./drafts.server.ts";
import { checkReply, type ReplyOutcome, replyWrites, type StaffReply } from "./reply.server.ts";
import { replyWindow } from "./reply-window.ts";
import { assignToStaff } from "./take-over.server.ts";

/** So long a reply can be taken back; milliseconds. */
export const mayUndo = 10_000;

/** `staffId`: Shopify's user id of who wrote it. */
export type ReplyToHold = StaffReply & { clientId: string; staffId: string };
export type HoldOutcome = { outcome: "held"; heldId: string } | ReplyOutcome;

/**
 * Keeps a reply for a few seconds, in which it can be taken back; then it goes out by `sendHeld`. The person owns the open cases
 * at once, and what they had begun to write is gone from their drafts with the same commit.
 */
export async function holdReply(shopId: string, conversationId: string, reply: ReplyToHold): Promise<HoldOutcome> {
  const before = await heldUnder(shopId, conversationId, reply.clientId);
  if (before) return { outcome: "held", heldId: before };
  const checked = await checkReply(shopId, conversationId, reply);
  if (checked.outcome !== "allowed") return checked;
  const { text, open, reach, files } = checked;
  const { writes, changes } = assignToStaff(open, reply.author);
  const told = await caseEventWrites(shopId, changes);
  const [id, at] = [newId(), now()];
  const dueAt = new Date(at.getTime() + mayUndo);
  const { clientId, staffId, author } = reply;
  const row = {
    id,
    shopId,
    identityId: reach.identity.id,
    channel: reach.channel,
    account: reach.account,
    clientId,
    staffId,
    author,
    text,
    original: reply.original?.text ?? null,
    language: reply.original?.language ?? null,
    ...(reply.template && { template: reply.template }),
    ...(reply.move && { move: reply.move as never }),
    movedFromId: reach.movedFromId,
    ...(files.length > 0 && { files }),
    state: "held",
    dueAt,
    createdAt: at,
  };
  try {
    fault("staff.hold.before-commit");
    await database().commit([
      ...writes,
      ...told,
      // What the assistant has drafted is not sent beside it.
      ...open.cases.map((one) => dropDraftOf(shopId, one.id)),
      insert("HeldReply", row),
      // A template, or the question whether to go on elsewhere, goes beside it.
      ...(reply.template || reply.move ? [] : open.identities.flatMap((one) => dropDraft(shopId, one.id, staffId, "reply"))),
      sendJob({ shopId, id, conversationId, at: dueAt }),
      ...bumpRevision(open.conversation, { unread: false }),
    ]);
    fault("staff.hold.after-commit");
  } catch (error) {
    // The same was pressed twice at once: the key has let one through.
    const winner = await heldUnder(shopId, conversationId, clientId);
    if (!winner) throw error;
    return { outcome: "held", heldId: winner };
  }
  return { outcome: "held", heldId: id };
}

/**
 * The writes that send what was held, to be committed with the end of its job: the row goes as the message comes, so whatever
 * dies or runs twice it is sent once. What can no longer be sent stays, with the reason, for whoever wrote it. `trouble`: why
 * WhatsApp would not take its template any more.
 */
export async function sendHeld(shopId: string, heldId: string, trouble: string | null = null): Promise<Write[]> {
  const { prisma } = database();
  const row = await prisma.heldReply.findFirst({ where: { shopId, id: heldId, state: "held" } });
  const identity = row && (await prisma.identity.findFirst({ where: { shopId, id: row.identityId } }));
  const open = identity && (await findOpenConversation(shopId, identity.conversationId));
  if (!row || !identity || !open) return [];
  const channel = row.channel as ChannelName;
  const seen = notify({ topic: "conversation", shopId, conversationId: open.conversation.id });
  const account = await prisma.channelAccount.findFirst({ where: { shopId, channel, externalId: row.account }, select: { id: true } });
  const template = row.template as SentTemplate | null;
  const move = row.move as MoveQuestion | null;
  const others = [move?.toId, row.movedFromId].filter((one) => one != null);
  const members = others.length > 0 ? await membersToTell(identity) : [];
  const gone = !others.every((id) => members.some((one) => one.id === id));
  const isOpen = template !== null || replyWindow(channel, identity.lastInboundAt, now()).open;
  if (!account || !isOpen || trouble || gone) {
    const reason = !account ? "not-connected" : gone ? "move-gone" : (trouble ?? "window-closed");
    return [update("HeldReply", { id: heldId, state: "held" }, { state: "failed", reason }, 1), seen];
  }
  const mine = open.cases.filter((one) => one.owner === "staff");
  const { text, author, original, language } = row;
  const words = {
    text,
    author,
    ...(original && language && { original: { text: original, language } }),
    ...(template && { template }),
    ...(move && { move }),
    files: filesOf(row),
    externalId: `staff:${row.clientId}`,
    caseId: mine.at(-1)?.id ?? open.cases.at(-1)?.id,
  };
  const sent = await replyWrites(shopId, open, { identity, channel, account: row.account }, words);
  // Whoever has written since is not answered by it and goes on waiting, with what is drafted for that.
  const wroteSince = await prisma.message.findMany({
    where: { shopId, identityId: { in: open.identities.map((one) => one.id) }, author: "shopper", receivedAt: { gt: row.createdAt } },
    select: { id: true },
  });
  const answered = wroteSince.length > 0 ? [] : mine.filter((one) => one.dueAt !== null);
  const drafts = await draftsOf(
    shopId,
    mine.map((one) => one.id),
  );
  const outdone = drafts.filter((draft) => !wroteSince.some(({ id }) => draft.messageIds.includes(id)));
  return [
    remove("HeldReply", { id: heldId, state: "held" }, 1),
    ...sent.writes,
    ...outdone.map((draft) => remove("ReplyDraft", { shopId, id: draft.id })),
    ...answered.map((one) => update("Case", { id: one.id, shopId }, { dueAt: null, updatedAt: now() })),
    ...(await caseEventWrites(
      shopId,
      answered.map((one) => ({ before: one, after: { ...one, dueAt: null } })),
    )),
    ...bumpRevision(open.conversation),
    audit(shopId, author, "replied", open.conversation.id, { messageId: sent.messageId, staffId: row.staffId }),
  ];
}

/** `template`: what was picked, instead of words. */
export type UndoOutcome =
  | { outcome: "undone"; text: string; staffId: string; template: SentTemplate | null; files: SentFile[] }
  | { outcome: "too-late" }
  | { outcome: "not-found" };

/** Takes a reply back before it goes out, or one that could not; the words go to the drafts of whoever wrote it. */
export async function undoReply(shopId: string, conversationId: string, heldId: string, by: string): Promise<UndoOutcome> {
  const row = await findHeld(shopId, conversationId, heldId);
  if (row === undefined) return { outcome: "not-found" };
  // What has gone out is no longer here.
  if (row === null || row.state === "stopped") return { outcome: "too-late" };
  const words = row.original ?? row.text;
  const template = row.template as SentTemplate | null;
  // A template's words, and the question whether to go on elsewhere, are not one's own to go on writing.
  const own = !template && !row.move;
  const back = { text: words, fileIds: filesOf(row).map((file) => file.id) };
  const kept = own ? await putBackDraft(shopId, row.identityId, row.staffId, back) : [];
  fault("staff.undo.before-commit");
  try {
    await database().commit([
      update(
        "HeldReply",
        { id: heldId, state: row.state },
        { state: "stopped", text: "", original: null, template: null as never, move: null as never, files: null as never },
        1,
      ),
      ...kept,
      audit(shopId, by, "reply-undone", conversationId),
      notify({ topic: "conversation", shopId, conversationId }),
    ]);
  } catch (error) {
    // It went out in the same moment.
    if (error instanceof StaleWrite) return { outcome: "too-late" };
    throw error;
  }
  fault("staff.undo.after-commit");
  return { outcome: "undone", text: row.move ? "" : words, staffId: row.staffId, template, files: filesOf(row) };
}

/** What goes out with a held reply. */
export const filesOf = (row: Pick<HeldReply, "files">): SentFile[] => (row.files as SentFile[] | null) ?? [];

/** Lets a reply out before its seconds are over, with those that were to go before it. False for another shop's conversation. */
export async function sendNow(shopId: string, conversationId: string, heldId: string): Promise<boolean> {
  const row = await findHeld(shopId, conversationId, heldId);
  if (row?.state !== "held") return row !== undefined;
  const earlier = await database().prisma.heldReply.findMany({
    where: { shopId, identityId: row.identityId, state: "held", createdAt: { lte: row.createdAt } },
    orderBy: { createdAt: "asc" },
  });
  await database().commit(earlier.map(({ id }) => sendJob({ shopId, id, conversationId, at: now() })));
  return true;
}

/** What is held, or could not go out, among the people of one conversation; the oldest first. */
export function heldReplies(shopId: string, identityIds: string[]): Promise<HeldReply[]> {
  return database().prisma.heldReply.findMany({
    where: { shopId, identityId: { in: identityIds }, state: { in: ["held", "failed"] } },
    orderBy: { createdAt: "asc" },
  });
}

/** Undefined where the conversation is another shop's, null where it holds no such reply any more. */
async function findHeld(shopId: string, conversationId: string, heldId: string): Promise<HeldReply | null | undefined> {
  const { prisma } = database();
  const people = await prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  if (people.length === 0) return undefined;
  return prisma.heldReply.findFirst({ where: { shopId, id: heldId, identityId: { in: people.map((one) => one.id) } } });
}

/** Whatever became of it since: the same words of the same page are not held a second time. */
async function heldUnder(shopId: string, conversationId: string, clientId: string): Promise<string | null> {
  const { prisma } = database();
  const row = await prisma.heldReply.findFirst({ where: { shopId, clientId }, select: { id: true, identityId: true } });
  if (!row) return null;
  return (await prisma.identity.count({ where: { shopId, id: row.identityId, conversationId } })) > 0 ? row.id : null;
}

function sendJob({ shopId, id, conversationId, at }: { shopId: string; id: string; conversationId: string; at: Date }): Write {
  return enqueue(shopId, "staff.send", { heldId: id }, { runAt: at, key: `staff.send:${id}`, queue: `staff.send:${conversationId}` });
}
