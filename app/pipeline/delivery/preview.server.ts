import type { ChannelName } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { reachOf } from "#app/domain/staff/reach.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { languageOf } from "./ways.server.ts";

export type ReplyPreview = {
  channel: ChannelName;
  /** What arrives, in as many messages; of a mail also as it is laid out. */
  parts: { text: string; html?: string }[];
  /** The channel takes no more, and the end would be missing. */
  isCut: boolean;
  mail?: { from: string; subject: string };
};

/** A reply of staff as the delivery would render it now. Null where nobody can be reached, or for another shop's conversation. */
export async function previewReply(shop: { id: string; name: string }, conversationId: string, text: string): Promise<ReplyPreview | null> {
  const reach = await reachOf(shop.id, conversationId);
  if (!reach) return null;
  const { channel, identity, account } = reach;
  const written = text.trim();
  const rendered = adapters[channel].render([{ kind: "text", text: written }], { language: languageOf(identity), shopName: shop.name });
  const parts = channel === "widget" ? [{ text: written }] : rendered.map(({ text, body }) => withHtml(text, body));
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

const withHtml = (text: string, body: Record<string, unknown>) => ({ text, ...(typeof body.html === "string" && { html: body.html }) });
