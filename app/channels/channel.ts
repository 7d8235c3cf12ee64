import type { SentFile } from "./files.ts";
import type { Block, ChannelName, InboundContent, Language } from "./message.ts";

/** What a channel can carry. Limits are data; `render` reads them, property tests check against them. */
export type Capabilities = {
  /** Longest text of one part. */
  maxText: number;
  /** What `maxText` counts. */
  textUnit: "bytes" | "characters";
  /** Most parts one reply may become. */
  maxParts: number;
  maxButtons: number;
  maxButtonTitle: number;
  /** 0 where the channel has no lists. */
  maxListRows: number;
  maxListRowTitle: number;
  /** Hours after the shopper's last message in which free text may be sent; null: always. */
  freeTextWindowHours: number | null;
  markdown: "none" | "whatsapp" | "html";
  shows: { links: boolean; images: boolean };
};

/** Who sent an inbound item: the key that names the identity, and what the channel says of it. */
export type Sender = {
  kind: IdentityKind;
  /** The vendor's stable id, or the exact lower-cased address. */
  externalId: string;
  label?: string;
  /** The other names the channel vouches for (a WhatsApp message's phone beside its BSUID). */
  also?: { kind: IdentityKind; externalId: string }[];
};

export type IdentityKind = "widget" | "shopify-customer" | "email" | "phone" | "whatsapp" | "instagram";

/** One thing found in a vendor's batch. Nothing is dropped: what is not known is a message with `unsupported`. */
export type InboundItem =
  | { kind: "message"; account: string; externalId: string; sender: Sender; at: Date; content: InboundContent; thread?: Thread }
  | { kind: "echo"; account: string; externalId: string; recipient: string; at: Date; content: InboundContent; deliveryId?: string }
  | { kind: "status"; account: string; externalId: string; status: DeliveryStatus; at: Date; deliveryId?: string; error?: VendorIssue }
  | { kind: "edit"; account: string; externalId: string; at: Date; text: string }
  | { kind: "deletion"; account: string; externalId: string; at: Date }
  | { kind: "identity-changed"; account: string; externalId: string; previous: Sender; at: Date }
  | { kind: "ignored"; account: string; reason: string };

/** Keep the vendor's word beside ours. */
export type DeliveryStatus = { unified: "sent" | "delivered" | "read" | "failed"; raw: string };
export type VendorIssue = { code: string; detail: string };

/** Email only: what ties a mail to its thread. */
export type Thread = {
  messageId: string;
  inReplyTo?: string;
  references: string[];
  subject: string;
  replyToken?: string;
  automatic: boolean;
};

/**
 * A rendered part: the vendor's own body without the recipient, ready to be sent again unchanged. `body.files` names by id the files
 * that the sender adds to it; see files.ts.
 */
export type RenderedPart = { body: Record<string, unknown>; text: string };

export type RenderContext = { language: Language; shopName: string; files?: SentFile[] };

/** A file as a sender needs it. `url`: where the vendor may fetch it for a while. */
export type FileToSend = { id: string; name: string; mimeType: string; bytes: Buffer; url: string };

/** Where a delivery goes and with what: the account's decrypted credentials and settings. */
export type SendRequest = {
  account: { externalId: string; credentials: Record<string, string>; config: Record<string, string> };
  recipient: { kind: IdentityKind; externalId: string; label?: string };
  part: RenderedPart;
  /** What the part names in `body.files`. */
  files?: FileToSend[];
  deliveryId: string;
  /** A person wrote it (Instagram's human-agent window depends on it). */
  author: "assistant" | "staff";
  thread?: { inReplyTo?: string; references: string[]; subject: string; replyTo?: string; messageId: string };
};

export type SendOutcome =
  | { outcome: "accepted"; externalId: string }
  /** `retryAfterMs`: try again then. `window-closed`: plan another way out. */
  | {
      outcome: "failed";
      reason: "window-closed" | "rate-limited" | "account" | "recipient" | "rejected" | "unavailable";
      code: string;
      retryAfterMs?: number;
    }
  /** The vendor may or may not have taken it: wait for evidence, never send blindly again. */
  | { outcome: "unknown"; code: string };

/** A channel: pure reading and writing of its wire format, and one call that sends. */
export interface ChannelAdapter {
  name: ChannelName;
  capabilities: Capabilities;
  /** Reads one stored raw body into a list (vendors batch). Never throws on what a vendor may send. */
  parse(body: unknown): InboundItem[];
  /** Renders abstract blocks within the channel's limits. At least one part for a non-empty reply. */
  render(blocks: Block[], context: RenderContext): RenderedPart[];
}

/** Sends over the network; separate from the pure part so that rules never carry I/O. */
export interface ChannelSender {
  name: ChannelName;
  send(request: SendRequest): Promise<SendOutcome>;
}

/** Channels that can show "typing" and "read". */
export interface SendsTyping {
  sendTyping(request: Pick<SendRequest, "account" | "recipient"> & { lastMessageId: string }): Promise<void>;
}

export function sendsTyping(sender: ChannelSender): sender is ChannelSender & SendsTyping {
  return "sendTyping" in sender;
}

/** What a vendor's batch says about one person, for one of our accounts. `correspondent` is empty where it names nobody. */
export type BatchPart = { account: string; correspondent: string; body: unknown };
