import { isOutbound } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import type { Thread } from "#app/domain/conversations/thread.server.ts";
import type { Reach } from "#app/domain/staff/reach.server.ts";
import type { ReplyWay } from "#app/ui/inbox/composer.tsx";
import type { MoveState } from "#app/ui/inbox/move-words.ts";
import { sayDuration, sayWhen } from "#app/ui/when.ts";
import { channelName } from "#app/ui/words.ts";

/** Where a reply goes and, when it cannot, why and what else to do. */
export function replyWay(reach: Reach | null, now: Date): ReplyWay {
  if (!reach) return null;
  const { channel, window, connected } = reach;
  const name = channelName(channel);
  const { maxText, maxParts, textUnit } = adapters[channel].capabilities;
  const limits = { maxText, maxParts, textUnit };
  if (!connected) return { channel, limits, blocked: true, hint: `${name} is no longer connected. Connect it again under Channels.` };
  if (!window.open) {
    const since = sayDuration(now.getTime() - window.closedAt.getTime());
    const rule =
      channel === "whatsapp"
        ? "until they write again, WhatsApp takes the shop’s approved templates only."
        : `${name} lets you write for 7 days after their last message.`;
    return {
      channel,
      limits,
      blocked: true,
      templates: channel === "whatsapp",
      hint: `Window closed ${since} ago: ${rule}`,
    };
  }
  const left = window.closesAt ? `, for another ${sayDuration(window.closesAt.getTime() - now.getTime())}` : "";
  return { channel, limits, blocked: false, hint: `Goes out on ${name}${left}` };
}

/** What became of the last question whether to go on elsewhere; null where none is open and no answer holds any more. */
export function moveState(thread: Thread, reach: Reach | null, now: Date, timeZone: string): MoveState | null {
  const asked = thread.messages.findLast((one) => one.deletedAt === null && isOutbound(one.content) && one.content.move !== undefined);
  const move = asked && isOutbound(asked.content) ? asked.content.move : undefined;
  if (!asked || !move) return null;
  const answer = thread.audits.findLast((one) => (one.detail as { questionId?: string } | null)?.questionId === asked.id);
  const words = { from: asked.channel, to: move.channel, when: sayWhen(answer?.at ?? asked.at, now, timeZone).short };
  if (!answer) return { state: "asked", ...words };
  if (answer.action === "declined-move") return { state: "declined", ...words };
  // They have written elsewhere since.
  return reach?.movedFromId ? { state: "agreed", ...words } : null;
}
