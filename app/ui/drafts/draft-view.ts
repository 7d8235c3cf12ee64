import { type Block, plainText } from "#app/channels/message.ts";
import type { DraftRow, StandsOn } from "#app/domain/reply-drafts/draft.server.ts";
import { outdates } from "#app/domain/reply-drafts/waiting.ts";
import { sayWhen, type When } from "#app/ui/when.ts";

/** A draft as a person sees it who is to approve it. */
export type DraftView = {
  id: string;
  channel: string;
  blocks: Block[];
  text: string;
  /** What it answers, in the shopper's words. */
  asked: string[];
  standsOn: StandsOn[];
  when: When;
  /** The shopper has written since. */
  outdated: boolean;
};

type Said = { id: string; seq: number; author: string; text: string; answeredBy: string | null; deletedAt: Date | null };

/** `messages`: of the conversation, as far as they are at hand. */
export function draftView(draft: DraftRow, messages: Said[], now: Date, timeZone: string): DraftView {
  const { id, channel, blocks, standsOn, createdAt } = draft;
  return {
    id,
    channel,
    blocks,
    text: plainText({ blocks }),
    asked: messages.filter((one) => draft.messageIds.includes(one.id) && !one.deletedAt).map((one) => one.text),
    standsOn,
    when: sayWhen(createdAt, now, timeZone),
    outdated: messages.some((one) => outdates(one, draft)),
  };
}
