import { type Json, list, record, text } from "#app/integrations/meta/payload.ts";
import type { Attachment, InboundContent } from "../message.ts";

/** Attachment kinds that are files; what is missing here is shown by name. */
const files: Record<string, Attachment["kind"]> = {
  image: "image",
  video: "video",
  audio: "audio",
  file: "file",
  share: "file",
  ig_post: "file",
  story_mention: "file",
  reel: "video",
  ig_reel: "video",
};

/** Kinds that show something of somebody else's: alone they say nothing that we could answer. */
const shown: Record<string, string> = {
  share: "shared post",
  ig_post: "shared post",
  story_mention: "story mention",
  reel: "shared reel",
  ig_reel: "shared reel",
};

/** Reads what a direct message says. A tapped quick reply comes as its title with our id beside it. */
export function readContent(message: Json): InboundContent {
  const words = text(message.text) ?? "";
  const payload = text(record(message.quick_reply)?.payload);
  const items = list(message.attachments).map((one) => readAttachment(one));
  const hearts = items.filter((item) => item.heart).length;
  const replyTo = readReplyTo(record(message.reply_to));
  const said = payload ? "" : words || "❤️".repeat(hearts);
  const unsupported =
    message.is_unsupported === true
      ? "unsupported message"
      : said || payload
        ? undefined
        : items.find((item) => item.unsupported)?.unsupported;
  const attachments = items.flatMap((item) => item.attachment ?? []);
  const empty = !said && !payload && attachments.length === 0 && !unsupported;
  return {
    text: said,
    attachments,
    ...(payload && { choice: { id: payload, title: words || payload } }),
    ...(replyTo && { replyTo }),
    ...((unsupported || empty) && { unsupported: unsupported ?? "unknown message" }),
  };
}

function readAttachment(value: unknown): { attachment?: Attachment; unsupported?: string; heart?: boolean } {
  const attachment = record(value);
  const type = text(attachment?.type) ?? "unknown attachment";
  if (type === "like_heart") return { heart: true };
  const reference = text(record(attachment?.payload)?.url);
  const kind = Object.hasOwn(files, type) ? files[type] : undefined;
  if (!kind || !reference) return { unsupported: type };
  const name = shown[type];
  return { attachment: { kind, reference }, ...(name && { unsupported: name }) };
}

function readReplyTo(replyTo: Json | undefined): string | undefined {
  const story = record(replyTo?.story);
  if (!story) return text(replyTo?.mid);
  return `story:${text(story.id) ?? text(story.url) ?? "unknown"}`;
}
