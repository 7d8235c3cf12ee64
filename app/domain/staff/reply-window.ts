import type { ChannelName } from "#app/channels/message.ts";

/** How long after the shopper's last message a person may still write, in hours; absent: always. */
const staffWindowHours: Partial<Record<ChannelName, number>> = {
  // With the human-agent tag, which is for people only; the assistant's window is 24 h.
  instagram: 7 * 24,
  whatsapp: 24,
};

export type ReplyWindow = { open: true; closesAt?: Date } | { open: false; closedAt: Date };

/** May staff write freely on this channel now? Vendors count from the shopper's last message. */
export function replyWindow(channel: ChannelName, lastInboundAt: Date | null, now: Date): ReplyWindow {
  const hours = staffWindowHours[channel];
  if (hours === undefined) return { open: true };
  const closesAt = new Date((lastInboundAt?.getTime() ?? 0) + hours * 3_600_000);
  return closesAt > now ? { open: true, closesAt } : { open: false, closedAt: closesAt };
}
