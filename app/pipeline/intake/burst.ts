import type { ChannelName, InboundContent } from "#app/channels/message.ts";

/** How long to wait for the rest of a burst, in milliseconds. People on phones send thoughts in pieces. */
const waits: Record<ChannelName, number> = { widget: 500, instagram: 1500, whatsapp: 1500, email: 0 };

/** A tapped button or a sent form never waits. */
export function burstWait(channel: ChannelName, content: InboundContent): number {
  return content.choice || content.items ? 0 : waits[channel];
}
