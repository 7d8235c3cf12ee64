import type { Capabilities } from "#app/channels/channel.ts";
import type { ChannelName } from "#app/channels/message.ts";

/** A way to the shopper: an identity on a channel that the shop has connected. */
export type WayOut = {
  identityId: string;
  channel: ChannelName;
  lastInboundAt: Date | null;
  paused: boolean;
  /** The shop's own account there. */
  account: string;
  /** Wants nothing there that we begin. */
  optedOut?: boolean;
};

export type Plan =
  | { kind: "send"; identityId: string; channel: ChannelName; as: "text" | "template"; because: "same-channel" | "window-closed" }
  | { kind: "fail"; because: "window-closed" | "opted-out" };

type ByChannel = Record<ChannelName, Pick<Capabilities, "freeTextWindowHours">>;

const staffWindowHours = 7 * 24;

/**
 * The way out for one message. It stays on the channel it was written for; only where that channel's window has closed does
 * it go to an e-mail address of the same proven shopper. A person's words may use Instagram's longer window.
 */
export function planDelivery(
  wanted: WayOut,
  others: WayOut[],
  author: "assistant" | "staff" | "system",
  capabilities: ByChannel,
  now: Date,
): Plan {
  if (isOpen(wanted, capabilities, now, author)) return by(wanted, "text", "same-channel");
  const mailbox = others.find((way) => way.channel === "email" && !way.paused);
  return mailbox ? by(mailbox, "text", "window-closed") : { kind: "fail", because: "window-closed" };
}

export type BegunRules = {
  /** A template for this language is approved and takes what there is to say. */
  template: boolean;
  /** No template and no mail: only where the shopper may be written to freely. */
  onlyInWindow: boolean;
  /** Said on this channel or not at all. */
  staysOnChannel?: boolean;
};

/**
 * The way out for what we begin: free text on the wanted channel while its window is open, else the approved WhatsApp template,
 * else mail, else another channel whose window is still open. Where the shopper wants no such messages nothing goes.
 */
export function planBegun(wanted: WayOut, others: WayOut[], rules: BegunRules, capabilities: ByChannel, now: Date): Plan {
  const ways = [wanted, ...others.filter((way) => way.identityId !== wanted.identityId && !way.paused)];
  const wanting = ways.filter((way) => !way.optedOut);
  if (wanting.length === 0 || wanted.optedOut) return { kind: "fail", because: "opted-out" };
  if (isOpen(wanted, capabilities, now)) return by(wanted, "text", "same-channel");
  if (rules.staysOnChannel) return { kind: "fail", because: "window-closed" };
  const phone = rules.template && !rules.onlyInWindow ? wanting.find((way) => way.channel === "whatsapp") : undefined;
  if (phone && phone === wanted) return by(phone, "template", "same-channel");
  const mailbox = rules.onlyInWindow ? undefined : wanting.find((way) => way.channel === "email");
  if (mailbox) return by(mailbox, "text", "window-closed");
  if (phone) return by(phone, "template", "window-closed");
  // A visitor's browser has no window and may never be opened again: nothing is moved there.
  const open = wanting.find((way) => way.channel !== "widget" && way.channel !== "email" && isOpen(way, capabilities, now));
  return open ? by(open, "text", "window-closed") : { kind: "fail", because: "window-closed" };
}

function isOpen(way: WayOut, capabilities: ByChannel, now: Date, author: "assistant" | "staff" | "system" = "assistant"): boolean {
  const window = capabilities[way.channel].freeTextWindowHours;
  const hours = author === "staff" && way.channel === "instagram" ? staffWindowHours : window;
  if (hours === null) return true;
  return way.lastInboundAt !== null && now.getTime() - way.lastInboundAt.getTime() < hours * 3_600_000;
}

function by({ identityId, channel }: WayOut, as: "text" | "template", because: "same-channel" | "window-closed"): Plan {
  return { kind: "send", identityId, channel, as, because };
}
