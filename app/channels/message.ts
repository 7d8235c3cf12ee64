import type { Block, Choice } from "#widget/protocol.ts";
import type { SentFile } from "./files.ts";
import type { SentTemplate } from "./whatsapp/message-template.ts";

export type { Block, Choice, Money, OrderStage, PickedItem } from "#widget/protocol.ts";

/** The channels a shopper can write on. Staff notes and Shopify events are not channels. */
export const channelNames = ["widget", "instagram", "whatsapp", "email"] as const;
export type ChannelName = (typeof channelNames)[number];

export const isChannelName = (name: string): name is ChannelName => (channelNames as readonly string[]).includes(name);

/** The languages we answer in. Anything else is answered in the shop's own language. */
export const languages = ["en", "de", "fr", "es", "pt", "it", "nl"] as const;
export type Language = (typeof languages)[number];

export type Attachment = {
  kind: "image" | "audio" | "video" | "file";
  /** A vendor's address or media id, fetched by a job of its own; or the name under which our own door kept it. */
  reference: string;
  mimeType?: string;
  fileName?: string;
  /** Bytes, where the channel says. */
  size?: number;
};

/** What one inbound message says, in canonical form. */
export type InboundContent = {
  /** Plain text, quotes and signatures already stripped; empty when there is none. */
  text: string;
  /** The whole text before stripping, where stripping took something away. */
  fullText?: string;
  /** A tapped button, quick reply or list row: our own choice id comes back. */
  choice?: { id: string; title: string };
  /** A sent form (widget item picker). */
  items?: { id: string; quantity: number }[];
  attachments: Attachment[];
  /** The vendor's id of the message it answers. */
  replyTo?: string;
  /** Set when the vendor sent a kind we cannot show; says which. */
  unsupported?: string;
  reaction?: string;
  subject?: string;
  /** What a link into the channel carried along (Instagram's `ref`); the message may say nothing else. */
  referral?: string;
};

/** A continue-here code wherever it is written. */
export const continueCodePattern = /\bOT-[0-9A-HJKMNP-TV-Z]{9}\b/i;

/** May we go on there? `toId`: the shopper's identity on that channel. Tapped, a choice brings its id back. */
export type MoveQuestion = { toId: string; channel: ChannelName; choices: Choice[] };

/**
 * What an outbound message says. `template`: a person picked WhatsApp's template that says it; `move`: it asks whether to go on on
 * another channel; `files`: what a person attached.
 */
export type OutboundContent = { blocks: Block[]; template?: SentTemplate; move?: MoveQuestion; files?: SentFile[] };
export type MessageContent = InboundContent | OutboundContent;

export function isOutbound(content: MessageContent): content is OutboundContent {
  return "blocks" in content;
}

/** Reads a message's words for staff, search and summaries, whatever it is made of. */
export function plainText(content: MessageContent): string {
  if (!isOutbound(content))
    return content.text || content.choice?.title || content.referral || (content.unsupported ? `[${content.unsupported}]` : "");
  const files = (content.files ?? []).map((file) => file.name);
  return [...content.blocks.map(blockText), ...files].filter(Boolean).join("\n");
}

/** One block in plain words, the least a channel can show. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "choices":
      return [block.prompt, ...block.choices.map((choice) => `- ${choice.title}`)].filter(Boolean).join("\n");
    case "order":
      return [`${block.name}: ${block.status}`, block.trackingUrl].filter(Boolean).join("\n");
    case "items":
      return [block.prompt, ...block.items.map((item) => `- ${itemLabel(item)}${item.refused ? ` (${item.refused})` : ""}`)].join("\n");
    case "quote":
      return [
        block.title,
        ...block.lines.map((line) => `${line.label}: ${line.amount}`),
        `${block.total.label}: ${block.total.amount}`,
      ].join("\n");
    case "progress":
      return [block.label, ...block.saved.map((saved) => `${saved.label}: ${saved.value}`)].join("\n");
    case "link":
      return `${block.label}: ${block.url}`;
  }
}

export function itemLabel(item: { title: string; variantTitle?: string }): string {
  return item.variantTitle ? `${item.title}, ${item.variantTitle}` : item.title;
}
