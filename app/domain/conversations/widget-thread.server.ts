import type { SentFile } from "#app/channels/files.ts";
import { type Block, type InboundContent, isOutbound, type MessageContent } from "#app/channels/message.ts";
import { fileAddress } from "#app/domain/files/link.server.ts";
import { withWholeCodes } from "#app/domain/gift-cards/issue.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { type PhotoRow, photosOfMessages } from "#app/domain/photos/photos.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { WidgetFile, WidgetMessage, WidgetPhoto } from "#widget/protocol.ts";

/** The newest messages of a thread, oldest first. */
const pageSize = 60;

/** What the holder of a widget session may read: the messages of the shopper it is proven to be, over all channels. */
export async function readThread(identity: IdentityRow, after: number): Promise<WidgetMessage[]> {
  const { prisma } = database();
  const { shopId } = identity;
  const members = await membersToTell(identity);
  const rows = await prisma.message.findMany({
    where: { shopId, identityId: { in: members.map((member) => member.id) }, seq: { gt: after } },
    orderBy: { seq: "desc" },
    take: pageSize,
  });
  const photos = await photosOfRows(shopId, rows);
  return Promise.all(rows.reverse().map((row) => forOwner(shopId, row, toWidgetMessage(row, identity, photos))));
}

/** One message of the thread; null when it is not this shopper's. */
export async function readThreadMessage(identity: IdentityRow, messageId: string): Promise<WidgetMessage | null> {
  const { prisma } = database();
  const row = await prisma.message.findFirst({ where: { shopId: identity.shopId, id: messageId } });
  if (!row) return null;
  const members = await membersToTell(identity);
  if (!members.some((member) => member.id === row.identityId)) return null;
  return forOwner(identity.shopId, row, toWidgetMessage(row, identity, await photosOfRows(identity.shopId, [row])));
}

/** What we said of a card that was made for this shopper: here they read its whole code. */
async function forOwner(shopId: string, { author, caseId }: MessageRow, message: WidgetMessage): Promise<WidgetMessage> {
  return author === "assistant" ? { ...message, blocks: await withWholeCodes(shopId, caseId, message.blocks) } : message;
}

/** Asked only where a message brought something along. */
async function photosOfRows(shopId: string, rows: MessageRow[]): Promise<PhotoRow[]> {
  const bring = rows.filter((row) => !isOutbound(row.content as MessageContent) && (row.content as InboundContent).attachments.length > 0);
  return bring.length > 0
    ? photosOfMessages(
        shopId,
        bring.map((row) => row.id),
      )
    : [];
}

type MessageRow = {
  id: string;
  seq: number;
  author: string;
  authorName: string | null;
  channel: string;
  externalId: string;
  at: Date;
  content: unknown;
  text: string;
  deletedAt: Date | null;
  caseId: string | null;
};

function toWidgetMessage(row: MessageRow, viewer: IdentityRow, all: PhotoRow[]): WidgetMessage {
  const photos = row.deletedAt ? [] : all.filter((photo) => photo.messageId === row.id);
  const content = row.content as MessageContent;
  const files = row.deletedAt || !isOutbound(content) ? [] : (content.files ?? []);
  const own = row.author === "shopper" && row.channel === "widget" && row.externalId.startsWith(`${viewer.externalId}:`);
  return {
    id: row.id,
    seq: row.seq,
    author: row.author as WidgetMessage["author"],
    name: row.authorName ?? undefined,
    channel: row.channel,
    at: row.at.getTime(),
    blocks: row.deletedAt ? [] : isOutbound(content) ? content.blocks : shopperBlocks(content),
    photos: photos.length > 0 ? photos.map(toWidgetPhoto) : undefined,
    files: files.length > 0 ? files.map(toWidgetFile) : undefined,
    clientId: own ? row.externalId.slice(viewer.externalId.length + 1) : undefined,
    deleted: row.deletedAt !== null || undefined,
  };
}

function toWidgetFile({ id, kind, name, width, height }: SentFile): WidgetFile {
  return { id, kind: kind === "pdf" ? "pdf" : "picture", name, url: fileAddress(id), width, height };
}

function toWidgetPhoto({ id, state, width, height }: PhotoRow): WidgetPhoto {
  return { id, state: state as WidgetPhoto["state"], width: width ?? undefined, height: height ?? undefined };
}

function shopperBlocks(content: InboundContent): Block[] {
  const text = content.text || content.choice?.title || content.attachments[0]?.fileName || content.reaction || content.unsupported;
  return text ? [{ kind: "text", text }] : [];
}
