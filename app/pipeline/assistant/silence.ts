import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, type Turn } from "./turn.ts";

/**
 * Why the assistant says nothing now: it is switched off for the shop or the channel, or a person has the case. In the
 * second case the shopper hears once per channel that somebody has it.
 */
export function silenceReason(turn: Turn): { reason: "paused" | "staff"; writes: (turn: Turn) => Write[] } | null {
  const account = turn.context.accounts.find((one) => one.channel === turn.channel);
  if (turn.context.shop.assistantPaused || account?.paused) return { reason: "paused", writes: () => [] };
  const newest = activeCases(turn)[0];
  if (newest?.owner !== "staff" && !turn.context.withStaffBesides) return null;
  return { reason: "staff", writes: (one) => (wasTold(one) ? [] : tellOnce(one)) };
}

function wasTold(turn: Turn): boolean {
  return turn.context.waiting.length === 0 || turn.context.lastAnswerChannel === turn.channel;
}

function tellOnce(turn: Turn): Write[] {
  const blocks = [{ kind: "text" as const, text: sentence(turn.language, "withStaff") }];
  return appendOutbound(turn.identity, turn.channel, { account: turn.account, author: "assistant", blocks }).writes;
}
