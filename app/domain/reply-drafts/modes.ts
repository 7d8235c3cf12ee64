import { type ChannelName, channelNames } from "#app/channels/message.ts";

/** "off": people answer. "draft": the assistant writes, a person approves. "auto": it answers by itself. */
export const replyModes = ["auto", "draft", "off"] as const;
export type ReplyMode = (typeof replyModes)[number];

/** What a shopper wants, in the kinds that a merchant decides about. */
export const wishGroups = ["orders", "returns", "delivery", "products", "payment", "account", "other"] as const;
export type WishGroup = (typeof wishGroups)[number];

const groupOf: Record<string, WishGroup> = {
  order_status: "orders",
  cancel_order: "orders",
  change_order: "orders",
  change_address: "orders",
  invoice: "orders",
  return_start: "returns",
  refund_status: "returns",
  return_policy: "returns",
  exchange: "returns",
  shipping_policy: "delivery",
  product_question: "products",
  promotion: "payment",
  payment: "payment",
  account: "account",
};

/** What these are told comes from the order and the rules alone. */
const byFacts: readonly WishGroup[] = ["orders", "returns"];

export const isByFacts = (group: WishGroup): boolean => byFacts.includes(group);

/** The kind of a wish; of one that nobody has understood, "other". */
export const groupOfWish = (intent: string | null | undefined): WishGroup => groupOf[intent ?? ""] ?? "other";

/** Modes that differ from ours: "products@email" to a mode. */
export type ReplyModes = Record<string, ReplyMode>;

/**
 * What holds where the merchant has set nothing: on chats, where somebody waits, the assistant answers. By mail it does so for
 * orders and returns; what it takes from the shop's texts waits for a person.
 */
export function usualMode(channel: ChannelName, group: WishGroup): ReplyMode {
  return channel === "email" && !isByFacts(group) ? "draft" : "auto";
}

/** How replies of this kind go out on a channel. */
export function modeFor(stored: unknown, channel: ChannelName, group: WishGroup): ReplyMode {
  return readReplyModes(stored)[`${group}@${channel}`] ?? usualMode(channel, group);
}

/** The stored modes; what another version wrote and this one does not know is none. */
export function readReplyModes(stored: unknown): ReplyModes {
  if (stored === null || typeof stored !== "object") return {};
  const known = Object.entries(stored).filter(([key, value]) => cells.has(key) && replyModes.some((one) => one === value));
  return Object.fromEntries(known) as ReplyModes;
}

/** Every kind on every channel, as a form holds it. */
export function modesToForm(stored: unknown): Record<string, ReplyMode> {
  const cell = (group: WishGroup, channel: ChannelName) => [`${group}@${channel}`, modeFor(stored, channel, group)] as const;
  return Object.fromEntries(wishGroups.flatMap((group) => channelNames.map((channel) => cell(group, channel))));
}

/** What was chosen, as it is kept: only what differs from ours. Null where something is no mode. */
export function readModesForm(form: Partial<Record<string, string>>): ReplyModes | null {
  const chosen: ReplyModes = {};
  for (const group of wishGroups) {
    for (const channel of channelNames) {
      const key = `${group}@${channel}`;
      const mode = replyModes.find((one) => one === form[key]);
      if (!mode) return null;
      if (mode !== usualMode(channel, group)) chosen[key] = mode;
    }
  }
  return chosen;
}

const cells = new Set(wishGroups.flatMap((group) => channelNames.map((channel) => `${group}@${channel}`)));
