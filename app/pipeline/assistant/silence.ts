import { appendOutbound } from "#app/domain/conversations/messages.server.ts";
import { watchDue } from "#app/domain/staff/due.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { sayExpectation } from "./expectation.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, dueFrom, type Turn } from "./turn.ts";

/**
 * Why the assistant says nothing now: it is switched off for the shop or the channel, or a person has one of the open cases. In
 * the second case the shopper hears once per channel that somebody has it. Who has come here or proven themselves (`here`) goes
 * on with what was open last, whoever has the others.
 */
export function silenceReason(turn: Turn, { here = false } = {}): { reason: "paused" | "staff"; writes: (turn: Turn) => Write[] } | null {
  const account = turn.context.accounts.find((one) => one.channel === turn.channel);
  if (turn.context.shop.assistantPaused || account?.paused) return { reason: "paused", writes: () => [] };
  const active = activeCases(turn);
  const counted = here ? active.slice(0, 1) : active;
  if (!counted.some((row) => row.owner === "staff") && !turn.context.withStaffBesides) return null;
  return { reason: "staff", writes: (one) => [...(wasTold(one) ? [] : tellOnce(one)), ...startClock(one)] };
}

/** The shopper waits from the first message that nobody has answered, not from the last. */
function startClock(turn: Turn): Write[] {
  const row = activeCases(turn).find((one) => one.owner === "staff");
  if (!row || row.dueAt !== null || turn.context.waiting.length === 0) return [];
  const dueAt = dueFrom(turn);
  return dueAt ? [update("Case", { id: row.id, shopId: row.shopId }, { dueAt }), ...watchDue(turn.context.shop, row.id, dueAt)] : [];
}

function wasTold(turn: Turn): boolean {
  return turn.context.waiting.length === 0 || turn.context.lastAnswerChannel === turn.channel;
}

function tellOnce(turn: Turn): Write[] {
  const text = [sentence(turn.language, "withStaff"), sayExpectation(turn)].filter(Boolean).join(" ");
  const blocks = [{ kind: "text" as const, text }];
  return appendOutbound(turn.identity, turn.channel, { account: turn.account, author: "assistant", blocks }).writes;
}
