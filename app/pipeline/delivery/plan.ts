import type { Capabilities } from "#app/channels/channel.ts";
import type { ChannelName } from "#app/channels/message.ts";

/** A way to the shopper: an identity on a channel that the shop has connected. */
export type WayOut = { identityId: string; channel: ChannelName; lastInboundAt: Date | null; paused: boolean };

export type Plan =
  | { kind: "send"; identityId: string; channel: ChannelName; because: "same-channel" | "window-closed" }
  | { kind: "fail"; because: "window-closed" };

const staffWindowHours = 7 * 24;

/**
 * The way out for one message. It stays on the channel it was written for; only where that channel's window has closed does
 * it go to an e-mail address of the same proven shopper. A person's words may use Instagram's longer window.
 */
export function planDelivery(
  wanted: WayOut,
  others: WayOut[],
  author: "assistant" | "staff" | "system",
  capabilities: Record<ChannelName, Capabilities>,
  now: Date,
): Plan {
  const window = capabilities[wanted.channel].freeTextWindowHours;
  const hours = author === "staff" && wanted.channel === "instagram" ? staffWindowHours : window;
  const since = wanted.lastInboundAt ? (now.getTime() - wanted.lastInboundAt.getTime()) / 3_600_000 : Number.POSITIVE_INFINITY;
  if (hours === null || since < hours) {
    return { kind: "send", identityId: wanted.identityId, channel: wanted.channel, because: "same-channel" };
  }
  const mailbox = others.find((way) => capabilities[way.channel].freeTextWindowHours === null && way.channel === "email" && !way.paused);
  return mailbox
    ? { kind: "send", identityId: mailbox.identityId, channel: mailbox.channel, because: "window-closed" }
    : { kind: "fail", because: "window-closed" };
}
