import { filesOfPart, type SentFile } from "#app/channels/files.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { waitingFiles } from "#app/domain/files/files.server.ts";
import { reachOf } from "#app/domain/staff/reach.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { languageOf } from "./ways.server.ts";

export type ReplyPreview = {
  channel: ChannelName;
  /** What arrives, in as many messages, each with the files in it; of a mail also as it is laid out. */
  parts: { text: string; files: SentFile[]; html?: string }[];
  /** The channel takes no more, and the end would be missing. */
  isCut: boolean;
  mail?: { from: string; subject: string };
};

/** A reply of staff as the delivery would render it now. Null where nobody can be reached, or for another shop's conversation. */
export async function previewReply(
  shop: { id: string; name: string },
  conversationId: string,
  text: string,
  fileIds: string[] = [],
): Promise<ReplyPreview | null> {
  const reach = await reachOf(shop.id, conversationId);
  if (!reach) return null;
  const { channel, identity, account } = reach;
  const written = text.trim();
  const files = await filesFor(shop.id, conversationId, fileIds);
  const blocks = written || files.length === 0 ? [{ kind: "text" as const, text: written }] : [];
  const rendered = adapters[channel].render(blocks, { language: languageOf(identity), shopName: shop.name, files });
  const parts = channel === "widget" ? [{ text: written, files }] : rendered.map(({ text, body }) => partOf(text, body, files));
  const isCut = channel !== "widget" && !written.endsWith("…") && (parts.at(-1)?.text.endsWith("…") ?? false);
  if (channel !== "email") return { channel, parts, isCut };
  const last = await database().prisma.message.findFirst({
    where: { shopId: shop.id, identityId: identity.id, channel, author: "shopper" },
    orderBy: { seq: "desc" },
    select: { thread: true },
  });
  const subject = (last?.thread as { subject?: string } | null)?.subject ?? shop.name;
  return { channel, parts, isCut, mail: { from: `${shop.name} <${account}>`, subject } };
}

async function filesFor(shopId: string, conversationId: string, fileIds: string[]): Promise<SentFile[]> {
  if (fileIds.length === 0) return [];
  const people = await database().prisma.identity.findMany({ where: { shopId, conversationId }, select: { id: true } });
  return waitingFiles(
    shopId,
    people.map((one) => one.id),
    fileIds,
  );
}

/** A file that goes alone has its name for words, which is shown with the file. */
function partOf(text: string, body: Record<string, unknown>, files: SentFile[]): ReplyPreview["parts"][number] {
  const within = filesOfPart(body).flatMap((id) => files.filter((file) => file.id === id));
  const words = within.some((file) => file.name === text) ? "" : text;
  return { text: words, files: within, ...(typeof body.html === "string" && { html: body.html }) };
}
