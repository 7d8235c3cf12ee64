import { type FileTrouble, fileTrouble, type SentFile } from "#app/channels/files.ts";
import type { Block, ChannelName, MoveQuestion } from "#app/channels/message.ts";
import type { SentTemplate } from "#app/channels/whatsapp/message-template.ts";
import { caseEventWrites } from "#app/domain/cases/case-events.server.ts";
import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { chosenFiles, filesSent } from "#app/domain/files/files.server.ts";
import { promisesOfStaff } from "#app/domain/promises/ledger.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { audit, bumpRevision, findOpenConversation, type OpenConversation } from "./conversation.server.ts";
import { pointerWrites } from "./pointer.server.ts";
import { type Reach, reachOf } from "./reach.server.ts";
import { assignToStaff } from "./take-over.server.ts";

export const longestReply = 4000;

export type StaffReply = {
  text: string;
  /** The person's name as the shopper sees it. */
  author: string;
  /** What they wrote in their own language, where `text` is its translation; `language` is ISO 639-1. */
  original?: { text: string; language: string };
  /** The page's own id of this reply: sending it twice sends one message. */
  clientId?: string;
  /** The WhatsApp template of which `text` is the words: it may go out whenever. */
  template?: SentTemplate;
  /** `text` asks whether to go on on another channel. */
  move?: MoveQuestion;
  /** Ids of what goes out with it; with a file it needs no words. */
  fileIds?: string[];
};

type Refused =
  | {
      outcome: "refused";
      because: "not-found" | "empty" | "too-long" | "nobody-to-reach" | "not-connected" | "window-closed" | "not-on-whatsapp" | "file-gone";
    }
  | { outcome: "refused"; because: "files"; trouble: FileTrouble; channel: ChannelName };
export type ReplyOutcome = { outcome: "sent"; messageId: string } | Refused;
type Allowed = { outcome: "allowed"; text: string; externalId: string; open: OpenConversation; reach: Reach; files: SentFile[] };

/** May this reply go out, and where to? `sent`: it has, under the same id of the page. */
export async function checkReply(shopId: string, conversationId: string, reply: StaffReply): Promise<Allowed | ReplyOutcome> {
  const text = reply.text.trim();
  const { fileIds = [] } = reply;
  if (text === "" && fileIds.length === 0) return { outcome: "refused", because: "empty" };
  if (text.length > longestReply) return { outcome: "refused", because: "too-long" };
  const open = await findOpenConversation(shopId, conversationId);
  if (!open) return { outcome: "refused", because: "not-found" };
  const externalId = `staff:${reply.clientId ?? newId()}`;
  const known = await sentBefore(shopId, open, externalId);
  if (known) return { outcome: "sent", messageId: known };
  const reach = await reachOf(shopId, conversationId);
  if (!reach) return { outcome: "refused", because: "nobody-to-reach" };
  if (!reach.connected) return { outcome: "refused", because: "not-connected" };
  if (reply.template && reach.channel !== "whatsapp") return { outcome: "refused", because: "not-on-whatsapp" };
  if (!reply.template && !reach.window.open) return { outcome: "refused", because: "window-closed" };
  const people = [reach.identity.id, ...open.identities.map((one) => one.id)];
  const files = await chosenFiles(shopId, people, fileIds);
  if (!files) return { outcome: "refused", because: "file-gone" };
  const trouble = fileTrouble(reach.channel, files);
  if (trouble) return { outcome: "refused", because: "files", trouble, channel: reach.channel };
  return { outcome: "allowed", text, externalId, open, reach, files };
}

/** Writes to the shopper at once, on the channel they last used. From here on a person owns the open cases. */
export async function replyAsStaff(shopId: string, conversationId: string, reply: StaffReply): Promise<ReplyOutcome> {
  const checked = await checkReply(shopId, conversationId, reply);
  if (checked.outcome !== "allowed") return checked;
  const { text, externalId, open, reach, files } = checked;
  const { writes, changes, caseId } = assignToStaff(open, reply.author, { answers: true });
  const told = await caseEventWrites(shopId, changes);
  const sent = await replyWrites(shopId, open, reach, { ...reply, text, files, externalId, caseId });
  try {
    fault("staff.reply.before-commit");
    await database().commit([
      ...writes,
      ...told,
      ...sent.writes,
      ...bumpRevision(open.conversation, { unread: false }),
      audit(shopId, reply.author, "replied", conversationId, { messageId: sent.messageId }),
    ]);
    fault("staff.reply.after-commit");
  } catch (error) {
    // The same reply was committed between our look and our commit: its unique key has refused this one.
    const winner = await sentBefore(shopId, open, externalId);
    if (!winner) throw error;
    return { outcome: "sent", messageId: winner };
  }
  return { outcome: "sent", messageId: sent.messageId };
}

type Words = StaffReply & { files?: SentFile[]; externalId: string; caseId: string | undefined };

/** The message of a person of the shop, on its way, with what it promises; before it, what is said of it on other channels. */
export async function replyWrites(
  shopId: string,
  open: OpenConversation,
  to: Pick<Reach, "identity" | "channel" | "account">,
  words: Words,
): Promise<{ messageId: string; writes: Write[] }> {
  const { identity, channel, account } = to;
  const { conversationId } = identity;
  const { text, author, externalId, caseId, template, move, files = [] } = words;
  const pointers = await pointerWrites(shopId, open, to);
  const blocks: Block[] = move
    ? [{ kind: "choices", prompt: text, choices: move.choices }]
    : [...(text ? [{ kind: "text" as const, text }] : []), ...(template ? buttonBlocks(template) : [])];
  const said = { author: "staff" as const, authorName: author, blocks, ...(template && { template }), ...(move && { move }), files };
  const { messageId, writes } = appendOutbound(identity, channel, { ...said, account, caseId, externalId });
  const promises = await promisesOfStaff(shopId, { messageId, identityId: identity.id, conversationId, caseId }, text);
  const owned = filesSent(shopId, files, messageId);
  return {
    messageId,
    writes: [...pointers, ...writes, ...owned, ...promises, ...original(words, { shopId, messageId, identityId: identity.id })],
  };
}

/** What stands under a template. Tapped, WhatsApp sends back a button's own words. */
function buttonBlocks({ buttons }: SentTemplate): Block[] {
  const links = buttons.flatMap(({ text: label, url }): Block[] => (url ? [{ kind: "link", label, url }] : []));
  const choices = buttons.filter((one) => !one.url).map((one) => ({ id: one.text, title: one.text }));
  return choices.length > 0 ? [...links, { kind: "choices", choices }] : links;
}

function original(reply: StaffReply, message: { shopId: string; messageId: string; identityId: string }): Write[] {
  if (!reply.original?.text.trim()) return [];
  const { text, language } = reply.original;
  return [
    insert("Translation", {
      id: newId(),
      ...message,
      language,
      text: text.trim().slice(0, longestReply),
      by: "staff",
      doubtful: false,
      createdAt: now(),
    }),
  ];
}

async function sentBefore(shopId: string, open: OpenConversation, externalId: string): Promise<string | undefined> {
  const identityId = { in: open.identities.map((one) => one.id) };
  const row = await database().prisma.message.findFirst({ where: { shopId, identityId, externalId }, select: { id: true } });
  return row?.id;
}
